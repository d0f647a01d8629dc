import type { Locale } from '../text.ts';
import { fill } from './fill.ts';
import { printOwners } from './owners.ts';
import type { NoticeValues } from './shape.ts';

/** Mail programs cut off about what is longer. */
const mostCharacters = 120;
/** A title keeps so many, whatever else the line says: less would name nothing. */
const fewestOfTitle = 24;
const titles = ['movementTitle', 'programmeTitle'] as const;

/** Gives a subject line. One that is too long names fewer of those it waits for, and then less of the title. */
export function subjectLine(text: string, locale: Locale, values: NoticeValues): string {
  const line = (given: NoticeValues) => fill(text, locale, given).replace(/\s+/g, ' ').trim();
  const fewer = [5, 2, 1, 0].map((shown) => ({ ...values, owner: printOwners(values.owner, locale, shown) }));
  const fits = [values, ...fewer].find((given) => line(given).length <= mostCharacters);
  if (fits) return line(fits);
  const least = fewer.at(-1) ?? values;
  const excess = line(least).length - mostCharacters;
  const cut = titles.flatMap((name) => {
    const title = values[name];
    return title === undefined ? [] : [[name, shortened(title.trim(), excess)]];
  });
  return line({ ...least, ...Object.fromEntries(cut) });
}

/** Cuts between words. A title that has quotation marks of its own keeps them. */
function shortened(title: string, excess: number): string {
  const quoted = /^“([^“”]*)”$/.exec(title)?.[1];
  const bare = quoted ?? title;
  const most = Math.max(fewestOfTitle, bare.length - excess - 1);
  if (bare.length <= most) return title;
  const words = bare.slice(0, most + 1).replace(/\s+\S*$/, '');
  const kept = beforeOpenQuote(words).replace(/[\s,;:–-]+$/, '');
  return quoted === undefined ? `${kept}…` : `“${kept}…”`;
}

/** A quotation that the cut has left open goes whole. */
function beforeOpenQuote(words: string): string {
  const opened = words.lastIndexOf('“');
  return opened > words.lastIndexOf('”') ? words.slice(0, opened) : words;
}
