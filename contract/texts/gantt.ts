import type { Text } from './text.ts';

/** The stages of a round on the time chart, in the order of the season; `code` stands for it where space is short. */
export const ganttStageTexts = {
  plan: { code: { vi: 'K', en: 'P' }, name: { vi: 'Trình kế hoạch', en: 'Plan' } },
  approval: { code: { vi: 'P', en: 'A' }, name: { vi: 'Phê duyệt kế hoạch', en: 'Approval of the plan' } },
  opening: { code: { vi: '◆', en: '◆' }, name: { vi: 'Phát động', en: 'Launch' } },
  answer: { code: { vi: '▽', en: '▽' }, name: { vi: 'Hạn đơn vị trả lời', en: 'Units’ answers due' } },
  window: { code: { vi: 'N', en: 'N' }, name: { vi: 'Nhận đề nghị', en: 'Nominations' } },
  appraisal: { code: { vi: 'X', en: 'S' }, name: { vi: 'Xét chọn, thẩm định', en: 'Selection' } },
  council: { code: { vi: 'H', en: 'C' }, name: { vi: 'Hội đồng xem xét', en: 'Council' } },
  decision: { code: { vi: 'Q', en: 'D' }, name: { vi: 'Quyết định', en: 'Decision' } },
  publication: { code: { vi: 'C', en: 'R' }, name: { vi: 'Công bố', en: 'Publication' } },
  conclusion: { code: { vi: 'T', en: 'E' }, name: { vi: 'Kết thúc', en: 'Conclusion' } },
} as const satisfies Record<string, { code: Text; name: Text }>;

export const ganttStateTexts = {
  done: { vi: 'đã xong', en: 'done' },
  running: { vi: 'đang thực hiện', en: 'running' },
  late: { vi: 'trễ hạn', en: 'late' },
  coming: { vi: 'sắp tới', en: 'coming' },
  unknown: { vi: 'không có trong sổ', en: 'not on record' },
} as const satisfies Record<string, Text>;

export const ganttTexts = {
  title: { vi: 'Tiến độ chương trình {id}', en: 'Schedule of programme {id}' },
  span: { vi: 'từ {from} đến {to}', en: '{from} to {to}' },
  today: { vi: 'Hôm nay {day}', en: 'Today {day}' },
  todayOutside: {
    vi: 'Hôm nay {day}, ngoài khoảng thời gian của biểu đồ',
    en: 'Today {day}, outside this chart',
  },
  phases: { vi: 'Các đợt thi đua', en: 'Phases' },
  reports: { vi: 'Báo cáo sơ kết, tổng kết', en: 'Interim and final reports' },
  report: { vi: '{kind} gửi {to}', en: '{kind} to {to}' },
  interim: { vi: 'Sơ kết', en: 'Interim report' },
  final: { vi: 'Tổng kết', en: 'Final report' },
  legend: { vi: 'Chú giải', en: 'Key' },
  fromDefinition: {
    vi: 'Vẽ theo văn bản và cấu hình, chưa có số liệu thực hiện: bước đã qua thời hạn không rõ đã làm hay chưa.',
    en: 'Drawn from the definition alone: whether what should be over was done is not known.',
  },
  stopped: {
    vi: 'Vinh Danh chưa chạy, chỉ vẽ theo văn bản; hôm nay là ngày của máy tính hoặc của --today. Để xem thực hiện, hãy chạy: npm start',
    en: 'Vinh Danh is not running: drawn from the definition alone; today is the computer’s day, or that of --today. To see what was done, run: npm start',
  },
  begun: {
    vi: 'Sổ ghi bắt đầu từ {day}: việc lẽ ra phải làm trước đó không có trong sổ, không tính là trễ.',
    en: 'The record began on {day}: what should have happened before is not on record and not counted as late.',
  },
  beforeRecord: { vi: 'trước khi ghi sổ', en: 'before the record' },
  assumed: {
    vi: '* Ngày do cấu hình đặt, văn bản không nêu. Kế hoạch và phê duyệt của đợt chưa mở: ngày chậm nhất để kịp phát động.',
    en: '* Days that are configured, not stated. Plan and approval of a round not begun: the latest days in time for its launch.',
  },
  provisional: { vi: '≈ tạm tính: lịch nghỉ chưa được thông báo', en: '≈ provisional: days off not yet announced' },
  slackLeft: { vi: 'còn {days} ngày', en: '{days} days left' },
  slackOver: { vi: 'trễ {days} ngày', en: '{days} days late' },
  slackEarly: { vi: 'sớm {days} ngày', en: '{days} days early' },
  slackNone: { vi: 'đúng hạn', en: 'on time' },
  lastDay: { vi: 'hết hạn hôm nay', en: 'due today' },
  suspended: { vi: 'tạm dừng', en: 'suspended' },
  cancelled: { vi: 'đã hủy', en: 'cancelled' },
  bar: { vi: '{name}: {from} – {to}, {state}', en: '{name}: {from} – {to}, {state}' },
  mark: { vi: '{name}: {from}, {state}', en: '{name}: {from}, {state}' },
  month: { vi: 'Th{month}', en: '{month}' },
  written: { vi: 'Đã ghi biểu đồ vào {file}', en: 'Chart written to {file}' },
  lateCount: { vi: 'Trễ hạn: {count}', en: 'Late: {count}' },
} as const satisfies Record<string, Text>;
