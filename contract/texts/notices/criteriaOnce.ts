import type { Locale, Text } from '../text.ts';
import { say } from '../text.ts';
import type { NoticeBlock } from './compose.ts';

const texts = {
  above: { vi: 'Các tiêu chí đã nêu ở mục {places}', en: 'The criteria given under {places}' },
  place: { vi: '{entry} (số {lines})', en: '{entry} (no. {lines})' },
} as const satisfies Record<string, Text>;

type Place = { entry: number; line: number };

/**
 * Gives the blocks of a digest's notices with each criterion printed once: the launches of one programme have its principles
 * and tasks in common. A notice whose criteria were printed before says where, by the notice's number and the criterion's.
 */
export function criteriaOnce(entries: readonly NoticeBlock[][], locale: Locale): NoticeBlock[][] {
  const printed = new Map<string, Place>();
  return entries.map((blocks, index) =>
    blocks.map((block) => {
      if (block.kind !== 'list' || block.of !== 'criteria') return block;
      const places = block.items.flatMap((item) => printed.get(item) ?? []);
      const own = block.items.filter((item) => !printed.has(item));
      own.forEach((item, line) => {
        printed.set(item, { entry: index + 1, line: line + 1 });
      });
      if (places.length === 0) return block;
      return { ...block, items: [...own, say(texts.above, locale, { places: placesText(places, locale) })] };
    }),
  );
}

function placesText(places: Place[], locale: Locale): string {
  const entries = [...new Set(places.map(({ entry }) => entry))].sort((a, b) => a - b);
  return entries
    .map((entry) => {
      const lines = places.filter((place) => place.entry === entry).map(({ line }) => line);
      return say(texts.place, locale, { entry, lines: ranges(lines) });
    })
    .join(', ');
}

/** “1, 3–5” of 1, 3, 4, 5. */
function ranges(numbers: number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && number <= run[1] + 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)).join(', ');
}
