import type { Locale, Text } from '../text.ts';
import { say } from '../text.ts';
import type { NoticeValues } from './shape.ts';

const andOthers = {
  one: { vi: '{names} và 1 đơn vị khác', en: '{names} and 1 other unit' },
  more: { vi: '{names} và {more} đơn vị khác', en: '{names} and {more} other units' },
  only: { vi: '{more} đơn vị', en: '{more} units' },
} as const satisfies Record<string, Text>;

/**
 * Gives who has to act next: all, or the first `shown` and how many more there are; a launch waits for all units at once.
 * With 0, how many there are; one alone is always named.
 */
export function printOwners(owner: NoticeValues['owner'], locale: Locale, shown = 5): string {
  const names = (typeof owner === 'string' ? [owner] : (owner ?? [])).map((name) => name.trim()).filter(Boolean);
  const first = names.slice(0, shown).join(', ');
  const more = names.length - shown;
  if (more <= 0 || names.length === 1) return names.join(', ');
  if (shown === 0) return say(andOthers.only, locale, { more });
  return say(more === 1 ? andOthers.one : andOthers.more, locale, { names: first, more });
}
