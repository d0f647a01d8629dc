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
} as const satisfies Record<string, Text>;
