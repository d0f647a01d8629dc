import { holdGroundTexts, refusalGroundTexts } from '../grounds.ts';
import { roundStateTexts } from '../round/states.ts';
import { stateTexts } from '../states.ts';
import type { Locale } from '../text.ts';
import { missingValue } from './frame.ts';
import type { ListName } from './lists.ts';
import { deadlineLabel, listNames, printList } from './lists.ts';
import { printDay, printInstant } from './printDay.ts';
import type { NoticeValues } from './shape.ts';
import { awardFormTexts, label, reportKindTexts, takesPartTexts } from './words.ts';

/**
 * Gives `text` with its `{name}` placeholders filled, in one pass: braces inside a person's text stay as they are. A title
 * that has its own quotation marks does not get a second pair.
 */
export function fill(text: string, locale: Locale, values: NoticeValues): string {
  return text
    .replace(/“\{(\w+)\}”|\{(\w+)\}/g, (_, quoted?: string, plain?: string) => {
      const value = printed(quoted ?? plain ?? '', locale, values) || missingValue;
      return quoted === undefined || /^“[^“”]*”$/.test(value) ? value : `“${value}”`;
    })
    .normalize('NFC');
}

function printed(name: string, locale: Locale, values: NoticeValues): string {
  if ((listNames as readonly string[]).includes(name)) return printList(name as ListName, locale, values).join('; ');
  const value: unknown = Object.hasOwn(values, name) ? values[name as keyof NoticeValues] : undefined;
  if (typeof value !== 'string' || value.trim() === '') return '';
  switch (name) {
    case 'decisionDate':
    case 'opensOn':
    case 'windowFrom':
    case 'windowTo':
      return printDay(value);
    case 'dueAt':
    case 'answerBy':
      return printInstant(value);
    case 'state':
      return label(values.about === 'round' ? roundStateTexts : stateTexts, value, locale);
    case 'ground':
      // In the middle of a sentence.
      return lowerFirst(label(groundTexts, value, locale));
    case 'deadlineName':
      return lowerFirst(deadlineLabel(value, locale));
    case 'awardForm':
      return label(awardFormTexts, value, locale);
    case 'reportKind':
      return label(reportKindTexts, value, locale);
    case 'takesPart':
      return label(takesPartTexts, value, locale);
    default:
      return value.trim();
  }
}

const groundTexts = { ...refusalGroundTexts, ...holdGroundTexts };

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
