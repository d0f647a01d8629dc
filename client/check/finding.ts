import { parseQueue } from '../../contract/roles.ts';
import type { ViolationCode, WarningCode } from '../../contract/texts/check.ts';
import { checkWords, violationTexts, warningTexts } from '../../contract/texts/check.ts';
import { dateTime } from '../../contract/texts/dates.ts';
import { roleTexts } from '../../contract/texts/roles.ts';
import { eventText, stateText } from '../../contract/texts/subjects.ts';
import type { Locale, Text } from '../../contract/texts/text.ts';
import { say } from '../../contract/texts/text.ts';
import type { Suspect } from '../../store/queries/checks.ts';
import type { Finding } from './types.ts';

/** Gives the suspect as it is told: instants as ISO strings, and in people's words. */
export function findingOf<Code extends ViolationCode | WarningCode>(suspect: Suspect<Code>): Finding<Code> {
  const { code, kind, id } = suspect;
  const detail = Object.fromEntries(Object.entries(suspect.detail).map(([name, value]) => [name, isoOf(value)]));
  const said = (locale: Locale) => say(textOf(code), locale, wordsOf(id, detail, locale));
  return { code, subject: { kind, id }, detail, text: { vi: said('vi'), en: said('en') } };
}

/** Gives whether the finding is a violation rather than a warning. */
export function isViolation(suspect: Suspect): suspect is Suspect<ViolationCode> {
  return Object.hasOwn(violationTexts, suspect.code);
}

function textOf(code: ViolationCode | WarningCode): Text {
  return { ...violationTexts, ...warningTexts }[code];
}

/** The database writes instants with its own offset. */
function isoOf(value: string): string {
  return /^\d{4}-\d\d-\d\dT[\d:.]+\+00:00$/.test(value) ? new Date(value).toISOString() : value;
}

function wordsOf(id: string, detail: Record<string, string>, locale: Locale): Record<string, string> {
  const subjectId = detail.subject ?? id;
  const states: Record<string, string | undefined> = { state: id, roundState: detail.round };
  return Object.fromEntries(
    Object.entries(detail).map(([name, value]) => {
      const ofState = states[name] ?? (detail.field === 'state' ? id : undefined);
      if (value === '') return [name, checkWords[name === 'administrators' ? 'nobody' : 'none'][locale]];
      if (ofState !== undefined && name !== 'field' && name !== 'key')
        return [name, stateText(ofState, value as never)?.[locale] ?? value];
      if (name === 'type') return [name, eventText(subjectId, value as never)?.[locale] ?? value];
      return [name, wordOf(name, value, locale)];
    }),
  );
}

const spoken: readonly string[] = ['field', 'missing', 'recorded', 'expected', 'nomination', 'recipients'];

function wordOf(name: string, value: string, locale: Locale): string {
  if (spoken.includes(name) && Object.hasOwn(checkWords, value))
    return checkWords[value as keyof typeof checkWords][locale];
  return value
    .split(', ')
    .map((part) => (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(part) ? dateTime(part) : queueWord(part, locale)))
    .join(', ');
}

/** A queue is named with what has to be typed to look into it. */
function queueWord(value: string, locale: Locale): string {
  try {
    return `${roleTexts[parseQueue(value).role][locale]} (${value})`;
  } catch {
    return value;
  }
}
