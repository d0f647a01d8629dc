import type { Text } from '../text.ts';
import type { NoticeSubject } from './shape.ts';

/** What stands around every notice's own text. */
export const noticeFrame = {
  salutation: { vi: 'Kính gửi: {recipientName}', en: 'To: {recipientName}' },
  taskTitle: { vi: 'Việc cần thực hiện', en: 'What you have to do' },
  informTitle: { vi: 'Thông tin tiếp theo', en: 'What happens next' },
  reason: { vi: 'Lý do: {reason}', en: 'Reason: {reason}' },
  nextActor: {
    vi: 'Ông/Bà không phải thực hiện việc gì ở bước này. Bước tiếp theo do {owner} thực hiện, chậm nhất hết ngày {dueAt}.',
    en: 'You have nothing to do at this step. {owner} acts next, by the end of {dueAt}.',
  },
  nextActorUndated: {
    vi: 'Ông/Bà không phải thực hiện việc gì ở bước này. Bước tiếp theo do {owner} thực hiện.',
    en: 'You have nothing to do at this step. {owner} acts next.',
  },
  nextActorUnaddressed: {
    vi: 'Bước tiếp theo do {owner} thực hiện, chậm nhất hết ngày {dueAt}.',
    en: '{owner} acts next, by the end of {dueAt}.',
  },
  nobodyNext: {
    vi: 'Ông/Bà không phải thực hiện việc gì; không còn bước nào tiếp theo.',
    en: 'You have nothing to do; no further step remains.',
  },
  closing: { vi: 'Trân trọng,', en: 'Yours sincerely,' },
  signature: { vi: 'Hệ thống Vinh Danh', en: 'The Vinh Danh system' },
  automatic: {
    vi: 'Thư được gửi tự động; đề nghị không trả lời vào địa chỉ này.',
    en: 'This message was sent automatically; please do not reply to it.',
  },
} as const satisfies Record<string, Text>;

/** `said`: how the value is put into words, where it does not stand by itself. */
type Fact = { label: Text; value: string; said?: Text };
type SubjectFrame = {
  how: Text;
  howToFollow: Text;
  factsTitle: Text;
  /** One line each. */
  facts: readonly Fact[];
  /** Lines without a value are left out: a round has no window before its plan. */
  onlyKnown: boolean;
};

const movement: Fact = { label: { vi: 'Phong trào', en: 'Movement' }, value: '{movementTitle}' };
const programme: Fact = { label: { vi: 'Chương trình', en: 'Programme' }, value: '{programmeTitle}' };
const state: Fact = { label: { vi: 'Tình trạng', en: 'State' }, value: '{state}' };

/** What depends on whether a notice is about a nomination, a round or a report. */
export const subjectFrames: Record<NoticeSubject, SubjectFrame> = {
  nomination: {
    how: {
      vi: 'Cách thực hiện: dùng lệnh “npx vinhdanh show {nominationId}” để xem hồ sơ; lệnh “npx vinhdanh why {nominationId}” để xem việc nào được thực hiện, việc nào chưa và vì sao.',
      en: 'How: the command “npx vinhdanh show {nominationId}” shows the nomination; “npx vinhdanh why {nominationId}” says what you may do, and why anything is not allowed.',
    },
    howToFollow: {
      vi: 'Theo dõi hồ sơ: dùng lệnh “npx vinhdanh show {nominationId}”.',
      en: 'To follow the nomination: the command “npx vinhdanh show {nominationId}”.',
    },
    factsTitle: { vi: 'Thông tin hồ sơ', en: 'The nomination' },
    facts: [
      { label: { vi: 'Mã hồ sơ', en: 'Number' }, value: '{nominationId}' },
      { label: { vi: 'Đối tượng được đề nghị', en: 'Nominee' }, value: '{nomineeName}' },
      { label: { vi: 'Đơn vị đề nghị', en: 'Nominating unit' }, value: '{unitName}' },
      movement,
      programme,
      state,
    ],
    onlyKnown: false,
  },
  round: {
    how: {
      vi: 'Cách thực hiện: dùng lệnh “npx vinhdanh round show {roundId}” để xem kế hoạch và tiến độ; thêm “--as” và mã của Ông/Bà để xem các việc được thực hiện.',
      en: 'How: the command “npx vinhdanh round show {roundId}” shows the plan and the progress; with “--as” and your id, also what you may do.',
    },
    howToFollow: {
      vi: 'Theo dõi đợt thi đua: dùng lệnh “npx vinhdanh round show {roundId}”.',
      en: 'To follow the round: the command “npx vinhdanh round show {roundId}”.',
    },
    factsTitle: { vi: 'Thông tin đợt thi đua', en: 'The round' },
    facts: [
      { label: { vi: 'Mã đợt', en: 'Id' }, value: '{roundId}' },
      movement,
      { label: { vi: 'Đợt', en: 'Phase' }, value: '{phaseName}' },
      programme,
      { label: { vi: 'Bộ phận phụ trách', en: 'Body in charge' }, value: '{bodyInCharge}' },
      { label: { vi: 'Nhận đề nghị từ ngày', en: 'Nominations from' }, value: '{windowFrom}' },
      {
        label: { vi: 'Nhận đề nghị đến', en: 'Nominations until' },
        value: '{windowTo}',
        said: { vi: 'hết ngày {windowTo}', en: 'the end of {windowTo}' },
      },
      { label: { vi: 'Hình thức khen thưởng', en: 'Form of award' }, value: '{awardForm}' },
      state,
    ],
    onlyKnown: true,
  },
  report: {
    how: {
      vi: 'Cách xem: dùng lệnh “npx vinhdanh reports get {reportId}”.',
      en: 'How: the command “npx vinhdanh reports get {reportId}”.',
    },
    howToFollow: {
      vi: 'Cách xem: dùng lệnh “npx vinhdanh reports get {reportId}” (trang đọc, bảng tính XLSX và dữ liệu).',
      en: 'To read it: the command “npx vinhdanh reports get {reportId}” (page, XLSX workbook and data).',
    },
    factsTitle: { vi: 'Thông tin báo cáo', en: 'The report' },
    facts: [
      { label: { vi: 'Mã báo cáo', en: 'Id' }, value: '{reportId}' },
      { label: { vi: 'Loại báo cáo', en: 'Kind' }, value: '{reportKind}' },
      { label: { vi: 'Ngày báo cáo', en: 'Due on' }, value: '{dueAt}' },
      programme,
      { label: { vi: 'Nơi nhận', en: 'Sent to' }, value: '{unitName}' },
    ],
    onlyKnown: true,
  },
  person: {
    how: {
      vi: 'Cách thực hiện: dùng lệnh “npx vinhdanh inbox” để xem mọi việc đang chờ Ông/Bà, việc gấp nhất xếp trước.',
      en: 'How: the command “npx vinhdanh inbox” shows everything that waits for you, the most urgent first.',
    },
    howToFollow: {
      vi: 'Xem mọi việc đang chờ: dùng lệnh “npx vinhdanh inbox”.',
      en: 'To see everything that waits: the command “npx vinhdanh inbox”.',
    },
    factsTitle: { vi: 'Tóm tắt', en: 'In short' },
    facts: [
      { label: { vi: 'Số việc đang chờ', en: 'Matters waiting' }, value: '{waiting}' },
      { label: { vi: 'Hạn sớm nhất', en: 'Earliest due' }, value: '{dueAt}' },
    ],
    onlyKnown: true,
  },
};

/** Printed where the data lack a value: a gap never keeps a notice from being sent. */
export const missingValue = '…';
