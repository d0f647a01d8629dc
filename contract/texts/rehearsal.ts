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
    vi: 'diễn biến liên tục, không thiếu bước: {count} sự kiện, {of} hồ sơ',
    en: 'revisions have no gaps: {count} events, {of} nominations',
  },
  openHaveOwners: {
    vi: 'mọi hồ sơ còn mở đều có người phụ trách: {count}',
    en: 'every open nomination has an owner: {count}',
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
    vi: 'mọi thông báo đã đến hộp thư: {count} ({repeated} thư gửi lặp)',
    en: 'every notice reached the mailbox: {count} ({repeated} sent twice)',
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

/** Lines around them. */
export const rehearsalTexts = {
  usage: {
    vi: 'cách dùng: npm run rehearse -- <chương trình> [--seed n] [--minutes m | --speed x] [--nominations n] [--rows 2.1,2.2] [--keep] [--lang vi|en] [--json]; diễn tập được: {known}',
    en: 'usage: npm run rehearse -- <programme> [--seed n] [--minutes m | --speed x] [--nominations n] [--rows 2.1,2.2] [--keep] [--lang vi|en] [--json]; can be rehearsed: {known}',
  },
  unknownProgramme: {
    vi: 'không diễn tập được chương trình “{name}”; diễn tập được: {known}',
    en: 'the programme “{name}” cannot be rehearsed; these can: {known}',
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
    vi: 'Diễn tập chương trình {programme}: {nominations} đề nghị, {acts} việc, hạt giống {seed}, kế hoạch {hash}',
    en: 'Rehearsing programme {programme}: {nominations} nominations, {acts} acts, seed {seed}, plan {hash}',
  },
  span: {
    vi: 'Từ {from} đến {to} của chương trình trong {minutes} phút (× {speed}); dữ liệu: {home}',
    en: 'From {from} to {to} of the programme in {minutes} minutes (× {speed}); data: {home}',
  },
  starting: { vi: '… đang khởi động bản diễn tập', en: '… starting the installation' },
  ready: { vi: '✓ sẵn sàng sau {seconds} s: {page}', en: '✓ ready after {seconds} s: {page}' },
  progress: {
    vi: '{day} · đã mở {opened} · đang xử lý {inProgress} · xong {over} · việc đã làm {applied}, bị từ chối {refused} · thư {mails}',
    en: '{day} · opened {opened} · in progress {inProgress} · done {over} · acts applied {applied}, refused {refused} · mails {mails}',
  },
  settling: { vi: '… chờ thư và bộ máy xong việc', en: '… waiting for mail and engine to finish' },
  result: {
    vi: '{failed} trên {checks} điều kiện không đạt. Diễn tập {seconds} s, {acts} việc ({perSecond}/s), trả lời p50 {p50} ms, p95 {p95} ms; chậm nhất so với kịch bản {late} ngày chương trình.',
    en: '{failed} of {checks} checks failed. Rehearsed for {seconds} s, {acts} acts ({perSecond}/s), answers p50 {p50} ms, p95 {p95} ms; at most {late} programme days behind the script.',
  },
  tooFast: {
    vi: 'Máy không theo kịp tốc độ này: kết quả lệch kịch bản có thể chỉ vì chậm. Thử lại với --minutes {minutes}.',
    en: 'The machine could not keep this pace: stories may have gone astray for that alone. Try again with --minutes {minutes}.',
  },
  skipped: { vi: '(không đòi hỏi khi diễn tập ngắn)', en: '(not asked of a short rehearsal)' },
  stopped: { vi: 'đã dừng theo yêu cầu', en: 'stopped as asked' },
  keeping: {
    vi: 'Bản diễn tập vẫn chạy: {page} (dữ liệu {home}); nhấn Ctrl-C để dừng',
    en: 'The installation goes on: {page} (data {home}); press Ctrl-C to stop',
  },
  total: { vi: 'Cộng', en: 'Total' },
} as const satisfies Record<string, Text>;
