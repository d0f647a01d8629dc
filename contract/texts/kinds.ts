import type { RecipientKind } from '../states.ts';
import type { Text } from './text.ts';

/** What a nomination is for. */
export const kindTexts: Record<RecipientKind, Text> = {
  collective: { vi: 'tập thể', en: 'collective' },
  individual: { vi: 'cá nhân', en: 'individual' },
};
