import type { Text } from '../text.ts';

/** Headings and global options of `--help`. */
export const helpTexts = {
  about: {
    vi: 'Vinh Danh – xét, duyệt đề nghị khen thưởng. Mọi lệnh dùng được với --json.',
    en: 'Vinh Danh – approval of award nominations. Every command takes --json.',
  },
  usageHeading: { vi: 'Cách dùng:', en: 'Usage:' },
  usage: { vi: '[tùy chọn] <lệnh>', en: '[options] <command>' },
  commandToGive: { vi: '<lệnh>', en: '<command>' },
  usageOfCommand: { vi: '[tùy chọn]', en: '[options]' },
  optionsHeading: { vi: 'Tùy chọn:', en: 'Options:' },
  globalOptionsHeading: { vi: 'Tùy chọn chung:', en: 'Global options:' },
  argumentsHeading: { vi: 'Đối số:', en: 'Arguments:' },
  commandsHeading: { vi: 'Lệnh:', en: 'Commands:' },
  shortcutsHeading: {
    vi: 'Lệnh tắt cho từng việc (thay cho `act <mã> <việc>`):',
    en: 'Shortcuts for each act (instead of `act <id> <type>`):',
  },
  actsHeading: { vi: 'Các việc (tên, lệnh tắt, nghĩa):', en: 'Acts (type, shortcut, meaning):' },
  examplesHeading: { vi: 'Ví dụ:', en: 'Examples:' },
  exitHeading: { vi: 'Mã thoát:', en: 'Exit codes:' },
  help: { vi: 'xem cách dùng', en: 'show this help' },
  version: { vi: 'xem phiên bản', en: 'show the version' },
  as: { vi: 'người thực hiện (mã người); hoặc biến VINHDANH_AS', en: 'who acts (person id); or VINHDANH_AS' },
  json: {
    vi: 'in kết quả, kể cả lỗi, thành một tài liệu JSON',
    en: 'print the result, errors too, as one JSON document',
  },
  lang: {
    vi: 'ngôn ngữ: vi hoặc en (mặc định vi); hoặc biến VINHDANH_LANG',
    en: 'language: vi or en (default vi); or VINHDANH_LANG',
  },
  home: {
    vi: 'thư mục dữ liệu của bản đang chạy; hoặc biến VINHDANH_HOME (mặc định .vinhdanh)',
    en: 'data folder of the running installation; or VINHDANH_HOME (default .vinhdanh)',
  },
  nominationId: { vi: 'mã hồ sơ', en: 'nomination id' },
  exit0: { vi: 'đã thực hiện', en: 'done' },
  exit1: {
    vi: 'lỗi ngoài dự kiến (một dòng; chi tiết trong tệp nhật ký), sổ kiểm toán bị sai, hoặc kiểm tra thấy sai lệch',
    en: 'unexpected error (one line; details in a log file), a broken audit chain, or violations found by check',
  },
  exit2: { vi: 'dùng sai hoặc biểu mẫu chưa hợp lệ; chưa lưu gì', en: 'wrong usage or invalid form; nothing was kept' },
  exit3: {
    vi: 'quy định không cho phép; có nêu từng lý do và cách tháo gỡ',
    en: 'refused by the rules; every reason and what lifts it is printed',
  },
  exit4: { vi: 'phần mềm chưa chạy hoặc không kết nối được', en: 'not running or unreachable' },
  exit5: {
    vi: 'đã tiếp nhận, chưa áp dụng; sẽ tự chuyển khi bộ máy chạy lại',
    en: 'received but not yet applied; delivered when the engine is back',
  },
  exit6: {
    vi: 'xung đột: khóa đã dùng cho nội dung khác, hoặc đề nghị đã thay đổi',
    en: 'conflict: the key was used for something else, or the nomination has changed',
  },
} as const satisfies Record<string, Text>;

/** One line on each command. */
export const commandTexts = {
  programmes: {
    vi: 'các chương trình, phong trào và thời gian nhận đề nghị',
    en: 'programmes, movements and when they take nominations',
  },
  people: {
    vi: 'mã người, họ tên, nơi công tác, vai trò đang giữ',
    en: 'who there is: id, name, body, roles held now',
  },
  nominate: {
    vi: 'lập đề nghị khen thưởng, từ tệp biểu mẫu hoặc từ tùy chọn',
    en: 'open a nomination from a form file or from options',
  },
  inbox: { vi: 'việc đang chờ của một người hoặc của một vai trò', en: 'what waits for a person or a queue' },
  act: { vi: 'thực hiện một việc trên đề nghị', en: 'act on a nomination' },
  why: { vi: 'việc nào làm được, việc nào không và vì sao', en: 'what can be done, what cannot, and why' },
  show: { vi: 'tình trạng, thời hạn, ai đang phải làm gì', en: 'state, deadlines, who owes what' },
  list: { vi: 'danh sách đề nghị', en: 'list nominations' },
  timeline: { vi: 'diễn biến: ai, khi nào, việc gì, vì sao', en: 'who did what, when and why' },
  history: {
    vi: 'sự kiện của bộ máy, có giải thích (chỉ quản trị viên)',
    en: 'the engine’s events, explained (administrators only)',
  },
  diagram: {
    vi: 'sơ đồ: đang ở đâu, đã qua đâu, có thể đi đâu',
    en: 'diagram: where it is, the path taken, what can come next',
  },
  calendar: {
    vi: 'lịch làm việc của một năm: ngày nghỉ, ngày làm bù, lý do và căn cứ',
    en: 'the working-day calendar of a year: days off, Saturdays worked, why and by what',
  },
  deadline: {
    vi: 'điều chỉnh thời hạn: xem trước, áp dụng, theo dõi',
    en: 'change deadlines: preview, apply, follow',
  },
  gantt: {
    vi: 'biểu đồ thời gian: đợt, bước, báo cáo, hôm nay, việc trễ hạn',
    en: 'time chart: phases, stages, reports, today, what is late',
  },
  progress: {
    vi: 'tiến độ của từng vai trò và từng người: đang mở, quá hạn, thời gian xử lý',
    en: 'how work stands by queue and person: open, overdue, handling time',
  },
  nudge: {
    vi: 'nhắc một người, hoặc những người giữ một vai trò, về việc đang chờ',
    en: 'nudge a person or a queue about open matters',
  },
  report: {
    vi: 'số liệu của chương trình đến lúc này, kèm XLSX và trang in',
    en: 'a programme’s figures now, as XLSX and page too',
  },
  reports: {
    vi: 'các báo cáo sơ kết, tổng kết: lịch, nơi nhận, bản đã lập',
    en: 'interim and final reports: schedule, recipients, copies',
  },
  mail: {
    vi: 'thư đã gửi; `mail bounce <tệp|->` ghi nhận thư bị trả lại',
    en: 'mail sent; `mail bounce <file|->` records one that came back',
  },
  notices: {
    vi: 'thông báo của một người; lô đang giữ, nhật ký gửi, gửi lại (quản trị viên)',
    en: 'a person’s notices; batches held, delivery log, trying again (administrators)',
  },
  webhook: {
    vi: 'nơi nhận tin tự động của hệ thống khác (quản trị viên)',
    en: 'where other systems are told (administrators)',
  },
  rounds: {
    vi: 'các đợt thi đua: bước, thời gian nhận đề nghị, hạn gần nhất, đơn vị trả lời',
    en: 'rounds: state, window, next deadline, coverage',
  },
  round: {
    vi: 'xem một đợt thi đua và thực hiện việc của đợt (kế hoạch, trả lời, đăng ký, giao ước)',
    en: 'look at a round and act on it (plan, answers, registrations, covenants)',
  },
  check: {
    vi: 'kiểm tra toàn bộ dữ liệu: mọi việc đang mở đều có nơi giải quyết, hạn, bước báo lên',
    en: 'check everything: whatever is open has a queue, a due time and a next escalation',
  },
  verify: { vi: 'kiểm tra sổ kiểm toán còn nguyên vẹn', en: 'verify the audit chain' },
  status: { vi: 'các phần của phần mềm có trả lời không', en: 'whether every part answers' },
} as const satisfies Record<string, Text>;
export type CommandName = keyof typeof commandTexts;

/** What each option means. */
export const optionTexts = {
  programmeId: { vi: 'chỉ xem chương trình này', en: 'only this programme' },
  form: { vi: 'tệp biểu mẫu YAML hoặc JSON', en: 'form file, YAML or JSON' },
  formOfAct: { vi: 'tệp hồ sơ (khi sửa hoặc bổ sung hồ sơ)', en: 'dossier file (to amend or supplement)' },
  programme: { vi: 'mã chương trình', en: 'programme id' },
  movement: { vi: 'mã phong trào', en: 'movement id' },
  unit: { vi: 'mã đơn vị đề nghị', en: 'id of the proposing unit' },
  kind: { vi: 'đối tượng: collective (tập thể) hoặc individual (cá nhân)', en: 'recipient: collective or individual' },
  nominee: { vi: 'mã tập thể hoặc cá nhân được đề nghị', en: 'nominee id' },
  name: { vi: 'tên tập thể hoặc cá nhân', en: 'nominee’s name' },
  title: { vi: 'chức danh', en: 'nominee’s position' },
  achievements: { vi: 'báo cáo thành tích', en: 'achievement report' },
  directWorker: { vi: 'là người lao động trực tiếp', en: 'is a direct worker' },
  key: {
    vi: 'khóa chống gửi trùng: gửi lại cùng khóa chỉ tính một lần',
    en: 'idempotency key: sending again with it counts once',
  },
  queue: { vi: 'vai trò ở một cơ quan, viết vai trò@cơ quan', en: 'queue, written role@body' },
  state: { vi: 'tình trạng', en: 'state' },
  limit: { vi: 'số dòng nhiều nhất', en: 'at most this many' },
  actType: { vi: 'việc, ví dụ draft.signOff', en: 'act, for example draft.signOff' },
  role: { vi: 'thực hiện với vai trò (mặc định: vai trò phù hợp)', en: 'role to act in (default: the fitting one)' },
  roleHeld: { vi: 'chỉ người giữ vai trò này: {allowed}', en: 'only holders of this role: {allowed}' },
  body: { vi: 'chỉ người của cơ quan, đơn vị này (mã)', en: 'only people of this body (id)' },
  all: { vi: 'kể cả những việc lúc này chưa ai thực hiện được', en: 'what nobody can do now, too' },
  reason: { vi: 'lý do', en: 'reason' },
  item: {
    vi: 'nội dung phải bổ sung, viết mã=nội dung; lặp lại được',
    en: 'item to supplement, code=text; repeatable',
  },
  due: { vi: 'hạn, YYYY-MM-DD (hết ngày đó)', en: 'due day, YYYY-MM-DD (to its end)' },
  division: {
    vi: 'mã phòng chuyên môn; lặp lại được khi lấy ý kiến',
    en: 'division id; repeatable when asking',
  },
  opinion: { vi: 'ý kiến: {allowed}', en: 'opinion: {allowed}' },
  resolution: { vi: 'số biên bản, nghị quyết của Hội đồng', en: 'number of the council’s minutes' },
  decisionNumber: { vi: 'số quyết định', en: 'decision number' },
  decisionDate: { vi: 'ngày quyết định, YYYY-MM-DD', en: 'decision date, YYYY-MM-DD' },
  ground: { vi: 'căn cứ: {allowed}', en: 'ground: {allowed}' },
  ifRevision: {
    vi: 'chỉ thực hiện nếu đề nghị còn ở lần thay đổi này',
    en: 'only if the nomination is still at this revision',
  },
  format: { vi: 'mermaid (mặc định) hoặc svg', en: 'mermaid (default) or svg' },
  out: { vi: 'ghi vào tệp thay vì in ra', en: 'write to a file' },
  to: { vi: 'người nhận: mã người hoặc địa chỉ', en: 'recipient: person id or address' },
  nomination: { vi: 'mã hồ sơ', en: 'nomination id' },
  roundId: { vi: 'mã đợt: chương trình/phong trào/đợt', en: 'round id: programme/movement/phase' },
  withEngine: { vi: 'đối chiếu cả với bộ máy Temporal', en: 'compare with the engine too' },
  reportFrom: {
    vi: 'từ ngày, YYYY-MM-DD (mặc định: ngày đầu chương trình)',
    en: 'first day (default: the programme’s first)',
  },
  reportTo: { vi: 'đến ngày, YYYY-MM-DD (mặc định: hôm nay)', en: 'last day (default: today)' },
  xlsx: { vi: 'ghi bảng tính vào tệp', en: 'write the workbook to a file' },
  html: { vi: 'ghi trang báo cáo vào tệp', en: 'write the page to a file' },
  reportsGet: { vi: '`get` để lấy một báo cáo đã lập', en: '`get` to fetch a compiled report' },
  reportId: { vi: 'mã báo cáo', en: 'report id' },
  svg: { vi: 'vẽ SVG: in ra, hoặc ghi vào tệp', en: 'draw SVG: print it, or write it to a file' },
  today: { vi: 'lấy ngày này làm hôm nay, YYYY-MM-DD', en: 'take this day as today' },
  nudgeTarget: { vi: 'mã người, hoặc vai trò@cơ quan', en: 'person id, or queue role@body' },
  nudgeMessage: { vi: 'lời nhắn kèm theo', en: 'a message to go with it' },
  calendarYear: { vi: 'năm, viết bốn chữ số', en: 'year, four digits' },
  mailId: {
    vi: 'mã thư, để đọc cả thư; hoặc bounce và tệp báo cáo trả thư (- là đầu vào chuẩn)',
    en: 'mail id, to read it; or bounce and the file of the report (- is standard input)',
  },
  bounceFile: {
    vi: 'tệp báo cáo trả thư, hoặc -; máy chủ thư hay ai vận hành hệ thống đều chạy được, không cần --as',
    en: 'file of the delivery report, or -; for the mail server and whoever runs the installation, no --as needed',
  },
  noticeAction: {
    vi: 'bỏ trống: danh sách; mã thông báo: đọc; held, preview, release, drop: lô đang giữ; log, retry: nhật ký gửi',
    en: 'nothing: the list; a notice’s id: read it; held, preview, release, drop: batches held; log, retry: delivery log',
  },
  noticeTarget: {
    vi: 'mã lô (preview, release, drop) hoặc mã thông báo (retry)',
    en: 'batch (preview, release, drop) or notice (retry)',
  },
  unread: { vi: 'chỉ những thông báo chưa đọc', en: 'unread ones only' },
  noticeStatus: { vi: 'chỉ trạng thái gửi này: {allowed}', en: 'only this delivery status: {allowed}' },
  noticeSubject: { vi: 'chỉ đề nghị hoặc đợt này (mã)', en: 'only this nomination or round (id)' },
  webhookAction: { vi: 'add <địa chỉ>, list hoặc remove <mã>', en: 'add <url>, list or remove <id>' },
  webhookTarget: {
    vi: 'địa chỉ http(s), kể cả trong mạng nội bộ (add), hoặc mã (remove)',
    en: 'http(s) address, of your own network too (add), or id (remove)',
  },
  template: {
    vi: 'chỉ mẫu thông báo này; lặp lại được; bỏ trống là tất cả',
    en: 'only this notice template; repeatable; none means all',
  },
} as const satisfies Record<string, Text>;
