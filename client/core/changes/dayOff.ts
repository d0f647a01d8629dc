import { isWorkingDay } from '../../../contract/calendar.ts';
import { workingCalendar } from '../../../programmes/calendar/build.ts';
import { shippedCalendar } from '../../../programmes/calendar/load.ts';

/** Gives whether nobody is there on the local day, by the calendar in force; a day it knows nothing of is taken as it is. */
export function isDayOff(day: string): boolean {
  const { from, through } = shippedCalendar().law.covers;
  const year = Number(day.slice(0, 4));
  return year >= from && year <= through && !isWorkingDay(workingCalendar(), day);
}
