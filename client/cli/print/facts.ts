import { covenantKindTexts, factTexts } from '../../../contract/texts/cli/facts.ts';
import { printTexts } from '../../../contract/texts/cli/print.ts';
import { dateTime, day } from '../../../contract/texts/dates.ts';
import { holdGroundTexts, opinionTexts, refusalGroundTexts } from '../../../contract/texts/grounds.ts';
import type { Locale, Text } from '../../../contract/texts/text.ts';
import type { Names } from './names.ts';
import { bodyName } from './names.ts';

const labels: Record<string, Text> = factTexts;
const bodyFacts = new Set(['division', 'divisions', 'unit']);
const words: Record<string, Text> = {
  ...refusalGroundTexts,
  ...holdGroundTexts,
  ...opinionTexts,
  ...covenantKindTexts,
};

/** Gives one fact of an act, `name: value`, in people's words where there are some. */
export function factLine([name, value]: [string, string], bodies: Names, locale: Locale): string {
  const said = bodyFacts.has(name) ? bodyList(value, bodies) : factValue(name, value, locale);
  return `${labels[name]?.[locale] ?? name}: ${said}`;
}

function bodyList(ids: string, bodies: Names): string {
  return ids
    .split(', ')
    .map((id) => bodyName(id, bodies))
    .join(', ');
}

function factValue(name: string, value: string, locale: Locale): string {
  if (name === 'takesPart') return (value === 'true' ? printTexts.yes : printTexts.no)[locale];
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return dateTime(value);
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return day(value);
  return words[value]?.[locale] ?? value;
}
