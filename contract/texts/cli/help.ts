import type { Text } from '../text.ts';

/** Headings and global options of `--help`. */
export const helpTexts = {
  about: {
    vi: 'Vinh Danh – xét, duyệt đề nghị khen thưởng. Mọi lệnh dùng được với --json.',
    en: 'Vinh Danh – approval of award nominations. Every command takes --json.',
  },
  usageHeading: { vi: 'Cách dùng:', en: 'Usage:' },
  usage: { vi: '[tùy chọn] <lệnh>', en: '[options] <command>' },
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
  nominationId: { vi: 'mã đề nghị', en: 'nomination id' },
  exit0: { vi: 'đã thực hiện', en: 'done' },
  exit1: {
    vi: 'lỗi ngoài dự kiến (một dòng; chi tiết trong tệp nhật ký), hoặc sổ kiểm toán bị sai',
    en: 'unexpected error (one line; details in a log file), or the audit chain is broken',
  },
  exit2: { vi: 'dùng sai hoặc biểu mẫu chưa hợp lệ; chưa lưu gì', en: 'wrong usage or invalid form; nothing was kept' },
  exit3: {
    vi: 'quy định không cho phép; có nêu từng lý do và cách tháo gỡ',
    en: 'refused by the rules; every reason and what lifts it is printed',
  },
  exit4: { vi: 'chương trình chưa chạy hoặc không kết nối được', en: 'not running or unreachable' },
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
  inbox: { vi: 'việc đang chờ của một người hoặc một hàng việc', en: 'what waits for a person or a queue' },
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
  mail: { vi: 'thư đã gửi', en: 'mail sent' },
  verify: { vi: 'kiểm tra sổ kiểm toán còn nguyên vẹn', en: 'verify the audit chain' },
  status: { vi: 'các phần của chương trình có trả lời không', en: 'whether every part answers' },
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
  queue: { vi: 'hàng việc, viết vai trò@cơ quan', en: 'queue, written role@body' },
  state: { vi: 'tình trạng', en: 'state' },
  limit: { vi: 'nhiều nhất bao nhiêu dòng', en: 'at most this many' },
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
    vi: 'mã phòng chuyên môn; lặp lại được khi đề nghị thẩm định',
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
  nomination: { vi: 'mã đề nghị', en: 'nomination id' },
  mailId: { vi: 'mã thư, để đọc cả thư', en: 'mail id, to read it' },
} as const satisfies Record<string, Text>;
