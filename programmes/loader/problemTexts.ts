import type { Text } from '../../contract/texts/text.ts';
import { ruleTexts } from '../ruleTexts.ts';

/** What can be wrong with a definition. Stable codes; `{…}` is filled from the problem's values. */
export const problemTexts = {
  YAML_SYNTAX: { vi: 'YAML sai cú pháp: {detail}', en: 'not YAML: {detail}' },
  DUPLICATE_KEY: { vi: 'khóa “{key}” lặp lại', en: 'key "{key}" appears twice' },
  NO_ALIAS: {
    vi: 'không dùng bí danh YAML *{name}; hãy ghi đủ',
    en: 'YAML aliases such as *{name} are not used; write it out',
  },
  NOT_NFC: { vi: 'dòng này không ở dạng Unicode NFC', en: 'this line is not in Unicode NFC' },
  UNKNOWN_KEY: { vi: 'khóa lạ “{key}”', en: 'unknown key "{key}"' },
  MISSING_KEY: { vi: 'thiếu khóa “{key}”', en: 'key "{key}" is missing' },
  WRONG_TYPE: { vi: 'phải là {expectedVi}, đang là {found}', en: 'must be {expectedEn}, is {found}' },
  EMPTY_TEXT: { vi: 'không được để trống', en: 'must not be empty' },
  BAD_VALUE: { vi: 'không chấp nhận giá trị “{found}”', en: 'value "{found}" is not accepted' },
  BAD_FORM: { vi: '“{found}” không đúng dạng {form}', en: '"{found}" does not have the form {form}' },
  BAD_DATE: { vi: '“{found}” không phải ngày YYYY-MM-DD có thật', en: '"{found}" is not a real date YYYY-MM-DD' },
  TOO_SMALL: { vi: 'phải từ {minimum} trở lên, đang là {found}', en: 'must be at least {minimum}, is {found}' },
  TOO_BIG: { vi: 'không được quá {maximum}, đang là {found}', en: 'must be at most {maximum}, is {found}' },
  EMPTY_LIST: { vi: 'danh sách không được rỗng', en: 'the list must not be empty' },
  UNKNOWN_BODY: { vi: 'không có cơ quan nào mã “{name}”', en: 'no body has the id "{name}"' },
  UNKNOWN_UNIT: { vi: 'không có đơn vị đề nghị nào mã “{name}”', en: 'no nominating unit has the id "{name}"' },
  UNKNOWN_ROLE: { vi: 'không có vai trò nào tên “{name}”', en: 'no role is named "{name}"' },
  UNKNOWN_MOVEMENT: { vi: 'không có phong trào nào số “{name}”', en: 'no movement has the id "{name}"' },
  DUPLICATE_ID: { vi: 'mã “{id}” đã dùng ở dòng {first}', en: 'id "{id}" is already used on line {first}' },
  DATES_REVERSED: { vi: 'ngày cuối {to} trước ngày đầu {from}', en: 'ends {to}, before it begins {from}' },
  PHASES_OVERLAP: {
    vi: 'đợt “{second}” bắt đầu {from}, khi đợt “{first}” chưa hết ({to})',
    en: 'phase "{second}" begins {from}, while phase "{first}" lasts to {to}',
  },
  WINDOW_OUTSIDE_SPAN: {
    vi: 'thời gian xét {from} – {to} ra ngoài các đợt {spanFrom} – {spanTo}; nếu đúng ý, ghi lý do vào outsideSpan',
    en: 'window {from} to {to} leaves the phases {spanFrom} to {spanTo}; if meant, give the reason in outsideSpan',
  },
  WINDOW_INSIDE_SPAN: {
    vi: 'có outsideSpan nhưng thời gian xét nằm trong các đợt',
    en: 'outsideSpan is given, but the window is inside the phases',
  },
  ...ruleTexts,
  DEADLINE_MISSING: {
    vi: 'thiếu thời hạn “{name}”: thiếu là máy trạng thái báo hết hạn ngay',
    en: 'deadline "{name}" is missing: the state machine would fire it at once',
  },
  ROUND_OPENING_OF_PLAN: {
    vi: 'ngày mở và đóng lấy từ kế hoạch; ở “closing” chỉ đặt được on: windowEnd và remindBefore',
    en: 'opening and closing come from the plan; "closing" may only have on: windowEnd and remindBefore',
  },
  ROUND_DEADLINE_EARLY: {
    vi: 'thời hạn “{name}” ({on}) không sau ngày hết nhận đề nghị ({to})',
    en: 'deadline "{name}" ({on}) does not fall after the last day of nominations ({to})',
  },
  ROUND_WITHOUT_CHAIN: {
    vi: 'đợt thi đua không thuộc đơn vị nào nên chuỗi báo lên cần một bậc ngoài đơn vị',
    en: 'a round belongs to no unit, so the chain needs a step that leads elsewhere',
  },
  NO_ROUND: {
    vi: 'không nhận đề nghị trong đợt này: phong trào {movements}; ghi nominations cho đợt, hoặc noRoundIn kèm lý do',
    en: 'no nominations are taken in this phase for {movements}; give the phase nominations, or noRoundIn with a reason',
  },
  ROUND_EXCLUDED_AND_OPEN: {
    vi: 'thời gian xét chạm đợt “{phase}” nên không thể bỏ đợt này',
    en: 'the review window touches phase "{phase}", so it cannot be left out',
  },
  MOVEMENT_WITHOUT_ROUND: { vi: 'phong trào không có đợt nào', en: 'the movement has no round in any phase' },
  UNKNOWN_PHASE: { vi: 'không có đợt nào mã “{name}”', en: 'no phase has the id "{name}"' },
  NOMINATIONS_OUTSIDE_PHASE: {
    vi: 'ngày nhận đề nghị {from} – {to} ra ngoài đợt {phaseFrom} – {phaseTo}',
    en: 'nominations {from} to {to} leave the phase {phaseFrom} to {phaseTo}',
  },
  NOMINATIONS_UNUSED: {
    vi: 'có nominations nhưng thời gian xét của mọi phong trào đều chạm đợt này',
    en: 'nominations is given, but every movement’s review window touches the phase',
  },
  REPORT_DAYS_UNORDERED: {
    vi: 'ngày báo cáo phải tăng dần, không lặp; sai ở {day}',
    en: 'report days must go up without repeating; wrong at {day}',
  },
  REPORT_BEFORE_PROGRAMME: {
    vi: 'ngày báo cáo {day} trước ngày đầu của chương trình {from}',
    en: 'report day {day} is before the programme begins {from}',
  },
  REPORT_FINAL_UNKNOWN: {
    vi: 'ngày tổng kết {name} không có trong dueOn',
    en: 'final report day {name} is not in dueOn',
  },
  NO_COUNCIL_STEP: { vi: 'tuyến simplified không có bước Hội đồng', en: 'the simplified road has no council step' },
  QUOTE_NOT_FOUND: { vi: 'trích dẫn không có trong {document}', en: 'the quote is not in {document}' },
  QUOTE_ELSEWHERE: {
    vi: 'trích dẫn có trong {document} nhưng không thuộc mục của phong trào {movement}',
    en: 'the quote is in {document}, but not in the part on movement {movement}',
  },
  NOT_IN_QUOTE: { vi: '“{value}” không có trong trích dẫn', en: '"{value}" is not in the quote' },
  CONFIGURED_MISSING: {
    vi: 'văn bản để ngỏ (notStated) nên phải có configured',
    en: 'left open (notStated), so it needs configured',
  },
  CONFIGURED_MIXED: {
    vi: 'văn bản đã nêu nên không được có configured',
    en: 'stated by the document, so it must not have configured',
  },
  ESCALATION_UNRESOLVED: {
    vi: 'bậc báo lên “{step}” không dẫn tới ai',
    en: 'escalation step "{step}" leads to nobody',
  },
  NOBODY_HOLDS: {
    vi: 'không ai giữ vai trò {queue} trong {from} – {to}',
    en: 'nobody holds {queue} from {from} to {to}',
  },
  NOBODY_EVER: { vi: 'không ai giữ vai trò {queue}', en: 'nobody holds {queue}' },
  NOT_SEPARATE: {
    vi: 'đơn vị {unit}: không đủ người khác nhau cho các vai trò {queues}',
    en: 'unit {unit}: not enough different people for {queues}',
  },
  NO_UNITS: { vi: 'không có đơn vị trực thuộc nào của {body}', en: 'no unit under {body} nominates' },
  DOCUMENT_MISSING: {
    vi: 'không đọc được văn bản gốc {document}',
    en: 'the source document {document} cannot be read',
  },
  NO_SUCH_DAY: { vi: 'không có ngày {day}', en: 'there is no day {day}' },
  OTHER_YEAR: { vi: 'ngày {day} không thuộc năm {year}', en: '{day} is not in {year}' },
  YEAR_MISSING: { vi: 'thiếu năm {year}', en: 'year {year} is missing' },
  TET_DAYS: {
    vi: 'ngày nghỉ Tết phải là {days} ngày liền nhau, có mùng 1 ({first})',
    en: 'the days of Tết must be {days} days in a row with the first of the lunar year ({first}) among them',
  },
  NOT_BESIDE: { vi: '{day} không liền kề ngày 02/9', en: '{day} is not beside 2 September' },
  NOT_WEEKDAY: { vi: '{day} là thứ Bảy hoặc Chủ nhật', en: '{day} is a Saturday or a Sunday' },
  NOT_REST_DAY: { vi: '{day} không phải thứ Bảy, Chủ nhật', en: '{day} is not a Saturday or a Sunday' },
  SWAP_ON_HOLIDAY: { vi: '{day} đã là ngày nghỉ lễ, Tết', en: '{day} is a holiday already' },
  FIXED_TWICE: { vi: '{what} đã được ấn định ở dòng {first}', en: '{what} is already fixed on line {first}' },
  FILE_MISSING: { vi: 'không đọc được tệp', en: 'the file cannot be read' },
} as const satisfies Record<string, Text>;

export type ProblemCode = keyof typeof problemTexts;
