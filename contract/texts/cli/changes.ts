import type { Text } from '../text.ts';

/** What each option of a change means. */
export const changeOptionTexts = {
  nomination: { vi: 'chỉ đề nghị này', en: 'only this nomination' },
  round: { vi: 'cả đợt này: chương trình/phong trào/đợt', en: 'this whole round: programme/movement/phase' },
  programme: { vi: 'mọi đợt và đề nghị của chương trình này', en: 'every round and nomination of this programme' },
  unit: { vi: 'với --round: chỉ đơn vị này', en: 'with --round: only this unit' },
  person: {
    vi: 'với --round: chỉ những đề nghị đang chờ người này',
    en: 'with --round: only nominations waiting for this person',
  },
  deadline: {
    vi: 'thời hạn; draft hay closing của chương trình, đợt, đơn vị là hết thời gian nhận đề nghị; closing của một đề nghị, một người là hết thời gian tiếp nhận khiếu nại: {allowed}',
    en: 'deadline; of a programme, round or unit draft and closing are the end of the nominations; of one nomination or person closing ends the complaint window: {allowed}',
  },
  to: { vi: 'ngày mới, YYYY-MM-DD (hết ngày đó)', en: 'new day, YYYY-MM-DD (to its end)' },
  addDays: {
    vi: 'thêm số ngày này (số âm: bớt, viết --add-days=-3)',
    en: 'so many days more (negative: fewer, written --add-days=-3)',
  },
  working: { vi: 'với --add-days: đếm ngày làm việc', en: 'with --add-days: count working days' },
  calendar: {
    vi: 'với --programme: tính lại các thời hạn đang chạy theo lịch làm việc hiện hành',
    en: 'with --programme: recompute running deadlines by the calendar now in force',
  },
  holdNotices: {
    vi: 'giữ thông báo lại cho đến khi có người xem và cho gửi',
    en: 'keep the notices back until somebody releases them',
  },
  save: {
    vi: 'lưu bản xem trước vào tệp này để áp dụng sau',
    en: 'keep the preview in this file, to be applied later',
  },
  preview: { vi: 'áp dụng đúng bản xem trước đã lưu trong tệp này', en: 'apply exactly the preview kept in this file' },
  hash: { vi: 'mã của lần xem trước', en: 'hash of the preview' },
  wait: { vi: 'chờ đến khi mọi hồ sơ, đợt đã áp dụng', en: 'wait until every subject has it' },
  changeId: { vi: 'mã lần điều chỉnh', en: 'id of the change' },
  action: { vi: 'preview hoặc apply', en: 'preview or apply' },
} as const satisfies Record<string, Text>;

/** Subcommands of `deadline`, and of a round. */
export const changeCommandTexts = {
  preview: {
    vi: 'xem trước: ảnh hưởng đến đề nghị, hẹn giờ, lần nhắc, người nào; chưa thay đổi gì',
    en: 'preview: which nominations, timers, reminders and people it touches; changes nothing',
  },
  apply: { vi: 'áp dụng đúng điều đã xem trước', en: 'do exactly what was previewed' },
  list: { vi: 'các lần điều chỉnh đã áp dụng', en: 'changes applied' },
  show: { vi: 'một lần điều chỉnh, đã đến đâu', en: 'one change, and how far it has got' },
  suspend: { vi: 'tạm dừng cả đợt; mọi thời hạn ngừng tính', en: 'suspend the round; every clock stands still' },
  resume: { vi: 'tiếp tục đợt với thời gian còn lại', en: 'resume the round with the time that was left' },
  cancel: { vi: 'hủy đợt và mọi đề nghị của đợt', en: 'cancel the round and all its nominations' },
} as const satisfies Record<string, Text>;

/** Headings and sentences of previews and applied changes. */
export const changePrintTexts = {
  oneScope: {
    vi: 'Nêu đúng một phạm vi: --nomination, --round hoặc --programme (--unit, --person đi cùng --round).',
    en: 'Name exactly one scope: --nomination, --round or --programme (--unit and --person go with --round).',
  },
  oneDue: {
    vi: 'Nêu thời hạn mới: --deadline cùng với --to hoặc --add-days (hoặc --calendar cùng với --programme).',
    en: 'Name the new due time: --deadline with --to or --add-days (or --calendar with --programme).',
  },
  notTogether: {
    vi: '{option} không dùng cùng {with}. Chưa thay đổi gì; hãy bỏ một trong hai.',
    en: '{option} does not go with {with}. Nothing was changed; leave one of them out.',
  },
  otherHash: {
    vi: 'Bản xem trước trong {file} có mã khác với --hash. Chưa thay đổi gì; hãy bỏ --hash hoặc chọn đúng tệp.',
    en: 'The preview in {file} has another hash than --hash. Nothing was changed; leave --hash out or name the right file.',
  },
  otherAuthor: {
    vi: 'Bản xem trước trong {file} do {by} lập và chỉ người đó áp dụng được. Chưa thay đổi gì; để {by} áp dụng (--as {by}), hoặc tự xem trước rồi áp dụng bản của mình.',
    en: 'The preview in {file} was made by {by}, who alone can apply it. Nothing was changed; let {by} apply it (--as {by}), or make a preview of your own and apply that.',
  },
  noReason: {
    vi: 'Phải nêu lý do (--reason); mọi người liên quan sẽ được biết.',
    en: 'Give the reason (--reason); everyone concerned is told.',
  },
  noHash: {
    vi: 'Phải xem trước, rồi áp dụng với mã của lần xem trước (--hash).',
    en: 'Preview first, then apply with the preview’s hash (--hash).',
  },
  noRole: {
    vi: 'Ông/Bà không giữ vai trò nào được điều chỉnh. Người được thực hiện: {roles}.',
    en: 'You hold no role that may make changes. Those who may: {roles}.',
  },
  heading: { vi: 'XEM TRƯỚC, chưa thay đổi gì: {what}', en: 'PREVIEW, nothing is changed: {what}' },
  what: {
    deadline: { vi: '“{deadline}” {to}, {scope}', en: '“{deadline}” {to}, {scope}' },
    suspend: { vi: 'tạm dừng {scope}', en: 'suspend {scope}' },
    resume: { vi: 'tiếp tục {scope}', en: 'resume {scope}' },
    cancel: { vi: 'hủy {scope}', en: 'cancel {scope}' },
    calendar: { vi: 'tính lại theo lịch làm việc hiện hành, {scope}', en: 'recount by the calendar in force, {scope}' },
  },
  toDay: { vi: 'đến hết ngày {day}', en: 'to the end of {day}' },
  toCalendar: { vi: 'thêm {days} ngày', en: 'by {days} calendar days' },
  toWorking: { vi: 'thêm {days} ngày làm việc', en: 'by {days} working days' },
  fewerCalendar: { vi: 'bớt {days} ngày', en: 'by {days} calendar days fewer' },
  fewerWorking: { vi: 'bớt {days} ngày làm việc', en: 'by {days} working days fewer' },
  ofNomination: { vi: 'đề nghị {id}', en: 'nomination {id}' },
  ofRound: { vi: 'đợt {id}', en: 'round {id}' },
  ofUnit: { vi: 'đợt {id}, đơn vị {unit}', en: 'round {id}, unit {unit}' },
  ofPerson: { vi: 'đợt {id}, các đề nghị đang chờ {person}', en: 'round {id}, nominations waiting for {person}' },
  ofProgramme: { vi: 'chương trình {id}', en: 'programme {id}' },
  totals: {
    vi: 'Sẽ ảnh hưởng đến: {nominations} đề nghị, {rounds} đợt, {deadlines} thời hạn, {timers} hẹn giờ, {reminders} lần nhắc, {people} người, {notices} thông báo.',
    en: 'It would touch: {nominations} nominations, {rounds} rounds, {deadlines} deadlines, {timers} timers, {reminders} reminders, {people} people, {notices} notices.',
  },
  colSubject: { vi: 'Hồ sơ, đợt', en: 'Subject' },
  colWhat: { vi: 'Nội dung', en: 'What' },
  colFrom: { vi: 'Hiện nay', en: 'Now' },
  colTo: { vi: 'Sau điều chỉnh', en: 'After' },
  colBefore: { vi: 'Trước điều chỉnh', en: 'Before' },
  colAfter: { vi: 'Sau điều chỉnh', en: 'After' },
  state: { vi: 'Tình trạng', en: 'State' },
  timer: { vi: 'Hẹn giờ', en: 'Timer' },
  rule: { vi: 'Quy định: {deadline}', en: 'Rule: {deadline}' },
  ruleToCome: { vi: 'Quy định cho đề nghị sẽ mở: {deadline}', en: 'Rule for nominations to come: {deadline}' },
  ofWhichUnit: { vi: '{deadline} ({unit})', en: '{deadline} ({unit})' },
  matter: { vi: 'Việc của {queue}', en: 'Matter of {queue}' },
  reminders: { vi: 'Lần nhắc cho {queue}', en: 'Reminders for {queue}' },
  told: { vi: 'Được thông báo', en: 'Told' },
  toldCount: { vi: '{people} người, danh sách ở dưới', en: '{people} people, listed below' },
  toldList: { vi: 'Những người được thông báo:', en: 'Who is told:' },
  toldPerson: { vi: '{person}: {notices} thông báo', en: '{person}: {notices} notices' },
  dueWith: { vi: '{due}, báo cấp trên {escalation}', en: '{due}, escalates {escalation}' },
  provisional: { vi: '{at} (tạm tính)', en: '{at} (provisional)' },
  paused: { vi: '{at} (chưa cộng thời gian tạm dừng)', en: '{at} (the pause still to be added)' },
  dayOff: { vi: '{at} (ngày nghỉ)', en: '{at} (day off)' },
  nominationsFrom: { vi: 'Nhận đề nghị từ', en: 'Nominations from' },
  provisionalWarning: {
    vi: 'Cảnh báo: {count} thời hạn là tạm tính, vì có ngày chưa được công bố là ngày nghỉ hay ngày làm việc.',
    en: 'Warning: {count} deadlines are provisional: a day counted has not been announced as working or not.',
  },
  pausedWarning: {
    vi: 'Cảnh báo: {count} thời hạn đang tạm dừng; khi chạy tiếp, thời điểm mới dưới đây còn được cộng thêm thời gian tạm dừng.',
    en: 'Warning: {count} deadlines are paused: when they go on, the time of the pause is still added to the new instants below.',
  },
  dayOffWarning: {
    vi: 'Cảnh báo: {count} thời hạn mới rơi vào ngày nghỉ (nghỉ hằng tuần, nghỉ lễ hoặc nghỉ bù) và không tự dời.',
    en: 'Warning: {count} new due times fall on a day off (weekly rest, a holiday or a day in lieu) and are not moved on.',
  },
  resumeWarning: {
    vi: 'Các thời hạn chạy tiếp từ lúc áp dụng với thời gian còn lại; thời điểm mới trong bảng tính theo lúc xem trước.',
    en: 'Clocks go on with what was left from the moment of application; the new instants in the table are as of the preview.',
  },
  heldNote: {
    vi: 'Thông báo sẽ được giữ lại để xem trước khi gửi.',
    en: 'The notices will be held until somebody releases them.',
  },
  none: { vi: '–', en: '–' },
  untouched: { vi: 'Giữ nguyên {count}:', en: 'Left as they are, {count}:' },
  untouchedLine: { vi: '{subject}: {because}', en: '{subject}: {because}' },
  untouchedMany: { vi: '{count} trường hợp ({ids})', en: '{count} of them ({ids})' },
  noneTouched: { vi: 'Điều chỉnh này sẽ không làm thay đổi gì.', en: 'This change would change nothing.' },
  applyWith: { vi: 'Để áp dụng đúng như trên:', en: 'To do exactly this:' },
  nothing: { vi: 'Không có gì để áp dụng.', en: 'There is nothing to apply.' },
  onDay: { vi: 'ngày {day}', en: 'on {day}' },
  workingDays: { vi: '{days} ngày làm việc', en: '{days} working days' },
  calendarDays: { vi: '{days} ngày', en: '{days} days' },
  laterOf: { vi: '{parts}, lấy thời điểm muộn hơn', en: '{parts}, whichever is later' },
  applied: { vi: 'Đã áp dụng điều chỉnh {id}.', en: 'Change {id} is applied.' },
  progress: {
    vi: 'Lúc {at}, {by}: {what}. Lý do: {reason}',
    en: '{at}, {by}: {what}. Reason: {reason}',
  },
  counts: {
    vi: '{applied} trong {total} hồ sơ, đợt đã thay đổi, {waiting} đang chuyển, {refused} không được chấp nhận.',
    en: '{applied} of {total} subjects have it, {waiting} are on their way, {refused} refused.',
  },
  refusedNote: {
    vi: 'Có hồ sơ hoặc đợt không nhận được điều chỉnh; xem diễn biến của hồ sơ, đợt đó.',
    en: 'Some subjects did not take the change; see their timelines.',
  },
  colChange: { vi: 'Mã', en: 'Id' },
  colAt: { vi: 'Lúc', en: 'At' },
  colBy: { vi: 'Người thực hiện', en: 'By' },
  colApplied: { vi: 'Đã áp dụng', en: 'Applied' },
  noChanges: { vi: 'Chưa có điều chỉnh nào.', en: 'There are no changes.' },
} as const satisfies Record<string, Text | Record<string, Text>>;
