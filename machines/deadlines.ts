import { endOfDayAfter } from '../contract/calendarDay.ts';
import type { Deadline, NominationContext, NominationInput, StageDue } from '../contract/nomination.ts';
import type { DeadlineName, StateName } from '../contract/states.ts';
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
} as const satisfies Record<StateName, DeadlineName | null>;

/** Gives the instant a stage entered at `at` is due: the fixed one or the counted one, whichever is later. */
export function stageDue(name: DeadlineName, due: StageDue, at: string): string {
  const counted = due.withinDays === undefined ? null : endOfDayAfter(at, due.withinDays);
  if (counted && due.on) return Date.parse(due.on) > Date.parse(counted) ? due.on : counted;
  const dueAt = counted ?? due.on;
  if (!dueAt) throw new IncompletePlanError(`The plan has neither a day nor a number of days for "${name}"`);
  return dueAt;
}

/**
 * Gives the instant the submission window ends. Counted from the opening, so that withdrawing and reviving never
 * lengthens it: every unit has the same window.
 */
export function draftDue(input: NominationInput): string {
  return stageDue('draft', input.plan.draft, input.openedAt);
}

/** Gives a deadline that has just been set. */
export function setDeadline(name: DeadlineName, dueAt: string): Deadline {
  return { name, dueAt, wakeAt: dueAt, level: 0 };
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
  if (name === 'draft') return setDeadline(name, draftDue(context));
  return setDeadline(name, dueAt ?? stageDue(name, context.plan[name], at));
}

/** Gives the same deadline one step up the escalation chain; at its last queue it stays and keeps reminding. */
export function escalated(context: NominationContext, at: string): Deadline | null {
  const { deadline, escalation } = context;
  if (!deadline) return null;
  return { ...reminded(context, deadline, at), level: Math.min(deadline.level + 1, escalation.chain.length) };
}

/** Gives the same deadline, to wake again a few days later. */
export function reminded(context: NominationContext, deadline: Deadline, at: string): Deadline {
  return { ...deadline, wakeAt: endOfDayAfter(at, context.escalation.everyDays) };
}

/** Throws IncompletePlanError unless every deadline this nomination can meet has a date, and escalation somewhere to go. */
export function checkPlan(input: NominationInput): void {
  const { plan, road, bodies, escalation } = input;
  for (const name of Object.values(deadlineOf)) {
    // The event that starts these two says when they are due.
    if (name === null || name === 'supplement' || name === 'appraisal') continue;
    if (name === 'council' && road === 'simplified') continue;
    if (name === 'higherDecision' && bodies.authorities.length < 2) continue;
    stageDue(name, plan[name], input.openedAt);
  }
  if (bodies.authorities.length === 0) throw new IncompletePlanError('No approving authority');
  if (escalation.chain.length === 0) throw new IncompletePlanError('The escalation chain is empty');
  if (!(escalation.everyDays >= 1)) throw new IncompletePlanError('Escalation must be at least a day apart');
}
