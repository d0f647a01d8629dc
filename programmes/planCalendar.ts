import type { WorkingCalendar } from '../contract/calendar.ts';
import { localDay } from '../contract/calendarDay.ts';
import type { Programme } from '../contract/programme.ts';
import { workingCalendar } from './calendar/build.ts';
import { shippedCalendar } from './calendar/load.ts';
import { programmeSpan } from './phases.ts';

/**
 * Gives the calendar that a round or nomination begun at `at` keeps: from the year before (a retroactive start) to two years
 * after the programme's last phase, or after `at` when that is later, since decisions, returns and holds outlast both; within
 * the years there is a calendar for.
 */
export function calendarFor(programme: Programme, at: string): WorkingCalendar {
  const begun = yearOf(localDay(at));
  const last = Math.max(begun, yearOf(programmeSpan(programme).to)) + 2;
  const { from, through } = shippedCalendar().law.covers;
  const bounded = (year: number) => Math.min(Math.max(year, from), through);
  return workingCalendar(bounded(begun - 1), bounded(last));
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
