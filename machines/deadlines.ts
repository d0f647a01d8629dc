import type { Deadline, NominationContext, NominationInput, StageDue } from '../contract/nomination.ts';
import type { DeadlineName, StateName } from '../contract/states.ts';
import type { DueDate } from './dueDates.ts';
import { dueOf, dueOn, isProvisionalDue, markOf } from './dueDates.ts';
import { IncompletePlanError } from './errors.ts';

/** Which deadline runs in a state; null in the states where a nomination is over. Entering a state starts its deadline. */
export const deadlineOf = {
  draft: 'draft',
  departmentReview: 'review',
  appraisal: 'appraisal',
  returned: 'supplement',
  councilReview: 'council',
  authorityDecision: 'decision',
  submittedUp: 'higherDecision',
  awarded: 'publication',
  published: 'closing',
  onHold: 'hold',
  withdrawn: 'revival',
  closed: null,
  refused: null,
  notSelected: null,
  expired: null,
  withdrawnForGood: null,
  cancelled: null,
} as const satisfies Record<StateName, DeadlineName | null>;

/** What the due date of a stage depends on. */
export type Rules = Pick<NominationInput, 'plan' | 'calendar' | 'openedAt'>;

/**
 * Gives when a stage entered at `at` is due: on the fixed day or at the end of a count, whichever is later.
 * Throws IncompletePlanError when the rule gives no date, or counts working days and there is no calendar.
 */
export function stageDue(name: DeadlineName, rule: StageDue, at: string, calendar?: Rules['calendar']): DueDate {
  try {
    return dueOf(rule, at, calendar);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new IncompletePlanError(`The plan gives no date for "${name}": ${why}`, { cause });
  }
}

/** Gives the instant from which the stage's days are counted. Every unit has the same window: it counts from the opening. */
export function countedFrom({ openedAt }: Rules, name: DeadlineName, at: string): string {
  return name === 'draft' ? openedAt : at;
}

/**
 * Gives when the submission window ends. Counted from the opening, so that withdrawing and reviving never lengthens it:
 * every unit has the same window.
 */
export function draftDue({ plan, openedAt, calendar }: Rules): DueDate {
  return stageDue('draft', plan.draft, openedAt, calendar);
}

/** Gives the deadline that the plan's rule of this name sets at `at`. */
export function ruledDeadline(rules: Rules, name: DeadlineName, at: string): Deadline {
  const due = stageDue(name, rules.plan[name], countedFrom(rules, name, at), rules.calendar);
  // What was counted from an earlier instant may have had reminders before `at`.
  const deadline = deadlineAt(rules, name, due.dueAt, at, due.provisional === true);
  return rules.plan[name].count === undefined ? deadline : { ...deadline, counted: true };
}

/**
 * Gives a deadline set at `at` whose instant is known already (an act's own day, a resumed clock, a change). Grace time and
 * reminders are those of the plan's rule of this name. `provisional`: its instant is, even if the rule does not say so.
 */
export function setDeadline(
  rules: Rules,
  name: DeadlineName,
  dueAt: string,
  at: string,
  provisional: boolean = false,
): Deadline {
  return deadlineAt(rules, name, dueAt, at, provisional || isProvisionalDue(rules.plan[name], dueAt, rules.calendar));
}

function deadlineAt(
  { plan, calendar }: Rules,
  name: DeadlineName,
  dueAt: string,
  at: string,
  provisional: boolean,
): Deadline {
  const due = dueOn(plan[name], dueAt, at, calendar);
  return { name, level: 0, startedAt: at, ...due, ...markOf({ provisional }) };
}

/** Gives the deadline of a state entered by an event; `dueAt` when the event itself set it (a return, an appraisal). */
export function deadlineOnEntry(
  context: NominationContext,
  state: StateName,
  at: string,
  dueAt?: string,
): Deadline | null {
  const name = deadlineOf[state];
  if (name === null) return null;
  return dueAt === undefined ? ruledDeadline(context, name, at) : setDeadline(context, name, dueAt, at);
}

/** Gives the last instant at which an act is in time: the due one, or the end of a soft grace time. */
export function acceptedUntil({ dueAt, grace }: Pick<Deadline, 'dueAt' | 'grace'>): string {
  return grace?.kind === 'soft' ? grace.endsAt : dueAt;
}
