import type { CovenantKind } from '../../roundStates.ts';
import type { Text } from '../text.ts';

/** What the further facts of an act are called in the timeline. */
export const factTexts = {
  items: { vi: 'Nội dung phải bổ sung', en: 'Items to supplement' },
  itemCodes: { vi: 'Nội dung phải bổ sung', en: 'Items to supplement' },
  dueOn: { vi: 'Hạn', en: 'Due' },
  dueAt: { vi: 'Hạn', en: 'Due' },
  division: { vi: 'Phòng chuyên môn', en: 'Division' },
  divisions: { vi: 'Các phòng được lấy ý kiến', en: 'Divisions asked' },
  opinion: { vi: 'Ý kiến', en: 'Opinion' },
  resolution: { vi: 'Biên bản Hội đồng', en: 'Council minutes' },
  decisionNumber: { vi: 'Số quyết định', en: 'Decision number' },
  decisionDate: { vi: 'Ngày quyết định', en: 'Decision date' },
  ground: { vi: 'Căn cứ', en: 'Ground' },
  dossierHash: { vi: 'Mã băm hồ sơ', en: 'Dossier hash' },
  dossierVersion: { vi: 'Bản hồ sơ', en: 'Dossier version' },
  deadline: { vi: 'Thời hạn', en: 'Deadline' },
  level: { vi: 'Bậc báo lên', en: 'Escalation level' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  takesPart: { vi: 'Tham gia', en: 'Takes part' },
  unitPlan: { vi: 'Kế hoạch của đơn vị', en: 'The unit’s plan' },
  nominees: { vi: 'Số cá nhân, tập thể đăng ký', en: 'Nominees registered' },
  kind: { vi: 'Loại giao ước', en: 'Kind of covenant' },
  parties: { vi: 'Các bên ký', en: 'Parties' },
  signedOn: { vi: 'Ngày ký', en: 'Signed on' },
  content: { vi: 'Nội dung', en: 'Content' },
} as const satisfies Record<string, Text>;

/** What the parties of a covenant are to each other: seed 004 III.3. */
export const covenantKindTexts = {
  withinUnit: { vi: 'trong nội bộ đơn vị', en: 'within the unit' },
  betweenUnits: { vi: 'giữa các đơn vị', en: 'between units' },
} as const satisfies Record<CovenantKind, Text>;
