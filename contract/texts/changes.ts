import type { Text } from './text.ts';

/** What is wrong with a proposed change, and what to do. Nothing was changed. */
export const changeErrorTexts = {
  DAY_OFF: {
    vi: 'Ngày {day} là ngày nghỉ ({reason}). Ngày làm việc tiếp theo là {next}. Chưa thay đổi gì; hãy chọn ngày làm việc.',
    en: '{day} is a day off ({reason}). The next working day is {next}. Nothing was changed; choose a working day.',
  },
  DUE_NOT_AHEAD: {
    vi: 'Thời điểm hết ngày {day} đã qua (hiện là {now}). Chưa thay đổi gì; hãy chọn ngày muộn hơn.',
    en: 'The end of {day} has already passed (it is now {now}). Nothing was changed; choose a later day.',
  },
  WINDOW_REVERSED: {
    vi: 'Thời gian nhận đề nghị của đợt {round} bắt đầu ngày {from}, không thể kết thúc trước đó ({day}). Chưa thay đổi gì; hãy chọn ngày từ {from} trở đi.',
    en: 'Round {round} takes nominations from {from}, so it cannot end before ({day}). Nothing was changed; choose {from} or a later day.',
  },
  UNKNOWN_DEADLINE: {
    vi: 'Thời hạn “{deadline}” là của cả đợt, không phải của một đề nghị, một đơn vị hay một người. Chưa thay đổi gì; hãy chọn cả đợt, hoặc một trong: {allowed}.',
    en: '“{deadline}” is a deadline of whole rounds, not of a nomination, a unit or a person. Nothing was changed; choose the whole round, or one of: {allowed}.',
  },
  UNKNOWN_UNIT: {
    vi: 'Đơn vị “{unit}” không tham gia đợt {round}. Chưa thay đổi gì. Các đơn vị của đợt: {allowed}.',
    en: 'Unit “{unit}” is not of round {round}. Nothing was changed. Its units: {allowed}.',
  },
  UNKNOWN_PROGRAMME: {
    vi: 'Không có chương trình thi đua “{programme}”. Chưa thay đổi gì. Hiện có: {allowed}',
    en: 'There is no programme “{programme}”. Nothing was changed. There are: {allowed}',
  },
  UNKNOWN_CHANGE: {
    vi: 'Không có lần điều chỉnh “{id}”. Xem danh sách: npx vinhdanh deadline list',
    en: 'There is no change “{id}”. See the list: npx vinhdanh deadline list',
  },
  NOTHING_TO_CHANGE: {
    vi: 'Không có đề nghị hay đợt nào thay đổi theo điều chỉnh này ({untouched} trường hợp giữ nguyên). Chưa thay đổi gì; xem lý do bằng lệnh preview.',
    en: 'No nomination or round would change ({untouched} stay as they are). Nothing was changed; the preview gives the reasons.',
  },
  PREVIEW_STALE: {
    vi: 'Kết quả sẽ khác lần xem trước: {differs}. Chưa thay đổi gì; hãy xem trước lại rồi áp dụng với mã mới.',
    en: 'The result would not be the one previewed: {differs}. Nothing was changed; preview again and apply with the new hash.',
  },
  OTHER_REQUEST: {
    vi: 'Mã xem trước này đã được áp dụng (điều chỉnh {id}) với nội dung, lý do, vai trò hoặc cách gửi thông báo khác. Lần này chưa thay đổi gì; hãy xem trước lại rồi áp dụng với mã mới.',
    en: 'This preview’s hash was already applied (change {id}) with another proposal, reason, role or way of sending notices. Nothing was changed this time; preview again and apply with the new hash.',
  },
  CHANGE_BUSY: {
    vi: 'Trong phạm vi này còn {acts} việc đang chuyển và {deadlines} thời hạn, bước vừa đến chưa được ghi nhận. Chưa thay đổi gì; hãy thử lại sau ít phút. Nếu vẫn như vậy, kiểm tra bộ máy: npx vinhdanh status',
    en: '{acts} acts are being delivered and {deadlines} deadlines or steps that have just come are not recorded yet in this scope. Nothing was changed; try again in a few minutes. If it stays so, check the engine: npx vinhdanh status',
  },
  CHANGE_HELD: {
    vi: 'Trong phạm vi này đang có một điều chỉnh khác hoặc một việc đang được tiếp nhận. Chưa thay đổi gì; hãy thử lại sau ít phút.',
    en: 'Another change or a receipt is under way in this scope. Nothing was changed; try again in a few minutes.',
  },
  TOO_MANY: {
    vi: 'Điều chỉnh này ảnh hưởng đến {count} đề nghị, nhiều hơn mức {most} mỗi lần. Chưa thay đổi gì; hãy chia theo từng đợt hoặc từng đơn vị.',
    en: 'This change would touch {count} nominations, more than the {most} taken at a time. Nothing was changed; divide it by round or by unit.',
  },
  KEY_REUSED: {
    vi: 'Khóa gửi này đã được dùng cho một điều chỉnh khác. Hãy dùng khóa mới nếu đây là điều chỉnh mới.',
    en: 'This idempotency key was already used for another change. Use a new key if this is a new change.',
  },
} as const satisfies Record<string, Text>;

/** In what a preview differs from the record when it is to be applied. */
export const staleTexts = {
  added: { vi: 'thêm {count} ({ids})', en: '{count} new ({ids})' },
  different: { vi: 'khác đi {count} ({ids})', en: '{count} different ({ids})' },
  gone: { vi: 'không còn {count} ({ids})', en: '{count} gone ({ids})' },
  request: {
    vi: 'ảnh hưởng vẫn như cũ, nhưng nội dung, lý do, vai trò, cách gửi thông báo hoặc người thực hiện được nêu khác',
    en: 'it would touch the same, but the proposal, reason, role, way of sending notices or author is another',
  },
  unknown: {
    vi: 'từ đó đến nay đã có thay đổi, hoặc điều chỉnh được nêu khác (nay sẽ ảnh hưởng đến {count} đề nghị, đợt)',
    en: 'something has changed since, or the change is not the one previewed (it would now touch {count} subjects)',
  },
} as const satisfies Record<string, Text>;
export type ChangeErrorName = keyof typeof changeErrorTexts;
