import { calendarTexts } from '../../contract/texts/calendar.ts';
import type { Text } from '../../contract/texts/text.ts';
import { filled } from './filled.ts';

/** Thrown when a year is asked for that the calendar has no facts of. */
export class CalendarError extends Error {
  readonly code = 'YEAR_NOT_COVERED';
  readonly text: Text;
  readonly detail: { year: string; from: number; through: number };
  constructor(year: string | number, covers: { from: number; through: number }) {
    const detail = { year: String(year), from: covers.from, through: covers.through };
    const text = filled(calendarTexts.yearNotCovered, detail);
    super(text.en);
    this.name = 'CalendarError';
    this.text = text;
    this.detail = detail;
  }
}
