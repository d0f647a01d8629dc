import { factTexts } from '../../../contract/texts/cli/facts.ts';
import { holdGroundTexts, opinionTexts, refusalGroundTexts } from '../../../contract/texts/grounds.ts';
import type { Locale, Text } from '../../../contract/texts/text.ts';
import { dateTime, day } from './dates.ts';

const names: Record<string, Text> = factTexts;
const words: Record<string, Text> = { ...refusalGroundTexts, ...holdGroundTexts, ...opinionTexts };

/** Gives one fact of an act, `name: value`, in people's words where there are some. */
export function factLine([name, value]: [string, string], locale: Locale): string {
  return `${names[name]?.[locale] ?? name}: ${factValue(value, locale)}`;
}

function factValue(value: string, locale: Locale): string {
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return dateTime(value);
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return day(value);
  return words[value]?.[locale] ?? value;
}
