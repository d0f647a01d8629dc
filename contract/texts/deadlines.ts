import type { DeadlineName } from '../states.ts';
import type { Text } from './text.ts';

/** What each deadline is called. */
export const deadlineTexts = {
  draft: { vi: 'Hạn nộp hồ sơ', en: 'Submission deadline' },
  supplement: { vi: 'Hạn bổ sung hồ sơ', en: 'Supplement deadline' },
  revival: { vi: 'Hạn khôi phục hồ sơ đã rút', en: 'Revival deadline' },
  review: { vi: 'Hạn xem xét của bộ phận phụ trách', en: 'Department review deadline' },
  appraisal: { vi: 'Hạn cho ý kiến thẩm định', en: 'Appraisal deadline' },
  council: { vi: 'Hạn xem xét của Hội đồng', en: 'Council deadline' },
  decision: { vi: 'Hạn ra quyết định', en: 'Decision deadline' },
  higherDecision: { vi: 'Hạn quyết định của cấp trên', en: 'Next tier’s decision deadline' },
  publication: { vi: 'Hạn công bố kết quả', en: 'Publication deadline' },
  closing: { vi: 'Hết thời gian tiếp nhận khiếu nại', en: 'End of the complaint window' },
  hold: { vi: 'Hạn rà soát việc tạm dừng', en: 'Review of the hold' },
} as const satisfies Record<DeadlineName, Text>;
