import type { Text } from '../text.ts';

/** Heads of the table, in the order of its columns. */
export const columnTexts = {
  row: { vi: 'Dòng', en: 'Row' },
  title: { vi: 'Phong trào', en: 'Movement' },
  notTaken: { vi: 'Không nhận', en: 'Not taken' },
  received: { vi: 'Đã nhận', en: 'Received' },
  returned: { vi: 'Trả bổ sung', en: 'Returned' },
  expired: { vi: 'Hết hạn', en: 'Expired' },
  withdrawn: { vi: 'Rút', en: 'Withdrawn' },
  refused: { vi: 'Không khen', en: 'Refused' },
  notSelected: { vi: 'Không chọn', en: 'Not selected' },
  open: { vi: 'Còn mở', en: 'Open' },
  collective: { vi: 'Khen T', en: 'Awards T' },
  individual: { vi: 'Khen C', en: 'Awards C' },
} as const satisfies Record<string, Text>;
export type ColumnName = keyof typeof columnTexts;

/** How a quota is written behind the number awarded. */
export const quotaTexts = {
  delegated: { vi: 'phân bổ', en: 'allocated' },
  notStated: { vi: 'không nêu', en: 'not stated' },
  none: { vi: 'không xét', en: 'none' },
  perProgramme: { vi: '{ceiling} ({count}×{programmes})', en: '{ceiling} ({count}×{programmes})' },
} as const satisfies Record<string, Text>;
