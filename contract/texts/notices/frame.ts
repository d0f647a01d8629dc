import type { Text } from '../text.ts';

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
  how: {
    vi: 'Cách thực hiện: dùng lệnh “vinhdanh show {nominationId}” để xem hồ sơ, các bước được phép và lý do của bước chưa được phép.',
    en: 'How: the command “vinhdanh show {nominationId}” shows the dossier, what you may do, and why anything is not allowed.',
  },
  howToFollow: {
    vi: 'Theo dõi hồ sơ: dùng lệnh “vinhdanh show {nominationId}”.',
    en: 'To follow the nomination: the command “vinhdanh show {nominationId}”.',
  },
  factsTitle: { vi: 'Thông tin hồ sơ', en: 'The nomination' },
  closing: { vi: 'Trân trọng,', en: 'Yours sincerely,' },
  signature: { vi: 'Hệ thống Vinh Danh', en: 'The Vinh Danh system' },
  automatic: {
    vi: 'Thư được gửi tự động; đề nghị không trả lời vào địa chỉ này.',
    en: 'This message was sent automatically; please do not reply to it.',
  },
} as const satisfies Record<string, Text>;

/** The facts of the nomination, one line each. */
export const noticeFacts = [
  { label: { vi: 'Mã hồ sơ', en: 'Number' }, value: '{nominationId}' },
  { label: { vi: 'Đối tượng đề nghị', en: 'Nominee' }, value: '{nomineeName}' },
  { label: { vi: 'Đơn vị đề nghị', en: 'Nominating unit' }, value: '{unitName}' },
  { label: { vi: 'Phong trào', en: 'Movement' }, value: '{movementTitle}' },
  { label: { vi: 'Chương trình', en: 'Programme' }, value: '{programmeTitle}' },
  { label: { vi: 'Trạng thái', en: 'State' }, value: '{state}' },
] as const satisfies readonly { label: Text; value: string }[];

/** Printed where the data lack a value: a gap never keeps a notice from being sent. */
export const missingValue = '…';
