import { dayMs } from './calendarDay.ts';

/** The working-day calendar as a nomination or a round keeps it: exceptions from the weekly rest (Saturday and Sunday), as local days. */
export type WorkingCalendar = {
  /** `calendar@version#hash` */
  ref: string;
  /** Weekdays that are off: holidays, days in lieu, days swapped away. Sorted. */
  off: string[];
  /** Saturdays and Sundays made working. Sorted. */
  working: string[];
  /** Last local day for which the yearly notices were issued; a later day is computed from the law alone and is provisional. */
  announcedThrough: string;
  /** Years (`2024`) whose notices are not all known, and single days (`2026-11-23`) in doubt: computed from the law alone too. */
  provisional?: string[];
  /** First local day it covers; on an earlier day it knows the weekly rest only. Absent: no bound. */
  from?: string;
};

/** Gives the local day `days` calendar days later (earlier when negative). Throws RangeError for what is not a day. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Gives whether the local day is a Saturday or a Sunday, the weekly rest of offices (`domain.md` §5 [LSX]). */
export function isWeeklyRest(day: string): boolean {
  return [0, 6].includes(new Date(Date.parse(`${day}T00:00:00.000Z`)).getUTCDay());
}

/** Gives whether offices work on the local day. Beyond what the calendar covers only the weekly rest is known. */
export function isWorkingDay(calendar: WorkingCalendar, day: string): boolean {
  return isWeeklyRest(day) ? calendar.working.includes(day) : !calendar.off.includes(day);
}

/**
 * Gives whether the day's status may still change: its year's notices are not all known (a notice fixes the days of Tết
 * and the day beside 2/9, and may swap any weekday for a Saturday), it is itself in doubt, or the calendar does not cover it.
 */
export function isProvisionalDay(calendar: WorkingCalendar, day: string): boolean {
  if (day > calendar.announcedThrough) return true;
  if (calendar.from !== undefined && day < calendar.from) return true;
  return calendar.provisional?.some((year) => day.startsWith(year)) ?? false;
}

/** Gives the day itself when offices work on it, else the next day on which they do. */
export function nextWorkingDay(calendar: WorkingCalendar, day: string): string {
  let next = day;
  while (!isWorkingDay(calendar, next)) next = addDays(next, 1);
  return next;
}

/** The most days that are counted, a century: a count is done day by day, and no instant may leave the years that can be kept. */
export const mostDaysCounted = 36_600;

/**
 * Gives the `days`-th working day after `day`; `day` itself is never counted.
 * Throws RangeError unless `days` is from 1 to `mostDaysCounted`.
 */
export function addWorkingDays(calendar: WorkingCalendar, day: string, days: number): string {
  if (!Number.isSafeInteger(days) || days < 1 || days > mostDaysCounted)
    throw new RangeError(`Not a number of working days to add: ${days}`);
  let last = day;
  for (let left = days; left > 0; left -= 1) last = nextWorkingDay(calendar, addDays(last, 1));
  return last;
}

/**
 * Gives the `days`-th working day before `day`, which is never counted itself; `day` for none.
 * Throws RangeError for more than `mostDaysCounted`.
 */
export function workingDayBefore(calendar: WorkingCalendar, day: string, days: number): string {
  if (days > mostDaysCounted) throw new RangeError(`Not a number of working days to go back: ${days}`);
  let before = day;
  for (let left = days; left > 0; ) {
    before = addDays(before, -1);
    if (isWorkingDay(calendar, before)) left -= 1;
  }
  return before;
}
