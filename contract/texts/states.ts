import type { StateName } from '../states.ts';
import type { Text } from './text.ts';

/** What a nomination's state is called. */
export const stateTexts = {
  draft: { vi: 'Đang soạn hồ sơ', en: 'Draft' },
  departmentReview: { vi: 'Bộ phận phụ trách xem xét', en: 'Department review' },
  appraisal: { vi: 'Lấy ý kiến thẩm định', en: 'Appraisal by divisions' },
  returned: { vi: 'Trả để bổ sung', en: 'Returned for supplement' },
  councilReview: { vi: 'Hội đồng xem xét', en: 'Council review' },
  authorityDecision: { vi: 'Chờ cấp có thẩm quyền quyết định', en: 'Awaiting the authority’s decision' },
  submittedUp: { vi: 'Đã trình cấp trên', en: 'Submitted to the next tier' },
  awarded: { vi: 'Đã có quyết định khen thưởng', en: 'Awarded' },
  published: { vi: 'Đã công bố kết quả', en: 'Result published' },
  onHold: { vi: 'Tạm dừng xem xét', en: 'On hold' },
  withdrawn: { vi: 'Đã rút hồ sơ', en: 'Withdrawn' },
  closed: { vi: 'Đã kết thúc', en: 'Closed' },
  refused: { vi: 'Không khen thưởng', en: 'Refused' },
  notSelected: { vi: 'Không được chọn', en: 'Not selected' },
  expired: { vi: 'Hết hạn nộp', en: 'Expired' },
  withdrawnForGood: { vi: 'Đã rút hẳn', en: 'Withdrawn for good' },
  cancelled: { vi: 'Đã hủy cùng đợt thi đua', en: 'Cancelled with its round' },
} as const satisfies Record<StateName, Text>;
