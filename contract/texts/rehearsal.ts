import type { Text } from './text.ts';

/** Figures of a text, by the name of their placeholder. */
export type Values = Record<string, string | number>;

/** What must hold after a rehearsal. */
export const checkTexts = {
  enoughNominations: { vi: 'ít nhất {least} hồ sơ: {count}', en: 'at least {least} nominations: {count}' },
  enoughUnits: { vi: 'từ ít nhất {least} đơn vị: {count}', en: 'from at least {least} units: {count}' },
  everyRow: {
    vi: 'mọi dòng của kế hoạch đều có hồ sơ: {count}/{of}',
    en: 'every row of the plan has nominations: {count}/{of}',
  },
  everyStory: { vi: 'mọi tình huống đều đã xảy ra: {count}/{of}', en: 'every story happened: {count}/{of}' },
  storiesEndAsTold: {
    vi: 'mỗi hồ sơ kết thúc đúng như tình huống đòi hỏi: {count}/{of}',
    en: 'each nomination ends as its story demands: {count}/{of}',
  },
  noErrors: { vi: 'không có lỗi ngoài dự kiến: {count}', en: 'no unexpected errors: {count}' },
  roundsOver: {
    vi: 'mọi đợt thi đua đã tự kết thúc: {count}; đã hủy: {cancelled}',
    en: 'every round closed by itself: {count}; cancelled: {cancelled}',
  },
  roundsAsTold: {
    vi: 'mọi việc của đợt thi đua diễn ra đúng kịch bản: {count}',
    en: 'everything planned for the rounds went as told: {count}',
  },
  plansApproved: {
    vi: 'kế hoạch được duyệt giữ nguyên văn, người duyệt khác người lập: {count}; trả lại {returned}',
    en: 'approved plans stayed as they were, approved by somebody else: {count}; returned {returned}',
  },
  nothingBeforeApproval: {
    vi: 'không hồ sơ nào mở trước khi kế hoạch được duyệt: {count} hồ sơ, {tried} lần thử',
    en: 'nothing opened before its plan was approved: {count}, {tried} tries',
  },
  openedInWindow: {
    vi: 'hồ sơ được nhận đúng đợt theo thời điểm tiếp nhận: {count}; ngoài thời gian {turnedAway}',
    en: 'each was taken by the round in whose window it was received: {count}; turned away {turnedAway}',
  },
  stagesHandedOn: {
    vi: 'danh sách chuyển giao giữa các bước khớp mã băm: {count}',
    en: 'the lists handed on between stages match their hashes: {count}',
  },
  unitsAnswered: {
    vi: 'đơn vị trả lời phát động: {count}/{of}; {covered} đợt đạt 100 %',
    en: 'units answered the launch: {count}/{of}; {covered} rounds reached 100 %',
  },
  lateUnitsChased: {
    vi: 'đơn vị trả lời chậm được nhắc lên cấp trên: {count} đợt',
    en: 'units late with their answer were escalated: {count} rounds',
  },
  covenantsSigned: {
    vi: 'giao ước thi đua: trong đơn vị {within}, giữa các đơn vị {between}; {registrations} lượt đăng ký',
    en: 'covenants: within units {within}, between units {between}; registrations {registrations}',
  },
  signedOnBehalf: {
    vi: 'giữ nguyên hình thức ký thay “{form}”; cấp phó đã duyệt {count} kế hoạch',
    en: 'the signature on behalf “{form}” is kept; the deputy approved {count} plans',
  },
  specialMovement: {
    vi: 'phong trào phát động riêng về COVID-19 mở trước tiên ({day}): {count} hồ sơ',
    en: 'the specially launched COVID-19 movement opened first ({day}): {count} nominations',
  },
  sharesReported: {
    vi: 'tỷ lệ được báo cáo, không áp số lượng: {count} khen thưởng, đột xuất {adHoc} %, cá nhân là người lao động trực tiếp {direct} %',
    en: 'shares reported, no quota enforced: {count} awards, ad hoc {adHoc} %, of individuals {direct} % direct workers',
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
  changesAsForetold: {
    vi: 'thay đổi diễn ra đúng như đã báo trước: {count} thay đổi, {subjects} đối tượng, {notices} thông báo',
    en: 'changes did what they foretold: {count} changes, {subjects} subjects, {notices} notices',
  },
  noLateReminders: {
    vi: 'không nhắc việc đã xong: {count} lần nhắc',
    en: 'nobody was reminded of what was already done: {count} reminders',
  },
  reportsDelivered: {
    vi: 'báo cáo sơ kết, tổng kết gửi đúng nơi, đúng ngày: {count}/{of}; tổng kết {final}',
    en: 'reports went to their desks on their days: {count}/{of}; final {final}',
  },
  withinQuotas: {
    vi: 'số khen thưởng không vượt số lượng của dòng nào: {count} khen thưởng, {of} dòng',
    en: 'no row’s quota is exceeded: {count} awards, {of} rows',
  },
  awardsNumbered: {
    vi: 'mọi khen thưởng đều có số quyết định: {count}, {distinct} số khác nhau',
    en: 'every award has a decision number: {count}, {distinct} different',
  },
  onlyUnitsExpire: {
    vi: 'chỉ hồ sơ đơn vị để quá hạn mới hết hạn, và đúng hạn: {count}',
    en: 'only what units left undone expired, and no sooner than due: {count}',
  },
  latenessEscalates: {
    vi: 'cơ quan xét chậm: hồ sơ được chuyển lên và vẫn mở: {count} hồ sơ, {escalations} lần nhắc',
    en: 'late officials’ nominations were escalated and stayed open: {count}, {escalations} reminders',
  },
  inTimeNeverLate: {
    vi: 'không việc nào đúng hạn bị coi là quá hạn: {count} việc quá hạn',
    en: 'nothing in time was judged late: {count} were late',
  },
  oneCapacity: {
    vi: 'không ai làm hai tư cách trên một hồ sơ: {count} lượt, {tried} lần thử',
    en: 'nobody acted in two capacities on one nomination: {count}, {tried} tries',
  },
  nobodyOnOwn: {
    vi: 'không ai xử lý hồ sơ của chính mình: {count} hồ sơ, {tried} lần thử',
    en: 'nobody acted on their own nomination: {count}, {tried} tries',
  },
  whyIsTrue: {
    vi: 'điều đã báo trước (được làm hay không) đúng với kết quả: {count}',
    en: 'what was said beforehand (allowed or not) is what happened: {count}',
  },
  receiptsOnce: {
    vi: 'mỗi việc đã tiếp nhận có đúng một kết quả, như đã báo: {count} ({twice} lần gửi lặp)',
    en: 'each act acknowledged has exactly one outcome, the one told: {count} ({twice} sent twice)',
  },
  refusedLeaveNothing: {
    vi: 'việc không được chấp nhận không để lại gì trong diễn biến: {count}',
    en: 'refused acts left no event: {count}',
  },
  revisionsGapless: {
    vi: 'diễn biến liên tục, không thiếu bước: {count} sự kiện, {of} hồ sơ và đợt',
    en: 'revisions have no gaps: {count} events, {of} nominations and rounds',
  },
  openHaveOwners: {
    vi: 'mọi hồ sơ, đợt thi đua còn mở đều có người phụ trách: {count}',
    en: 'every open nomination and round has an owner: {count}',
  },
  installationChecked: {
    vi: 'vinhdanh check không thấy vi phạm: {count} lượt, có lúc {open} việc còn mở',
    en: 'vinhdanh check found no violation: {count} looks, at most {open} open subjects',
  },
  auditWhole: {
    vi: 'chuỗi kiểm toán nguyên vẹn: {count} mục, {of} chuỗi',
    en: 'the audit chains are whole: {count} entries, {of} chains',
  },
  samePlan: {
    vi: 'hạt giống {seed} luôn cho cùng kế hoạch: {hash}',
    en: 'seed {seed} always gives the same plan: {hash}',
  },
  engineAgrees: {
    vi: 'trạng thái của bộ máy trùng với sổ ghi: {count} hồ sơ, {running} còn chạy',
    en: 'the engine’s state is the one on record: {count} nominations, {running} running',
  },
  noticesSent: {
    vi: 'mọi thông báo đã đến hộp thư: {count} thông báo trong {mails} thư, {digests} thư gộp ({repeated} thư gửi lặp)',
    en: 'every notice reached the mailbox: {count} notices in {mails} mails, {digests} digests ({repeated} sent twice)',
  },
} as const satisfies Record<string, Text>;
export type CheckName = keyof typeof checkTexts;

/** Heads of the table, in the order of its columns. */
export const columnTexts = {
  row: { vi: 'Dòng', en: 'Row' },
  title: { vi: 'Phong trào', en: 'Movement' },
  notTaken: { vi: 'Không nhận', en: 'Not taken' },
  received: { vi: 'Đã nhận', en: 'Received' },
  returned: { vi: 'Trả bổ sung', en: 'Returned' },
  expired: { vi: 'Hết hạn', en: 'Expired' },
  withdrawn: { vi: 'Rút', en: 'Withdrawn' },
  refused: { vi: 'Không khen', en: 'Refused' },
  notSelected: { vi: 'Không chọn', en: 'Not selected' },
  open: { vi: 'Còn mở', en: 'Open' },
  collective: { vi: 'Khen T', en: 'Awards T' },
  individual: { vi: 'Khen C', en: 'Awards C' },
} as const satisfies Record<string, Text>;
export type ColumnName = keyof typeof columnTexts;

/** How a quota is written behind the number awarded. */
export const quotaTexts = {
  delegated: { vi: 'phân bổ', en: 'allocated' },
  notStated: { vi: 'không nêu', en: 'not stated' },
  none: { vi: 'không xét', en: 'none' },
  perProgramme: { vi: '{ceiling} ({count}×{programmes})', en: '{ceiling} ({count}×{programmes})' },
} as const satisfies Record<string, Text>;

/** Heads of the summary of several programmes. */
export const summaryTexts = {
  programme: { vi: 'Chương trình', en: 'Programme' },
  rounds: { vi: 'Đợt xét', en: 'Rounds' },
  nominations: { vi: 'Hồ sơ', en: 'Nominations' },
  awards: { vi: 'Khen thưởng', en: 'Awards' },
  acts: { vi: 'Việc', en: 'Acts' },
  changes: { vi: 'Thay đổi', en: 'Changes' },
  notices: { vi: 'Thông báo', en: 'Notices' },
  mails: { vi: 'Thư', en: 'Mails' },
  seconds: { vi: 'Giây', en: 'Seconds' },
  behind: { vi: 'Chậm nhất (ngày)', en: 'Behind (days)' },
  checks: { vi: 'Điều kiện', en: 'Checks' },
} as const satisfies Record<string, Text>;

/** What a change of a round was. */
export const changeKindTexts = {
  extend: { vi: 'gia hạn chung đến {day}', en: 'extended for everybody to {day}' },
  extendUnit: { vi: 'gia hạn một đơn vị đến {day}', en: 'extended for one unit to {day}' },
  suspend: { vi: 'tạm dừng', en: 'suspended' },
  resume: { vi: 'tiếp tục', en: 'resumed' },
  cancel: { vi: 'hủy', en: 'cancelled' },
  calendar: { vi: 'tính lại theo lịch', en: 'counted again by the calendar' },
} as const satisfies Record<string, Text>;

/** Lines around them. */
export const rehearsalTexts = {
  usage: {
    vi: 'cách dùng: npm run rehearse -- <chương trình|all> [--seed n] [--minutes m | --speed x] [--nominations n] [--rows 2.1,2.2] [--keep] [--lang vi|en] [--json]; diễn tập được: {known}',
    en: 'usage: npm run rehearse -- <programme|all> [--seed n] [--minutes m | --speed x] [--nominations n] [--rows 2.1,2.2] [--keep] [--lang vi|en] [--json]; can be rehearsed: {known}',
  },
  unknownProgramme: {
    vi: 'không diễn tập được chương trình “{name}”; diễn tập được: {known}',
    en: 'the programme “{name}” cannot be rehearsed; these can: {known}',
  },
  oneOnly: {
    vi: '{option} chỉ dùng được khi diễn tập một chương trình',
    en: '{option} goes with a rehearsal of one programme only',
  },
  unknownRow: {
    vi: 'chương trình không có dòng “{name}”; có: {known}',
    en: 'the programme has no row “{name}”; it has: {known}',
  },
  tooMany: {
    vi: 'không đủ người trong thư mục trình diễn cho {name} hồ sơ',
    en: 'the demonstration has too few people for {name} nominations',
  },
  badValue: { vi: '{option} không nhận giá trị “{value}”', en: '{option} does not take the value “{value}”' },
  plan: {
    vi: 'Diễn tập chương trình {programme}: {rounds} đợt thi đua, {nominations} đề nghị, {acts} việc, hạt giống {seed}, kế hoạch {hash}',
    en: 'Rehearsing programme {programme}: {rounds} rounds, {nominations} nominations, {acts} acts, seed {seed}, plan {hash}',
  },
  span: {
    vi: 'Từ {from} đến {to} của chương trình trong {minutes} phút (× {speed}); dữ liệu: {home}',
    en: 'From {from} to {to} of the programme in {minutes} minutes (× {speed}); data: {home}',
  },
  starting: { vi: '… đang khởi động bản diễn tập', en: '… starting the installation' },
  ready: { vi: '✓ sẵn sàng sau {seconds} s: {page}', en: '✓ ready after {seconds} s: {page}' },
  progress: {
    vi: '{day} · đã mở {opened} · đang xử lý {inProgress} · xong {over} · việc đã làm {applied}, bị từ chối {refused} · thư {mails} · đợt xong {rounds}',
    en: '{day} · opened {opened} · in progress {inProgress} · done {over} · acts applied {applied}, refused {refused} · mails {mails} · rounds over {rounds}',
  },
  stopping: {
    vi: '… dừng bản diễn tập và khởi động lại',
    en: '… stopping the installation and starting it again',
  },
  restarted: { vi: '✓ đã chạy lại sau {seconds} s', en: '✓ running again after {seconds} s' },
  playing: { vi: '{index}/{of}: chương trình {programme}', en: '{index}/{of}: programme {programme}' },
  summary: {
    vi: '{failed} trên {of} chương trình có điều kiện không đạt; tổng cộng {minutes} phút',
    en: '{failed} of {of} programmes had checks that failed; {minutes} minutes in all',
  },
  notStarted: { vi: 'không khởi động được: {why}', en: 'did not start: {why}' },
  settling: { vi: '… chờ thư và bộ máy xong việc', en: '… waiting for mail and engine to finish' },
  result: {
    vi: '{failed} trên {checks} điều kiện không đạt. Diễn tập {seconds} s, {acts} việc ({perSecond}/s), trả lời p50 {p50} ms, p95 {p95} ms; chậm nhất so với kịch bản {late} ngày chương trình.',
    en: '{failed} of {checks} checks failed. Rehearsed for {seconds} s, {acts} acts ({perSecond}/s), answers p50 {p50} ms, p95 {p95} ms; at most {late} programme days behind the script.',
  },
  tooFast: {
    vi: 'Máy không theo kịp tốc độ này: kết quả lệch kịch bản có thể chỉ vì chậm. Thử lại với --minutes {minutes}.',
    en: 'The machine could not keep this pace: stories may have gone astray for that alone. Try again with --minutes {minutes}.',
  },
  changes: { vi: 'Thay đổi đã xem trước và áp dụng:', en: 'Changes previewed and applied:' },
  change: {
    vi: '{day} {round}: {kind} – {nominations} hồ sơ, {deadlines} thời hạn, {reminders} lần nhắc, {people} người, {notices} thông báo',
    en: '{day} {round}: {kind} – {nominations} nominations, {deadlines} deadlines, {reminders} reminders, {people} people, {notices} notices',
  },
  skipped: { vi: '(không đòi hỏi khi diễn tập ngắn)', en: '(not asked of a short rehearsal)' },
  stopped: { vi: 'đã dừng theo yêu cầu', en: 'stopped as asked' },
  keeping: {
    vi: 'Bản diễn tập vẫn chạy: {page} (dữ liệu {home}); nhấn Ctrl-C để dừng',
    en: 'The installation goes on: {page} (data {home}); press Ctrl-C to stop',
  },
  total: { vi: 'Cộng', en: 'Total' },
} as const satisfies Record<string, Text>;
