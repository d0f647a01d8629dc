import type { RoadName } from '../../states.ts';
import type { Text } from '../text.ts';

export const roadLabels: Record<RoadName, Text> = {
  standard: { vi: 'thông thường', en: 'standard' },
  simplified: { vi: 'đơn giản', en: 'simplified' },
};

/** How many a movement may award, where the document gives no plain number. */
export const quotaTexts = {
  delegated: { vi: 'theo phân bổ', en: 'as allocated' },
  none: { vi: 'không xét', en: 'none' },
  notStated: { vi: 'không nêu', en: 'not stated' },
  perProgramme: { vi: '{count} mỗi chương trình', en: '{count} per programme' },
} as const satisfies Record<string, Text>;
