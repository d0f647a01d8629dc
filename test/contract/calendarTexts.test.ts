import { expect, it } from 'vitest';
import {
  calendarTexts,
  calendarWarningTexts,
  dayReasonTexts,
  holidayTexts,
  weekdayTexts,
} from '../../contract/texts/calendar.ts';
import type { Text } from '../../contract/texts/text.ts';

/** A name filled in per language ends in Vi or En. */
const placeholders = (text: string) =>
  [...new Set(text.match(/\{\w+\}/g) ?? [])].map((name) => name.replace(/(Vi|En)\}$/, '}')).sort();

it.each(
  Object.entries<Record<string, Text> | readonly Text[]>({
    calendarTexts,
    calendarWarningTexts,
    dayReasonTexts,
    holidayTexts,
    weekdayTexts,
  }),
)('%s are complete, NFC, and have the same placeholders in both languages', (_, texts) => {
  for (const [name, { vi, en }] of Object.entries(texts)) {
    expect(vi, name).toBe(vi.normalize('NFC'));
    expect(vi.trim().length, name).toBeGreaterThan(1);
    expect(en.trim().length, name).toBeGreaterThan(1);
    expect(placeholders(vi), name).toEqual(placeholders(en));
  }
});
