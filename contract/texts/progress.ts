import type { Text } from './text.ts';

/** How work stands, and what came of a nudge. */
export const progressTexts = {
  queue: { vi: 'Nơi giải quyết', en: 'Queue' },
  open: { vi: 'Đang mở', en: 'Open' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  oldest: { vi: 'Lâu nhất từ', en: 'Oldest since' },
  nextDue: { vi: 'Hạn tới', en: 'Next due' },
  closed: { vi: 'Đã xong', en: 'Done' },
  median: { vi: 'Thời gian xử lý (trung vị)', en: 'Handling time (median)' },
  holder: { vi: 'Người giữ', en: 'Held by' },
  person: { vi: '{name} ({id})', en: '{name} ({id})' },
  nobody: { vi: '(chưa có ai)', en: '(nobody)' },
  none: { vi: 'Không có việc nào trong phạm vi này.', en: 'There is no work in this scope.' },
  hours: { vi: '{count} giờ', en: '{count} hours' },
  days: { vi: '{count} ngày', en: '{count} days' },
  dash: { vi: '–', en: '–' },
  total: { vi: 'Tổng cộng: {open} việc đang mở, {overdue} quá hạn.', en: 'In all: {open} open, {overdue} overdue.' },
  nudged: { vi: 'Đã nhắc {name} ({id}): {count} việc.', en: 'Nudged {name} ({id}): {count} matters.' },
  matter: { vi: '  • {subject}, hạn {due}{late}', en: '  • {subject}, due {due}{late}' },
  late: { vi: ', quá hạn', en: ', overdue' },
  alreadyNudged: {
    vi: 'Chưa nhắc {name} ({id}): hôm nay {by} đã nhắc lúc {at}. Mỗi người chỉ được nhắc một lần mỗi ngày.',
    en: '{name} ({id}) was not nudged: {by} did so today at {at}. Nobody is nudged more than once a day.',
  },
  nothingOpen: {
    vi: 'Không nhắc {name} ({id}): không có việc nào đang chờ.',
    en: '{name} ({id}) was not nudged: nothing waits for them.',
  },
  notYours: {
    vi: 'Không được nhắc {name} ({id}): chỉ thư ký thường trực Hội đồng, cấp có thẩm quyền của các hồ sơ đó, hoặc quản trị viên được nhắc.',
    en: '{name} ({id}) may not be nudged by you: only the council’s secretary, the authority of those matters, or an administrator may.',
  },
  yourself: { vi: 'Không cần tự nhắc mình ({name}).', en: 'There is no need to nudge yourself ({name}).' },
  nobodyHolds: {
    vi: 'Hiện chưa có ai giữ vai trò này; không nhắc được ai.',
    en: 'Nobody holds this queue now; there is nobody to nudge.',
  },
} as const satisfies Record<string, Text>;
