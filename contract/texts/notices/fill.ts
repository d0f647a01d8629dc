import { localDay } from '../../calendarDay.ts';
import { day } from '../dates.ts';
import { holdGroundTexts, refusalGroundTexts } from '../grounds.ts';
import { stateTexts } from '../states.ts';
import type { Locale, Text } from '../text.ts';
import { missingValue } from './frame.ts';
import type { NoticeValues } from './shape.ts';

/** Gives `dd/MM/yyyy` of a day or of an instant's day in Asia/Ho_Chi_Minh; what is no date is a missing value. */
export function printDay(value: string): string {
  const local = /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : Number.isNaN(Date.parse(value)) ? null : localDay(value);
  return local === null ? missingValue : day(local);
}

/** Gives the lines of an itemised list; blank ones are left out. */
export function printItems(values: NoticeValues): string[] {
  const items = Array.isArray(values.items) ? values.items : [];
  return items.map((item) => (typeof item === 'string' ? item : item.text).trim()).filter((item) => item !== '');
}

/** Gives `text` with its `{name}` placeholders filled, in one pass: braces inside a person's text stay as they are. */
export function fill(text: string, locale: Locale, values: NoticeValues): string {
  return text
    .replace(/\{(\w+)\}/g, (_, name: string) => printed(name, locale, values) || missingValue)
    .normalize('NFC');
}

function printed(name: string, locale: Locale, values: NoticeValues): string {
  if (name === 'items') return printItems(values).join('; ');
  const value: unknown = Object.hasOwn(values, name) ? values[name as keyof NoticeValues] : undefined;
  if (typeof value !== 'string' || value.trim() === '') return '';
  switch (name) {
    case 'dueAt':
    case 'decisionDate':
      return printDay(value);
    case 'state':
      return label(stateTexts, value, locale);
    case 'ground':
      // In the middle of a sentence.
      return lowerFirst(label(groundTexts, value, locale));
    default:
      return value.trim();
  }
}

const groundTexts = { ...refusalGroundTexts, ...holdGroundTexts };

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** A code without a label is printed as it came: better odd than missing. */
function label(labels: Record<string, Text>, code: string, locale: Locale): string {
  return Object.hasOwn(labels, code) ? (labels[code]?.[locale] ?? code) : code;
}
