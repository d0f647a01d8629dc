import fc from 'fast-check';
import type { WorkingCalendar } from '../../../contract/calendar.ts';
import { addDays, isWorkingDay } from '../../../contract/calendar.ts';
import { workingCalendar } from '../../../programmes/calendar/build.ts';

/** The shipped calendar of two announced years and one open one. */
export const calendar2025to2027 = workingCalendar(2025, 2027);

/** A local day from 2025 to the middle of 2026, so that a year of counting stays inside the calendar. */
export const anyDay = fc.integer({ min: 0, max: 540 }).map((days) => addDays('2025-01-01', days));

/** An instant of the same span, to the millisecond. */
export const anyInstant = fc
  .integer({ min: Date.parse('2025-01-01T00:00:00.000Z'), max: Date.parse('2026-06-30T00:00:00.000Z') })
  .map((at) => new Date(at).toISOString());

/** Gives how many working days lie after `after` and up to and including `through`, each looked up by itself. */
export function workingDaysBetween(calendar: WorkingCalendar, after: string, through: string): number {
  let count = 0;
  for (let day = addDays(after, 1); day <= through; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) count += 1;
  return count;
}
