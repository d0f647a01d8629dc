import type { RoundStateName } from '../../roundStates.ts';
import type { Text } from '../text.ts';

/** What a round's state is called. */
export const roundStateTexts = {
  planning: { vi: 'Đang xây dựng kế hoạch', en: 'Plan being drawn up' },
  planReview: { vi: 'Kế hoạch chờ phê duyệt', en: 'Plan awaiting approval' },
  approved: { vi: 'Kế hoạch đã phê duyệt, chờ phát động', en: 'Plan approved, not yet launched' },
  open: { vi: 'Đã phát động, đang nhận đề nghị', en: 'Launched, taking nominations' },
  appraisal: { vi: 'Bộ phận phụ trách xét chọn, đề cử', en: 'Selection by the body in charge' },
  council: { vi: 'Hội đồng xem xét', en: 'Before the council' },
  decision: { vi: 'Chờ quyết định khen thưởng', en: 'Awaiting the award decisions' },
  published: { vi: 'Đã công bố kết quả', en: 'Results published' },
  closed: { vi: 'Đã kết thúc', en: 'Closed' },
  suspended: { vi: 'Đang tạm dừng', en: 'Suspended' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
} as const satisfies Record<RoundStateName, Text>;
