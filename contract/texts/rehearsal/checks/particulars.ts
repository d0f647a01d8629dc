import type { Text } from '../../text.ts';

/** What must hold of what one programme’s document has and the others have not. */
export const particularCheckTexts = {
  signedOnBehalf: {
    vi: 'giữ nguyên hình thức ký thay “{form}”; cấp phó đã phê duyệt {count} kế hoạch',
    en: 'the signature on behalf “{form}” is kept; the deputy approved {count} plans',
  },
  specialMovement: {
    vi: 'không phong trào nào mở trước phong trào phát động riêng về COVID-19 ({day}): {count} hồ sơ',
    en: 'no movement opened before the specially launched COVID-19 one ({day}): {count} nominations',
  },
  sharesReported: {
    vi: 'tỷ lệ được báo cáo, không áp số lượng: {count} khen thưởng, đột xuất {adHoc} %, cá nhân là người lao động trực tiếp {direct} %',
    en: 'shares reported, no quota enforced: {count} awards, ad hoc {adHoc}%, of individuals {direct}% direct workers',
  },
  damagedText: {
    vi: 'chữ mất trong văn bản được trích nguyên, không sửa: {count} chỗ',
    en: 'words damaged in the document are quoted as they stand: {count}',
  },
  shortDrive: {
    vi: 'đợt thi đua ngắn ngày kết thúc nhận trong {days} ngày: {count}',
    en: 'the short drive took nominations for at most {days} days: {count}',
  },
  notOverAwarded: {
    vi: 'không khen tràn lan: {awarded}/{of} hồ sơ được khen, {unselected} không được chọn',
    en: 'no over-awarding: {awarded} of {of} awarded, {unselected} not selected',
  },
  refusedWithGround: {
    vi: 'có hồ sơ không được khen, kèm lý do theo mã: {count}',
    en: 'some were refused, with a coded ground: {count}',
  },
  fiveYears: {
    vi: 'mỗi phong trào một đợt, kéo dài năm năm: {count}',
    en: 'one round for each movement, over five years: {count}',
  },
  workingDays: {
    vi: 'hạn tính theo ngày làm việc rơi vào ngày làm việc: {count}; {provisional} hạn tạm tính',
    en: 'what is counted in working days ends on one: {count}; {provisional} provisional',
  },
  yearsAhead: {
    vi: 'hạn đặt trước nhiều năm đến đúng ngày: {count} hồ sơ',
    en: 'deadlines set years ahead came on their day: {count}',
  },
  restarted: {
    vi: 'bản cài đặt được dừng và khởi động lại giữa chừng: {count}',
    en: 'the installation was stopped and started again on the way: {count}',
  },
  begunBeforeItsLetter: {
    vi: 'đợt bắt đầu trước ngày văn bản được chấp nhận: {count} đợt',
    en: 'a phase begun before its letter was accepted: {count} rounds',
  },
  phasesMeet: {
    vi: 'đợt sau mở ngay khi đợt trước kết thúc, đúng đến mili giây: {count} phong trào',
    en: 'the second phase opens as the first ends, to the millisecond: {count} movements',
  },
  stalledMovement: {
    vi: 'phong trào “phát mà không động” được cảnh báo, chỉ phong trào ấy: {count}',
    en: 'the movement nobody moved in raised an alert, and no other: {count}',
  },
  adHocSimplified: {
    vi: 'khen thưởng đột xuất theo thủ tục đơn giản, không qua Hội đồng: {count} hồ sơ',
    en: 'ad-hoc awards took the simplified road, without the council: {count}',
  },
} as const satisfies Record<string, Text>;
