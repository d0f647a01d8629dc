import type { RoleName } from '../roles.ts';
import type { Text } from './text.ts';

/** What each capacity is called. */
export const roleTexts = {
  unitClerk: { vi: 'Cán bộ lập hồ sơ của đơn vị', en: 'Unit clerk' },
  unitHead: { vi: 'Thủ trưởng đơn vị', en: 'Unit head' },
  reviewer: { vi: 'Người xem xét của bộ phận phụ trách', en: 'Department reviewer' },
  appraiser: { vi: 'Người thẩm định của phòng chuyên môn', en: 'Appraiser' },
  councilSecretary: { vi: 'Thư ký thường trực Hội đồng', en: 'Council secretary' },
  approvingAuthority: { vi: 'Cấp có thẩm quyền', en: 'Approving authority' },
  administrator: { vi: 'Quản trị viên', en: 'Administrator' },
} as const satisfies Record<RoleName, Text>;
