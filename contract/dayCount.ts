import type { WorkingCalendar } from './calendar.ts';
import { addDays, addWorkingDays, isProvisionalDay, mostDaysCounted, nextWorkingDay } from './calendar.ts';
import { endOfDay, localDay, startOfDay } from './calendarDay.ts';

const hourMs = 3_600_000;

/** How a number of days is counted. Defaults (BLDS 2015 Đ.147): the first day is not counted, the last ends with the local day. */
export type DayCount = {
  /** At least 1. */
  days: number;
  kind: 'calendar' | 'working';
  /** Default excluded. A working count whose first day is to be counted but is a rest day starts on the next working day. */
  firstDay?: 'excluded' | 'counted';
  /** Local hour (1–23) from which an event counts as of the next day (working: next working day). */
  cutOffHour?: number;
  /** Local hour (1–23) at which the last day ends; absent: with the day. The instant itself is in time, like an end of day: hh:00:00.000 − 1 ms. */
  endHour?: number;
  /** Calendar count: a last day of rest moves to the next working day (BLDS Đ.148; UNCONFIRMED, so off unless a definition sets it). */
  rollForward?: boolean;
};

/**
 * Gives the last instant in time, counted from the event `at`, and whether a day whose status is not yet announced took
 * part. `calendar` may be absent only for calendar counts without rollForward.
 *
 * - Working, first day excluded: the n-th working day after the event's day. An event on a rest day needs no rule of its
 *   own: from Saturday or from Friday, one working day ends on Monday.
 * - Working, first day counted: day 1 is the event's day, or the next working day when that is a rest day.
 * - With a cut-off, papers count as received when the office is open: from the hour on, and on the whole of a rest day of
 *   a working count, the event is of the next (working) day. So Friday evening, Saturday and Monday morning end together,
 *   and a later event never ends earlier.
 * - A calendar count knows no rest days, but for a last day moved by rollForward.
 * - A count may cross a year: every day is looked up by itself.
 * - Provisional: only days whose status mattered, so a calendar count without rollForward never is, and an excluded
 *   event's day never makes it so.
 *
 * Throws RangeError for days below 1 or above `mostDaysCounted`, an hour outside 1–23, a calendar that is missing,
 * rollForward on a working count, and one counted day that ends at an hour when the event may be later that day (a cut-off
 * at or before the end cures it).
 */
export function countedDue(
  at: string,
  count: DayCount,
  calendar?: WorkingCalendar,
): { dueAt: string; provisional: boolean } {
  check(count);
  const eventDay = localDay(at);
  const late = count.cutOffHour !== undefined && Date.parse(at) >= instantOf(eventDay, count.cutOffHour);
  const receivedOn = late ? addDays(eventDay, 1) : eventDay;
  if (count.kind === 'calendar' && !count.rollForward) {
    return { dueAt: endOf(calendarLast(receivedOn, count), count), provisional: false };
  }
  if (!calendar) throw new RangeError('Working days cannot be counted without a calendar');
  if (count.kind === 'calendar') {
    const last = calendarLast(receivedOn, count);
    const moved = nextWorkingDay(calendar, last);
    return { dueAt: endOf(moved, count), provisional: anyProvisional(calendar, last, moved) };
  }
  const last = workingLast(calendar, receivedOn, count);
  // Without a cut-off nobody asks whether an excluded first day was a working day.
  const asked = count.firstDay !== 'counted' && count.cutOffHour === undefined ? addDays(receivedOn, 1) : receivedOn;
  return { dueAt: endOf(last, count), provisional: anyProvisional(calendar, asked, last) };
}

function calendarLast(receivedOn: string, { days, firstDay }: DayCount): string {
  return addDays(receivedOn, firstDay === 'counted' ? days - 1 : days);
}

function workingLast(calendar: WorkingCalendar, receivedOn: string, count: DayCount): string {
  const { days, firstDay, cutOffHour } = count;
  if (firstDay !== 'counted') {
    return addWorkingDays(calendar, cutOffHour === undefined ? receivedOn : nextWorkingDay(calendar, receivedOn), days);
  }
  const first = nextWorkingDay(calendar, receivedOn);
  return days === 1 ? first : addWorkingDays(calendar, first, days - 1);
}

function anyProvisional(calendar: WorkingCalendar, from: string, through: string): boolean {
  for (let day = from; day <= through; day = addDays(day, 1)) if (isProvisionalDay(calendar, day)) return true;
  return false;
}

function endOf(day: string, { endHour }: DayCount): string {
  return endHour === undefined ? endOfDay(day) : new Date(instantOf(day, endHour) - 1).toISOString();
}

function instantOf(day: string, hour: number): number {
  return Date.parse(startOfDay(day)) + hour * hourMs;
}

function check({ days, kind, firstDay, cutOffHour, endHour, rollForward }: DayCount): void {
  if (!Number.isSafeInteger(days) || days < 1) throw new RangeError(`A count of days is 1 or more, not ${days}`);
  if (days > mostDaysCounted) throw new RangeError(`A count of days is ${mostDaysCounted} or less, not ${days}`);
  for (const hour of [cutOffHour, endHour]) {
    if (hour !== undefined && !(Number.isInteger(hour) && hour >= 1 && hour <= 23))
      throw new RangeError(`An hour of a count is a whole number from 1 to 23, not ${hour}`);
  }
  if (kind === 'working' && rollForward)
    throw new RangeError('A count of working days never ends on a rest day to move');
  if (firstDay === 'counted' && days === 1 && endHour !== undefined && (cutOffHour ?? 24) > endHour)
    throw new RangeError('One counted day that ends at an hour needs a cut-off at or before that hour');
}
