import type { RecipientKind, RoadName } from '../../states.ts';
import type { Text } from '../text.ts';

export const roadLabels: Record<RoadName, Text> = {
  standard: { vi: 'thông thường', en: 'standard' },
  simplified: { vi: 'đơn giản', en: 'simplified' },
};

export const kindLabels: Record<RecipientKind, Text> = {
  collective: { vi: 'tập thể', en: 'collective' },
  individual: { vi: 'cá nhân', en: 'individual' },
};
