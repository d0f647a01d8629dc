import type { WorkingCalendar } from '../../../contract/calendar.ts';
import { addDays, addWorkingDays, isProvisionalDay, workingDayBefore } from '../../../contract/calendar.ts';
import { endOfDay, localDay, startOfDay } from '../../../contract/calendarDay.ts';
import { canonicalJson } from '../../../contract/canonicalJson.ts';
import type { ChangeSpec } from '../../../contract/changeSpec.ts';
import type { StageDue } from '../../../contract/nomination.ts';
import { dueOf } from '../../../machines/dueDates.ts';

/** What a deadline becomes: the end of a day, or so many days more or fewer. */
export type NewDue = Extract<ChangeSpec, { kind: 'deadline' }>['to'];
type Shift = Extract<NewDue, { addDays: number }>;

const hourMs = 3_600_000;

/**
 * Gives the instant a deadline moves to: the end of the named day (or the hour at which the rule lets a day end), or as many
 * days from where it is, at the same local time. Counted in calendar days it may fall on a day off; the preview says so.
 */
export function movedDue(dueAt: string, to: NewDue, rule: StageDue | undefined, calendar: WorkingCalendar): string {
  return 'on' in to ? endOf(to.on, rule) : shifted(dueAt, to, calendar);
}

/** An instant, and whether working days that may still change took part in its count. */
export type Counted = { dueAt: string; provisional?: true };

/**
 * Gives what an event says of a deadline's move: the new instant, marked where it was counted over working days that may
 * still change, or from an instant that was.
 */
export function movedFrom(
  from: { dueAt: string; provisional?: boolean | undefined },
  to: NewDue,
  rule: StageDue | undefined,
  calendar: WorkingCalendar,
): Counted {
  const dueAt = movedDue(from.dueAt, to, rule, calendar);
  const provisional =
    'addDays' in to && (from.provisional === true || overProvisionalDays(from.dueAt, dueAt, to, calendar));
  return { dueAt, ...(provisional ? { provisional } : {}) };
}

/** The day from which one counts is not counted itself. */
function overProvisionalDays(from: string, dueAt: string, { counting }: Shift, calendar: WorkingCalendar): boolean {
  if (counting !== 'working') return false;
  const [start, end] = [localDay(from), localDay(dueAt)];
  const step = end < start ? -1 : 1;
  for (let day = start; day !== end; ) {
    day = addDays(day, step);
    if (isProvisionalDay(calendar, day)) return true;
  }
  return false;
}

/**
 * Gives the rule that holds from now on for a stage not entered yet; null when it would leave no day at all. A named day
 * joins the count, and the later holds, as in every rule. Added days lengthen a count by days of the rule's own kind, and
 * move a fixed day by days of the kind asked for.
 */
export function movedRule(rule: StageDue, to: NewDue, calendar: WorkingCalendar): StageDue | null {
  const { provisional, ...plain } = rule;
  if ('on' in to) return { ...plain, on: endOf(to.on, rule) };
  const { count, withinDays, on } = rule;
  const moved: StageDue = {
    ...plain,
    ...(on === undefined ? {} : onDay(movedFrom({ dueAt: on, provisional }, to, rule, calendar))),
    ...(count === undefined ? {} : { count: { ...count, days: count.days + to.addDays } }),
    ...(withinDays === undefined ? {} : { withinDays: withinDays + to.addDays }),
  };
  return (moved.count?.days ?? 1) < 1 || (moved.withinDays ?? 1) < 1 ? null : moved;
}

/**
 * Gives the earliest due time by the rule of a stage entered from `at` on, where the moved rule has the same for every such
 * stage: a named day joins a count that never ends before it. Null where the move makes a difference.
 */
export function sameDue(rule: StageDue, moved: StageDue, at: string, calendar: WorkingCalendar): string | null {
  try {
    const [was, is] = [dueOf(rule, at, calendar).dueAt, dueOf(moved, at, calendar).dueAt];
    // A day that is later than the count is one of the two that differ, or both have it; and a count only grows.
    return was === is && canonicalJson(rule) !== canonicalJson(moved) ? was : null;
  } catch {
    // Without a day, or over days of which no calendar is known, the machine judges the rule.
    return null;
  }
}

/** Gives the last instant of the local day, or of the hour before which the rule wants things in. */
export function endOf(day: string, rule?: StageDue): string {
  const endHour = rule?.count?.endHour;
  return endHour === undefined
    ? endOfDay(day)
    : new Date(Date.parse(startOfDay(day)) + endHour * hourMs - 1).toISOString();
}

/** Gives the part of a rule that sets its fixed day. */
export function onDay({ dueAt, provisional }: Counted): Pick<StageDue, 'on' | 'provisional'> {
  return { on: dueAt, ...(provisional ? { provisional } : {}) };
}

function shifted(dueAt: string, to: Shift, calendar: WorkingCalendar): string {
  const day = localDay(dueAt);
  const timeOfDayMs = Date.parse(dueAt) - Date.parse(startOfDay(day));
  return new Date(Date.parse(startOfDay(shiftedDay(day, to, calendar))) + timeOfDayMs).toISOString();
}

function shiftedDay(day: string, { addDays: days, counting }: Shift, calendar: WorkingCalendar): string {
  if (counting === 'calendar') return addDays(day, days);
  return days > 0 ? addWorkingDays(calendar, day, days) : workingDayBefore(calendar, day, -days);
}
