import type { ChangeEvent } from '../contract/events.ts';
import type { Deadline, NominationContext, StageDue } from '../contract/nomination.ts';
import type { DeadlineName } from '../contract/states.ts';
import type { Clock } from './clocks.ts';
import { clocksOf, opinionsDue } from './clocks.ts';
import type { Rules } from './deadlines.ts';
import { countedFrom, draftDue, setDeadline, stageDue } from './deadlines.ts';
import type { DueDate } from './dueDates.ts';
import { markOf } from './dueDates.ts';

/** What a `deadline.change` says. */
export type NewDue = Pick<
  Extract<ChangeEvent, { type: 'deadline.change' }>,
  'at' | 'plan' | 'of' | 'dueAt' | 'provisional' | 'calendar'
>;

const ms = (at: string): number => Date.parse(at);

/**
 * Gives what a change of rules, calendar and deadline does to the context. New rules hold for stages entered from now on; a
 * deadline that runs or stands still moves only when it is named.
 */
export function dueChanged(context: NominationContext, change: NewDue): Partial<NominationContext> {
  const rules = rulesAfter(context, change);
  const clock = clockNamed(context, change.of);
  const { dueAt } = change;
  if (!clock || dueAt === undefined) return rules;
  const appraisals = opinionsDue(context, clock.name, dueAt);
  return { ...rules, appraisals, ...moved({ ...context, ...rules }, clock, { ...change, dueAt }) };
}

/**
 * Gives the clock that a change of this name would move. While the round is suspended `hold` is the review of the
 * suspension, which runs.
 */
export function clockNamed(context: NominationContext, name: DeadlineName | undefined): Clock | undefined {
  return clocksOf(context).find((clock) => clock.name === name);
}

/** Gives plan and calendar after a change. */
export function rulesAfter(
  context: NominationContext,
  { plan: newRules, calendar, of, dueAt, provisional }: Omit<NewDue, 'at'>,
): Pick<NominationContext, 'plan' | 'calendar'> {
  const changed = { ...context, plan: { ...context.plan, ...newRules }, ...(calendar ? { calendar } : {}) };
  const plan =
    of === 'draft' && dueAt !== undefined
      ? { ...changed.plan, draft: draftRule(changed, dueAt, provisional) }
      : changed.plan;
  return { plan, ...(changed.calendar ? { calendar: changed.calendar } : {}) };
}

/**
 * Gives the rule under which the submission window ends at `dueAt`: reviving, too, is judged by it. A count stays as long as
 * it comes to no later day, for it also says which days reminders are counted in.
 */
export function draftRule(rules: Rules, dueAt: string, provisional?: true): StageDue {
  const rule = rules.plan.draft;
  if (ms(draftDue(rules).dueAt) === ms(dueAt)) return rule;
  const { on: _, provisional: __, ...counted } = rule;
  const { count: ___, withinDays: ____, ...rest } = counted;
  const counts = rule.count !== undefined || rule.withinDays !== undefined;
  const within =
    counts && ms(stageDue('draft', counted, rules.openedAt, rules.calendar).dueAt) <= ms(dueAt) ? counted : rest;
  return { ...within, on: dueAt, ...markOf({ provisional }) };
}

type To = Pick<NewDue, 'at' | 'provisional'> & { dueAt: string };

function moved(context: NominationContext, clock: Clock, to: To): Partial<NominationContext> {
  const { deadline, suspension, hold, returned } = context;
  const remainingMs = clock.stoppedAt === null ? 0 : ms(to.dueAt) - ms(clock.stoppedAt);
  const paused = { name: clock.name, remainingMs, ...markOf(to) };
  if (clock.place === 'running') return deadline ? { deadline: deadlineMoved(context, deadline, to) } : {};
  if (clock.place === 'hold') {
    if (!hold) return {};
    const { provisional: _, ...held } = hold;
    return { hold: { ...held, remainingMs, ...markOf(to) } };
  }
  if (clock.place === 'return') return returned ? { returned: { ...returned, paused } } : {};
  return suspension ? { suspension: { ...suspension, paused } } : {};
}

/** A deadline that only follows its count under another calendar keeps its start, so that it can follow again. */
function deadlineMoved(context: NominationContext, deadline: Deadline, { dueAt, at, provisional }: To): Deadline {
  const set = setDeadline(context, deadline.name, dueAt, at, provisional);
  const counted = recount(context, deadline);
  if (deadline.startedAt === undefined || !counted || ms(counted.dueAt) !== ms(dueAt)) return set;
  const { provisional: _, ...plain } = set;
  return { ...plain, startedAt: deadline.startedAt, counted: true, ...markOf(counted) };
}

/** Gives what the running deadline comes to, counted again from its start under these rules; null when it is no plain count. */
export function recount(rules: Rules, { name, startedAt, counted }: Deadline): DueDate | null {
  if (!counted || startedAt === undefined) return null;
  return stageDue(name, rules.plan[name], countedFrom(rules, name, startedAt), rules.calendar);
}
