import type { WorkingCalendar } from '../../../contract/calendar.ts';
import { addDays, addWorkingDays, workingDayBefore } from '../../../contract/calendar.ts';
import { endOfDay, localDay, startOfDay } from '../../../contract/calendarDay.ts';
import type { ChangeSpec } from '../../../contract/changeSpec.ts';
import type { StageDue } from '../../../contract/nomination.ts';

/** What a deadline becomes: the end of a day, or so many days more or fewer. */
export type NewDue = Extract<ChangeSpec, { kind: 'deadline' }>['to'];

const hourMs = 3_600_000;

/**
 * Gives the instant a deadline moves to: the end of the named day (or the hour at which the rule lets a day end), or as many
 * days from where it is, at the same local time. Counted in calendar days it may fall on a day off; the preview says so.
 */
export function movedDue(dueAt: string, to: NewDue, rule: StageDue | undefined, calendar: WorkingCalendar): string {
  return 'on' in to ? endOf(to.on, rule) : shifted(dueAt, to, calendar);
}

/**
 * Gives the rule that holds from now on for a stage not entered yet; null when it would leave no day at all. A named day
 * joins the count, and the later holds, as in every rule. Added days lengthen a count by days of the rule's own kind, and
 * move a fixed day by days of the kind asked for.
 */
export function movedRule(rule: StageDue, to: NewDue, calendar: WorkingCalendar): StageDue | null {
  if ('on' in to) return { ...rule, on: endOf(to.on, rule) };
  const { count, withinDays, on } = rule;
  const moved: StageDue = {
    ...rule,
    ...(on === undefined ? {} : { on: shifted(on, to, calendar) }),
    ...(count === undefined ? {} : { count: { ...count, days: count.days + to.addDays } }),
    ...(withinDays === undefined ? {} : { withinDays: withinDays + to.addDays }),
  };
  return (moved.count?.days ?? 1) < 1 || (moved.withinDays ?? 1) < 1 ? null : moved;
}

/** Gives the last instant of the local day, or of the hour before which the rule wants things in. */
export function endOf(day: string, rule?: StageDue): string {
  const endHour = rule?.count?.endHour;
  return endHour === undefined
    ? endOfDay(day)
    : new Date(Date.parse(startOfDay(day)) + endHour * hourMs - 1).toISOString();
}

function shifted(dueAt: string, to: Extract<NewDue, { addDays: number }>, calendar: WorkingCalendar): string {
  const day = localDay(dueAt);
  const timeOfDayMs = Date.parse(dueAt) - Date.parse(startOfDay(day));
  return new Date(Date.parse(startOfDay(shiftedDay(day, to, calendar))) + timeOfDayMs).toISOString();
}

function shiftedDay(
  day: string,
  { addDays: days, counting }: Extract<NewDue, { addDays: number }>,
  calendar: WorkingCalendar,
): string {
  if (counting === 'calendar') return addDays(day, days);
  return days > 0 ? addWorkingDays(calendar, day, days) : workingDayBefore(calendar, day, -days);
}
