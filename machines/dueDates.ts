import type { WorkingCalendar } from '../contract/calendar.ts';
import { addDays, isProvisionalDay, workingDayBefore } from '../contract/calendar.ts';
import { endOfDayAfter, localDay, startOfDay } from '../contract/calendarDay.ts';
import { countedDue } from '../contract/dayCount.ts';
import type { Grace, StageDue } from '../contract/nomination.ts';
import { IncompletePlanError } from './errors.ts';

/** What a rule comes to for one matter; all instants are ISO, in programme time. */
export type DueDate = {
  dueAt: string;
  /** When the timer first has something to do: the end of the grace time, or `dueAt`. */
  wakeAt: string;
  grace?: { kind: Grace['kind']; endsAt: string };
  remindAt?: string[];
  provisional?: true;
};

/** Reminders come when the offices open. */
const reminderHourMs = 8 * 3_600_000;
const ms = (at: string): number => Date.parse(at);

/**
 * Gives when a stage entered at `at` is due: on the rule's day or at the end of its count, whichever is later, with its
 * grace time and its reminders. Throws IncompletePlanError when the rule has neither a day nor a count, and RangeError as
 * `countedDue` does, above all where working days are to be counted and there is no calendar.
 */
export function dueOf(rule: StageDue, at: string, calendar?: WorkingCalendar): DueDate {
  const counts = [
    ...(rule.count === undefined ? [] : [countedDue(at, rule.count, calendar)]),
    ...(rule.withinDays === undefined ? [] : [{ dueAt: endOfDayAfter(at, rule.withinDays), provisional: false }]),
    ...(rule.on === undefined ? [] : [{ dueAt: rule.on, provisional: rule.provisional === true }]),
  ];
  const latest = counts.toSorted((a, b) => ms(b.dueAt) - ms(a.dueAt))[0];
  if (!latest) throw new IncompletePlanError('A rule has neither a day nor a number of days');
  return { ...dueOn(rule, latest.dueAt, at, calendar), ...markOf(latest) };
}

/** Gives what the rule comes to for an instant that is already known (a fixed day, an extension, a resumed clock). */
export function dueOn(rule: StageDue, dueAt: string, at: string, calendar?: WorkingCalendar): DueDate {
  const remindAt = remindersOf(rule, dueAt, at, calendar);
  const reminders = remindAt.length > 0 ? { remindAt } : {};
  if (!rule.grace) return { dueAt, wakeAt: dueAt, ...reminders };
  const endsAt = endOfDayAfter(dueAt, rule.grace.days);
  return { dueAt, wakeAt: endsAt, grace: { kind: rule.grace.kind, endsAt }, ...reminders };
}

/** Gives whether the rule counts working days and `dueAt` falls on a day whose status may still change. */
export function isProvisionalDue(rule: StageDue, dueAt: string, calendar?: WorkingCalendar): boolean {
  return rule.count?.kind === 'working' && calendar !== undefined && isProvisionalDay(calendar, localDay(dueAt));
}

/** Gives the mark of a due time, to be spread. */
export function markOf({ provisional }: { provisional?: boolean | undefined }): { provisional?: true } {
  return provisional ? { provisional } : {};
}

/** Gives whether a due time that was provisional still is, on the day it falls on now. */
export function staysProvisional(was: true | undefined, dueAt: string, calendar?: WorkingCalendar): boolean {
  return was === true && (calendar === undefined || isProvisionalDay(calendar, localDay(dueAt)));
}

/** Gives the reminders still to come, soonest first: at 08:00, so many days before the due day. */
function remindersOf(rule: StageDue, dueAt: string, at: string, calendar: WorkingCalendar | undefined): string[] {
  const working = rule.count?.kind === 'working' ? calendar : undefined;
  const instants = (rule.remindBefore ?? []).map((days) => {
    const day = working ? workingDayBefore(working, localDay(dueAt), days) : addDays(localDay(dueAt), -days);
    return new Date(ms(startOfDay(day)) + reminderHourMs).toISOString();
  });
  const ahead = instants.filter((instant) => ms(instant) > ms(at) && ms(instant) <= ms(dueAt));
  return [...new Set(ahead)].sort();
}
