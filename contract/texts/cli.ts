import type { Text } from './text.ts';

/** Messages of the command line: what went wrong and what to do. */
export const cliTexts = {
  notRunning: {
    vi: 'Vinh Danh chưa chạy (không thấy {where}). Hãy chạy `npm start` trong thư mục phần mềm rồi thử lại.',
    en: 'Vinh Danh is not running (no {where}). Run `npm start` in the program folder, then try again.',
  },
  runtimeUnreadable: {
    vi: 'Không đọc được {where}. Hãy dừng rồi chạy lại `npm start`.',
    en: 'Cannot read {where}. Stop and run `npm start` again.',
  },
  startAgain: {
    vi: 'Hãy kiểm tra bằng `npx vinhdanh status`; nếu phần mềm đã dừng, chạy lại `npm start`.',
    en: 'Check with `npx vinhdanh status`; if the program has stopped, run `npm start` again.',
  },
  databaseLost: {
    vi: 'Mất liên lạc với cơ sở dữ liệu khi đang thực hiện; chưa rõ đã thực hiện xong hay chưa.',
    en: 'The connection to the database was lost on the way; it is not known whether the command was done.',
  },
  runAgain: {
    vi: 'Hãy kiểm tra bằng `npx vinhdanh status`; khi cơ sở dữ liệu hoạt động trở lại, chạy lại đúng lệnh này.',
    en: 'Check with `npx vinhdanh status`; when the database is back, run this same command again.',
  },
  unexpected: {
    vi: 'Lỗi ngoài dự kiến: {message}. Chi tiết đã ghi vào {log}.',
    en: 'Unexpected error: {message}. Details are in {log}.',
  },
  unexpectedUnlogged: { vi: 'Lỗi ngoài dự kiến: {message}.', en: 'Unexpected error: {message}.' },
  sendAgainWithKey: {
    vi: 'Chưa rõ việc đã được tiếp nhận hay chưa. Khi gửi lại, thêm `--key {key}` để không bị tính hai lần.',
    en: 'It is not known whether this was received. When sending again add `--key {key}` so that it counts once.',
  },
  whoActs: {
    vi: 'Chưa biết ai thực hiện: thêm `--as <mã người>` hoặc đặt biến VINHDANH_AS.',
    en: 'Nobody named to act: add `--as <person id>` or set VINHDANH_AS.',
  },
  inboxOfWhom: {
    vi: 'Chưa biết xem việc của ai: thêm `--as <mã người>` hoặc `--queue <vai trò@cơ quan>`.',
    en: 'Nobody named: add `--as <person id>` or `--queue <role@body>`.',
  },
  invalidForm: { vi: 'Nội dung gửi chưa hợp lệ; chưa có gì được lưu:', en: 'The form is not valid; nothing was kept:' },
  fileUnreadable: { vi: 'Không đọc được tệp {file}: {reason}.', en: 'Cannot read the file {file}: {reason}.' },
  fileMissing: { vi: 'không có tệp này', en: 'no such file' },
  fileNotForm: {
    vi: 'không phải là một biểu mẫu gồm các trường `tên: giá trị`',
    en: 'not a form made of `name: value` fields',
  },
  fileUnwritable: { vi: 'Không ghi được tệp {file}: {reason}.', en: 'Cannot write the file {file}: {reason}.' },
  unknownAct: { vi: 'Không có việc “{type}”. Các việc được dùng:', en: 'There is no act “{type}”. The acts are:' },
  unknownValue: {
    vi: 'Giá trị “{value}” của {option} không được dùng. Các giá trị được dùng: {allowed}.',
    en: '“{value}” is not a value of {option}. The values are: {allowed}.',
  },
  notPositiveInteger: { vi: '{option} phải là số nguyên dương.', en: '{option} must be a positive whole number.' },
  itemShape: {
    vi: '--item phải có dạng mã=nội dung, ví dụ --item "bienBan=Thiếu biên bản họp bình xét"; nhận được “{value}”.',
    en: '--item must be code=text, for example --item "minutes=Minutes are missing"; got “{value}”.',
  },
  optionNotOfAct: {
    vi: 'Việc {type} không dùng {option}. Các tùy chọn của việc này: {allowed}.',
    en: 'The act {type} does not take {option}. Its options: {allowed}.',
  },
  roleUnknown: {
    vi: 'Chưa xác định được thực hiện với vai trò nào; chưa gửi gì. Hãy thêm --role (một trong: {allowed}).',
    en: 'It is not clear in which role to act; nothing was sent. Add --role (one of: {allowed}).',
  },
  refused: { vi: 'Không được chấp nhận, vì:', en: 'Refused, because:' },
  conflict: {
    vi: 'Không thực hiện, vì đề nghị đã thay đổi so với bản đang xem:',
    en: 'Not done: the nomination has changed since it was read:',
  },
  lift: { vi: 'Cách tháo gỡ: {lift}', en: 'What lifts it: {lift}' },
  unknownMail: {
    vi: 'Không có thư mang mã {id}. Xem danh sách: npx vinhdanh mail',
    en: 'There is no mail {id}. See the list: npx vinhdanh mail',
  },
  unknownProgramme: {
    vi: 'Không có chương trình mang mã {id}. Các chương trình hiện có: {allowed}.',
    en: 'There is no programme {id}. The programmes are: {allowed}.',
  },
  unknownBody: {
    vi: 'Không có cơ quan, đơn vị mang mã “{value}”. Xem mã: npx vinhdanh people',
    en: 'There is no body “{value}”. See the ids: npx vinhdanh people',
  },
  administratorsOnly: {
    vi: 'Lịch sử của bộ máy chỉ dành cho quản trị viên; {person} không giữ vai trò quản trị viên. Diễn biến dễ đọc: `npx vinhdanh timeline {id}`.',
    en: 'The engine’s history is for administrators; {person} does not hold that role. The readable course of events: `npx vinhdanh timeline {id}`.',
  },
  waiting: { vi: '… đang chờ trả lời, đã {seconds} giây', en: '… waiting for an answer, {seconds} seconds so far' },
  usageUnknownOption: { vi: 'Không có tùy chọn {name}.', en: 'There is no option {name}.' },
  usageUnknownCommand: { vi: 'Không có lệnh {name}.', en: 'There is no command {name}.' },
  usageMissingArgument: { vi: 'Thiếu <{name}>.', en: 'Missing <{name}>.' },
  usageMissingValue: { vi: 'Tùy chọn {name} thiếu giá trị.', en: 'The option {name} needs a value.' },
  usageExcess: { vi: 'Thừa đối số: {name}.', en: 'Too many arguments: {name}.' },
  usageOther: { vi: 'Cách dùng chưa đúng: {name}.', en: 'Wrong usage: {name}.' },
  usageNearest: { vi: 'Có phải Ông/Bà muốn dùng {name}?', en: 'Did you mean {name}?' },
  /** A command that has commands of its own, and none was named. `command` is the whole of it. */
  usageNeedsCommand: {
    vi: 'Chưa rõ phải làm gì: sau “{command}” cần thêm một lệnh con.',
    en: 'Nothing to do was named: “{command}” needs a command after it.',
  },
  usageSeeHelp: { vi: 'Xem cách dùng: {command} --help', en: 'See: {command} --help' },
} as const satisfies Record<string, Text>;

/** What is wrong with one field of a form. */
export const fieldTexts = {
  missing: { vi: 'chưa có', en: 'is missing' },
  empty: { vi: 'không được để trống', en: 'must not be empty' },
  tooLong: { vi: 'dài quá {maximum} ký tự', en: 'is longer than {maximum} characters' },
  tooHigh: { vi: 'không được quá {maximum}', en: 'must be {maximum} or less' },
  tooMany: { vi: 'không được quá {maximum} mục', en: 'must not have more than {maximum} entries' },
  oneOf: { vi: 'phải là một trong: {allowed}', en: 'must be one of: {allowed}' },
  day: { vi: 'phải là ngày có thật, viết YYYY-MM-DD', en: 'must be a real day, written YYYY-MM-DD' },
  pattern: { vi: 'không đúng dạng quy định', en: 'does not have the required form' },
  needText: { vi: 'phải là chữ; số thì đặt trong dấu ngoặc kép', en: 'must be text; put numbers in quotes' },
  needYesNo: { vi: 'phải là true hoặc false', en: 'must be true or false' },
  needList: { vi: 'phải là danh sách', en: 'must be a list' },
  needNumber: { vi: 'phải là số nguyên', en: 'must be a whole number' },
  tooLow: { vi: 'phải từ {minimum} trở lên', en: 'must be {minimum} or more' },
  tooFew: { vi: 'cần ít nhất {minimum}', en: 'needs {minimum} or more' },
  needFields: {
    vi: 'phải gồm các trường con, mỗi trường viết “tên: giá trị”',
    en: 'must be made of fields, each written “name: value”',
  },
  dayOutside: {
    vi: 'phải là ngày từ {earliest} đến {latest}',
    en: 'must be a day from {earliest} to {latest}',
  },
  zero: { vi: 'phải khác 0', en: 'must not be 0' },
  repeated: { vi: 'không được ghi hai lần cùng một tên', en: 'must not name the same one twice' },
  unknown: { vi: 'không có trường này trong biểu mẫu', en: 'is not a field of the form' },
  wrong: { vi: 'chưa hợp lệ', en: 'is not valid' },
} as const satisfies Record<string, Text>;
