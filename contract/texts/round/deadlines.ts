import type { RoundDeadlineName } from '../../roundStates.ts';
import type { Text } from '../text.ts';

/** What each deadline of a round is called. */
export const roundDeadlineTexts = {
  plan: { vi: 'Hạn trình kế hoạch phong trào', en: 'Due date of the movement plan' },
  approval: { vi: 'Hạn phê duyệt kế hoạch', en: 'Due date of the plan’s approval' },
  opening: { vi: 'Thời điểm phát động phong trào', en: 'Launch of the movement' },
  answer: { vi: 'Hạn các đơn vị trả lời việc tham gia', en: 'Units’ answers to the launch due' },
  closing: { vi: 'Hết thời gian nhận đề nghị', en: 'End of the nominations' },
  appraisal: { vi: 'Hạn xét chọn, đề cử của bộ phận phụ trách', en: 'Selection by the body in charge due' },
  council: { vi: 'Hạn xem xét của Hội đồng', en: 'Council deadline' },
  decision: { vi: 'Hạn quyết định và công bố khen thưởng', en: 'Award decisions and their publication due' },
  publication: { vi: 'Hạn công bố kết quả', en: 'Publication of the results due' },
  conclusion: { vi: 'Hạn kết thúc đợt thi đua', en: 'Conclusion of the round due' },
  suspension: { vi: 'Hạn rà soát việc tạm dừng đợt thi đua', en: 'Review of the suspension' },
} as const satisfies Record<RoundDeadlineName, Text>;
