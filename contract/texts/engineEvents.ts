import type { Text } from './text.ts';

/** What each kind of event means in the life of a nomination. */
export const engineEventTexts: Record<string, Text> = {
  WORKFLOW_EXECUTION_STARTED: {
    vi: 'Bắt đầu theo dõi hồ sơ (hoặc tiếp nối lần chạy trước)',
    en: 'The nomination is taken up (or carried on from the run before)',
  },
  WORKFLOW_TASK_SCHEDULED: { vi: 'Có việc cho bộ xử lý', en: 'There is work for a worker' },
  WORKFLOW_TASK_STARTED: { vi: 'Bộ xử lý nhận việc', en: 'A worker took the work' },
  WORKFLOW_TASK_COMPLETED: { vi: 'Bộ xử lý làm xong', en: 'The worker finished' },
  WORKFLOW_TASK_TIMED_OUT: {
    vi: 'Bộ xử lý không trả lời kịp; việc được giao lại',
    en: 'The worker did not answer in time; the work is given out again',
  },
  WORKFLOW_TASK_FAILED: {
    vi: 'Bộ xử lý gặp lỗi; việc được giao lại',
    en: 'The worker failed; the work is given out again',
  },
  WORKFLOW_EXECUTION_UPDATE_ACCEPTED: { vi: 'Một hành động được chấp nhận', en: 'An act was accepted' },
  WORKFLOW_EXECUTION_UPDATE_COMPLETED: {
    vi: 'Hành động đã được áp dụng và trả lời',
    en: 'The act was applied and answered',
  },
  MARKER_RECORDED: {
    vi: 'Đã ghi vào cơ sở dữ liệu (sổ ghi, việc cần làm, thông báo)',
    en: 'Written to the database (record, work items, notices)',
  },
  TIMER_STARTED: { vi: 'Đặt hẹn giờ cho thời hạn kế tiếp', en: 'The timer was set for the next deadline' },
  TIMER_FIRED: { vi: 'Đến giờ hẹn', en: 'The timer fired' },
  TIMER_CANCELED: {
    vi: 'Hủy hẹn giờ cũ vì thời hạn đến sớm hơn',
    en: 'The old timer was cancelled: the deadline moved earlier',
  },
  WORKFLOW_EXECUTION_COMPLETED: { vi: 'Hồ sơ đã kết thúc', en: 'The nomination is over' },
  WORKFLOW_EXECUTION_CONTINUED_AS_NEW: {
    vi: 'Chuyển sang một lần chạy mới, giữ nguyên trạng thái và thời hạn',
    en: 'Carried on in a new run, with state and deadlines',
  },
  WORKFLOW_EXECUTION_FAILED: { vi: 'Lỗi: cần quản trị viên xem xét', en: 'Failed: an administrator must look' },
  WORKFLOW_EXECUTION_TERMINATED: { vi: 'Bị quản trị viên chấm dứt', en: 'Terminated by an administrator' },
};
/** What any other kind means. */
export const otherEngineEventText: Text = { vi: 'Sự kiện nội bộ của bộ máy', en: 'An internal event of the engine' };
