import type { Text } from './text.ts';

/**
 * What `vinhdanh check` finds: each a thing that must never be. Stable codes; placeholders are the keys of the finding's
 * `detail`, and `id` of its subject.
 */
export const violationTexts = {
  NO_WORK_ITEM: {
    vi: 'Còn mở ({state}) nhưng không ai đang phải làm gì.',
    en: 'Is open ({state}) and nobody owes anything on it.',
  },
  WORK_ITEM_LEFT: {
    vi: 'Việc “{key}” của {queue} còn mở trong khi hồ sơ đã kết thúc hoặc không có.',
    en: 'The matter “{key}” of {queue} is still open, but what it belongs to is over or does not exist.',
  },
  WORK_ITEM_DISAGREES: {
    vi: 'Việc “{key}”: {field} đang ghi là {recorded}, theo quy trình phải là {expected}.',
    en: 'The matter “{key}”: {field} is recorded as {recorded}, the machine says {expected}.',
  },
  REMINDERS_DISAGREE: {
    vi: 'Việc “{key}”: các lần nhắc đang chờ không khớp (ghi {recorded}, phải là {expected}).',
    en: 'The matter “{key}”: its reminders do not match (recorded {recorded}, must be {expected}).',
  },
  REMINDER_LEFT: {
    vi: 'Còn {count} lần nhắc đang chờ của việc “{key}” đã kết thúc.',
    en: '{count} reminders wait for the matter “{key}”, which is closed.',
  },
  STATE_DISAGREES: {
    vi: 'Bản tóm tắt ghi {field} là {recorded}, theo quy trình phải là {expected}.',
    en: 'The projection has {field} as {recorded}, the machine says {expected}.',
  },
  SNAPSHOT_UNREADABLE: {
    vi: 'Không đọc được trạng thái đã lưu của quy trình: {message}.',
    en: 'The stored state of the machine cannot be read: {message}.',
  },
  TIMER_LATE: {
    vi: 'Việc “{key}” lẽ ra đã được xử lý lúc {nextEscalationAt} nhưng chưa có gì xảy ra.',
    en: 'Something should have happened to the matter “{key}” at {nextEscalationAt}, and nothing has.',
  },
  RETURN_INCOMPLETE: {
    vi: 'Hồ sơ bị trả mà không có {missing}.',
    en: 'Returned without {missing}.',
  },
  APPRAISAL_INCOMPLETE: {
    vi: 'Đã lấy ý kiến thẩm định của “{division}” mà không có {missing}.',
    en: 'The appraisal asked of “{division}” has no {missing}.',
  },
  ROUND_UNKNOWN: {
    vi: 'Thuộc đợt thi đua {round}, nhưng không có đợt này.',
    en: 'Belongs to round {round}, which does not exist.',
  },
  ROUND_OVER: {
    vi: 'Còn mở ({state}) trong khi đợt thi đua {round} đã kết thúc hoặc bị hủy ({roundState}).',
    en: 'Is open ({state}) while its round {round} is over ({roundState}).',
  },
  UNIT_CAP_EXCEEDED: {
    vi: 'Đơn vị {unit} có {count} đề nghị ({recipients}), kế hoạch được phê duyệt chỉ cho tối đa {most}.',
    en: 'Unit {unit} has {count} nominations ({recipients}); the approved plan takes {most} from a unit.',
  },
  SUSPENSION_DISAGREES: {
    vi: 'Đợt thi đua {round} đang ở “{roundState}” nhưng hồ sơ {nomination}.',
    en: 'Round {round} is in “{roundState}”, but the nomination is {nomination}.',
  },
  ACT_UNDELIVERED: {
    vi: 'Việc {type} của {subject}, nhận lúc {receivedAt} (giờ thực), đến nay chưa được chuyển đi (đã thử {attempts} lần).',
    en: 'The act {type} on {subject}, received {receivedAt} (real time), is still undelivered ({attempts} attempts).',
  },
  CHANGE_SHARE_MISSING: {
    vi: 'Điều chỉnh đã áp dụng, nhưng phần của {subject} không có.',
    en: 'The change was applied, but the share of {subject} is missing.',
  },
  REFUSAL_UNTOLD: {
    vi: 'Thông báo không khen thưởng của {subject} phải đến {recipient} trước {deliverBy}, đến nay chưa gửi được ({status}).',
    en: 'The refusal notice of {subject} was to reach {recipient} by {deliverBy} and has not ({status}).',
  },
  COUNTS_DISAGREE: {
    vi: 'Lần thay đổi {revision}, nhưng sổ diễn biến có {transitions} dòng và sổ kiểm toán có {audited} mục.',
    en: 'Revision {revision}, but the timeline has {transitions} rows and the audit chain {audited} entries.',
  },
  WORKFLOW_MISSING: {
    vi: 'Còn mở nhưng bộ máy không chạy quy trình của hồ sơ này ({status}).',
    en: 'Is open, but the engine does not run its workflow ({status}).',
  },
  RECORD_BEHIND: {
    vi: 'Sổ ghi ở lần thay đổi {recorded}, bộ máy đã ở lần {engine}.',
    en: 'The record is at revision {recorded}, the engine at {engine}.',
  },
  RECORD_AHEAD: {
    vi: 'Sổ ghi ở lần thay đổi {recorded}, bộ máy mới ở lần {engine}.',
    en: 'The record is at revision {recorded}, the engine only at {engine}.',
  },
} as const satisfies Record<string, Text>;
export type ViolationCode = keyof typeof violationTexts;

/** What is not wrong in the record, but will keep people waiting. */
export const warningTexts = {
  NOBODY_HOLDS_QUEUE: {
    vi: 'Lúc này không ai giữ vai trò {queue}; {count} việc đang chờ (ví dụ {example}). Người có thể phân công: {administrators}.',
    en: 'Nobody holds {queue} now; {count} matters wait there (for example {example}). Who can appoint: {administrators}.',
  },
  NOBODY_TO_ESCALATE_TO: {
    vi: 'Lúc này không ai giữ vai trò {queue}, nơi {count} việc trễ hạn đã được báo lên (ví dụ {example}). Người có thể phân công: {administrators}.',
    en: 'Nobody holds {queue} now, to which {count} late matters were escalated (for example {example}). Who can appoint: {administrators}.',
  },
  REMINDER_LATE: {
    vi: 'Lần nhắc của việc “{key}” đến hạn lúc {remindAt} mà chưa được gửi.',
    en: 'The reminder of the matter “{key}” was due at {remindAt} and has not been told.',
  },
  NOTICES_DEAD: {
    vi: '{count} thông báo không gửi được và sẽ không được gửi lại. Xem: npx vinhdanh notices log --status dead; gửi lại: npx vinhdanh notices retry <mã>.',
    en: '{count} notices could not be delivered and are not tried again. See: npx vinhdanh notices log --status dead; to try one again: npx vinhdanh notices retry <id>.',
  },
  NOTICES_BOUNCED: {
    vi: '{count} thông báo đã gửi nhưng bị trả lại. Xem: npx vinhdanh notices log --status bounced; sửa địa chỉ rồi gửi lại: npx vinhdanh notices retry <mã>.',
    en: '{count} notices were sent and came back. See: npx vinhdanh notices log --status bounced; correct the address, then: npx vinhdanh notices retry <id>.',
  },
} as const satisfies Record<string, Text>;
export type WarningCode = keyof typeof warningTexts;

/** What a finding is about. */
export const subjectKindTexts = {
  nomination: { vi: 'Đề nghị', en: 'Nomination' },
  round: { vi: 'Đợt thi đua', en: 'Round' },
  queue: { vi: 'Nơi giải quyết', en: 'Queue' },
  act: { vi: 'Việc đã nhận', en: 'Received act' },
  change: { vi: 'Điều chỉnh', en: 'Change' },
  notice: { vi: 'Thông báo', en: 'Notice' },
} as const satisfies Record<string, Text>;
export type SubjectKind = keyof typeof subjectKindTexts;

/** Names of what disagrees or is missing, where a finding names a field. */
export const checkWords = {
  queue: { vi: 'nơi giải quyết', en: 'the queue' },
  dueAt: { vi: 'hạn', en: 'the due time' },
  nextEscalationAt: { vi: 'lúc báo lên tiếp theo', en: 'the next escalation' },
  level: { vi: 'bậc báo lên', en: 'the escalation level' },
  escalatedTo: { vi: 'nơi đã báo lên', en: 'whom it was escalated to' },
  provisional: { vi: 'dấu “tạm tính”', en: 'the provisional mark' },
  present: { vi: 'việc', en: 'the matter' },
  state: { vi: 'tình trạng', en: 'the state' },
  revision: { vi: 'lần thay đổi', en: 'the revision' },
  wakeAt: { vi: 'lúc đồng hồ hẹn', en: 'the timer' },
  closed: { vi: 'việc đã kết thúc', en: 'its end' },
  items: { vi: 'danh mục nội dung phải bổ sung', en: 'a list of items to supplement' },
  due: { vi: 'thời hạn', en: 'a due time' },
  owner: { vi: 'người cho ý kiến', en: 'an owner' },
  open: { vi: 'đang mở', en: 'open' },
  absent: { vi: 'không có', en: 'absent' },
  suspended: { vi: 'đang tạm dừng', en: 'suspended' },
  running: { vi: 'không tạm dừng', en: 'not suspended' },
  none: { vi: 'không có', en: 'none' },
  collective: { vi: 'tập thể', en: 'collectives' },
  individual: { vi: 'cá nhân', en: 'individuals' },
  nobody: { vi: 'chưa có quản trị viên nào', en: 'there is no administrator' },
  yes: { vi: 'có', en: 'yes' },
  no: { vi: 'không', en: 'no' },
} as const satisfies Record<string, Text>;

/** Headings and sentences of `vinhdanh check`. */
export const checkTexts = {
  clean: {
    vi: 'Không có sai lệch nào lúc {at}: mọi việc đang mở đều có nơi giải quyết, hạn và bước báo lên tiếp theo.',
    en: 'No violation at {at}: everything open has a queue, a due time and a next escalation.',
  },
  found: { vi: 'CÓ {count} SAI LỆCH lúc {at}:', en: '{count} VIOLATIONS at {at}:' },
  warned: { vi: '{count} điều cần lưu ý:', en: '{count} warnings:' },
  counts: { vi: 'Đã kiểm tra:', en: 'Checked:' },
  engineAsked: { vi: 'Đã hỏi bộ máy về từng hồ sơ đang mở.', en: 'The engine was asked about everything open.' },
  engineNotAsked: {
    vi: 'Chưa đối chiếu với bộ máy: thêm --engine để kiểm tra cả phần này.',
    en: 'Not compared with the engine: add --engine for that.',
  },
  colCode: { vi: 'Mã', en: 'Code' },
  colSubject: { vi: 'Ở đâu', en: 'Where' },
  colFinding: { vi: 'Sai lệch', en: 'What' },
} as const satisfies Record<string, Text>;

/** What was counted. */
export const countTexts = {
  nominations: { vi: 'đề nghị đang mở', en: 'open nominations' },
  rounds: { vi: 'đợt thi đua đang mở', en: 'open rounds' },
  returns: { vi: 'hồ sơ đang trả để bổ sung', en: 'nominations returned' },
  appraisals: { vi: 'ý kiến thẩm định đang chờ', en: 'appraisals waited for' },
  workItems: { vi: 'việc đang mở', en: 'open matters' },
  reminders: { vi: 'lần nhắc đang chờ', en: 'reminders waiting' },
  notices: { vi: 'thông báo', en: 'notices' },
  changes: { vi: 'điều chỉnh đã áp dụng', en: 'applied changes' },
} as const satisfies Record<string, Text>;
