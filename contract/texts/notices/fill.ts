import { holdGroundTexts, refusalGroundTexts } from '../grounds.ts';
import { roundStateTexts } from '../round/states.ts';
import { stateTexts } from '../states.ts';
import type { Locale } from '../text.ts';
import { missingValue } from './frame.ts';
import type { ListName } from './lists.ts';
import { deadlineLabel, listNames, printList } from './lists.ts';
import { printOwners } from './owners.ts';
import { printDay, printFirst, printInstant, printLast } from './printDay.ts';
import type { NoticeValues } from './shape.ts';
import { awardFormTexts, label, reportKindTexts, takesPartTexts } from './words.ts';

/**
 * Gives `text` with its `{name}` placeholders filled, in one pass: braces inside a person's text stay as they are. A title
 * that has its own quotation marks does not get a second pair; “hết ngày {dueAt}”, “the end of {dueAt}” become an hour where
 * the instant is not the end of its day; a unit is not named again behind a nominee whose name ends with it.
 */
export function fill(text: string, locale: Locale, values: NoticeValues): string {
  const pattern = /(?:hết ngày|the end of) \{(\w+)\}|“\{(\w+)\}”|\{(\w+)\}/g;
  return unitOnce(text, values)
    .replace(pattern, (_, last?: string, quoted?: string, plain?: string) => {
      if (last !== undefined) return printLast(textValue(last, values), locale);
      const value = printed(quoted ?? plain ?? '', locale, values) || missingValue;
      return quoted === undefined || /^“[^“”]*”$/.test(value) ? value : `“${value}”`;
    })
    .normalize('NFC');
}

function unitOnce(text: string, values: NoticeValues): string {
  const [nominee, unit] = [textValue('nomineeName', values), textValue('unitName', values)];
  const named = unit !== '' && nominee.normalize('NFC').endsWith(unit.normalize('NFC'));
  return named ? text.replace(/(\{nomineeName\}) (?:– \{unitName\}|\(\{unitName\}\))/g, '$1') : text;
}

function textValue(name: string, values: NoticeValues): string {
  const value: unknown = Object.hasOwn(values, name) ? values[name as keyof NoticeValues] : undefined;
  return typeof value === 'string' ? value.trim() : '';
}

function printed(name: string, locale: Locale, values: NoticeValues): string {
  if ((listNames as readonly string[]).includes(name)) return printList(name as ListName, locale, values).join('; ');
  if (name === 'owner') return printOwners(values.owner, locale);
  const value = textValue(name, values);
  if (value === '') return '';
  switch (name) {
    case 'decisionDate':
    case 'opensOn':
      return printDay(value);
    case 'windowFrom':
      return printFirst(value);
    case 'windowTo':
    case 'dueAt':
    case 'answerBy':
      return printInstant(value);
    case 'state':
      return label(values.about === 'round' ? roundStateTexts : stateTexts, value, locale);
    case 'ground':
      // In the middle of a sentence.
      return lowerFirst(label(groundTexts, value, locale));
    case 'deadlineName':
      return lowerFirst(deadlineLabel(value, locale, values.about));
    case 'awardForm':
      return label(awardFormTexts, value, locale);
    case 'reportKind':
      return label(reportKindTexts, value, locale);
    case 'takesPart':
      return label(takesPartTexts, value, locale);
    default:
      return value;
  }
}

const groundTexts = { ...refusalGroundTexts, ...holdGroundTexts };

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
