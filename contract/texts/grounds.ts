import type { AppraisalOpinion, HoldGround, RefusalGround } from '../events.ts';
import type { Text } from './text.ts';

/** Grounds of a refusal, in the words of the published procedures (`domain.md` §2.6). */
export const refusalGroundTexts = {
  wrongSubject: { vi: 'Không đúng đối tượng', en: 'Not an eligible subject' },
  belowStandard: { vi: 'Không đủ tiêu chuẩn', en: 'Below the standard' },
  incompleteDossier: { vi: 'Không đủ hồ sơ', en: 'Incomplete dossier' },
  breachOfLaw: { vi: 'Vi phạm pháp luật', en: 'Breach of law' },
} as const satisfies Record<RefusalGround, Text>;

/** Why a nomination is held: TT 08/2017/TT-BNV, NĐ 98/2023 Đ.4, NĐ 152/2025 (`domain.md` §2.9). */
export const holdGroundTexts = {
  discipline: { vi: 'Đang xem xét kỷ luật', en: 'Discipline under consideration' },
  investigation: { vi: 'Đang bị điều tra', en: 'Under investigation' },
  inspection: { vi: 'Đang thanh tra, kiểm tra', en: 'Under inspection' },
  complaint: { vi: 'Đang xác minh khiếu nại', en: 'A complaint is being verified' },
  denunciation: { vi: 'Đang xác minh tố cáo', en: 'A denunciation is being verified' },
} as const satisfies Record<HoldGround, Text>;

/** What an appraising division concludes. */
export const opinionTexts = {
  agree: { vi: 'Đồng ý', en: 'Agree' },
  agreeWithRemarks: { vi: 'Đồng ý, có ý kiến thêm', en: 'Agree with remarks' },
  disagree: { vi: 'Không đồng ý', en: 'Disagree' },
} as const satisfies Record<AppraisalOpinion, Text>;
