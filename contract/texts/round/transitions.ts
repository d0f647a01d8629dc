import type { RoundEventType } from '../../roundEvents.ts';
import type { Text } from '../text.ts';

/** What each event of a round is called on a button, in the timeline and on the diagram. */
export const roundTransitionTexts = {
  'round.begin': { vi: 'Mở đợt thi đua', en: 'Begin the round' },
  'plan.submit': { vi: 'Trình kế hoạch phong trào', en: 'Submit the movement plan' },
  'plan.approve': { vi: 'Phê duyệt kế hoạch', en: 'Approve the plan' },
  'plan.return': { vi: 'Trả lại kế hoạch để hoàn thiện', en: 'Return the plan' },
  'unit.answer': { vi: 'Trả lời việc tham gia', en: 'Answer the launch' },
  'unit.register': { vi: 'Đăng ký thi đua', en: 'Register for the movement' },
  'unit.signCovenant': { vi: 'Ký kết giao ước thi đua', en: 'Sign an emulation covenant' },
  'deadline.change': { vi: 'Điều chỉnh thời hạn', en: 'Change deadlines' },
  'round.suspend': { vi: 'Tạm dừng đợt thi đua', en: 'Suspend the round' },
  'round.resume': { vi: 'Tiếp tục đợt thi đua', en: 'Resume the round' },
  'round.cancel': { vi: 'Hủy đợt thi đua', en: 'Cancel the round' },
  'deadline.pass': { vi: 'Hết thời hạn', en: 'Deadline passes' },
  'stage.complete': { vi: 'Hoàn thành bước, chuyển bước tiếp theo', en: 'Stage completed' },
  'movement.stall': { vi: 'Phát mà không động', en: 'Launched, but nobody acts' },
} as const satisfies Record<RoundEventType, Text>;
