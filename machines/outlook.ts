import type { WorkingCalendar } from '../contract/calendar.ts';
import type { NominationContext } from '../contract/nomination.ts';
import type { DeadlineName, StateName } from '../contract/states.ts';
import { deadlineNames } from '../contract/states.ts';
import { clocksOf } from './clocks.ts';
import { deadlineOf } from './deadlines.ts';
import { stateOf } from './interpreter.ts';
import { model } from './model.ts';
import { recount } from './newDue.ts';
import type { NominationSnapshot } from './nomination.ts';

/** What a preview of changes asks of a nomination. */

/** A deadline that runs or stands still; of one that stands still, when it would have been due. */
export type PendingDeadline = { name: DeadlineName; dueAt: string; paused: boolean; provisional: boolean };

/** Gives the deadlines of a nomination, the running one first; none when it is over. */
export function deadlinesOf({ context }: NominationSnapshot): PendingDeadline[] {
  return clocksOf(context).map(({ name, dueAt, stoppedAt, provisional }) => ({
    name,
    dueAt,
    paused: stoppedAt !== null,
    provisional,
  }));
}

/**
 * Gives when the running deadline would be due were its days counted by another calendar; null when it is not a straight
 * count from its start (a fixed or moved day, an act's own day, a resumed clock), which no calendar moves.
 */
export function recountedDue(
  { context }: NominationSnapshot,
  calendar: WorkingCalendar,
): { name: DeadlineName; dueAt: string; provisional: boolean } | null {
  const { deadline } = context;
  if (!deadline) return null;
  const counted = recount({ ...context, calendar }, deadline);
  return counted && { name: deadline.name, dueAt: counted.dueAt, provisional: counted.provisional === true };
}

/**
 * Gives the names of the stages that the nomination can still enter, in the order of the road: the rules that still matter
 * to it. Time is left out: a window that has ended may be extended.
 */
export function openStages(snapshot: NominationSnapshot): DeadlineName[] {
  const { context } = snapshot;
  const entered = new Set<StateName>();
  const waiting = [stateOf(snapshot)];
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
    for (const step of model.steps) {
      if (step.from !== from || step.to === from || entered.has(step.to) || !canEnter(context, step.to)) continue;
      // A hold that is still to come ends where it began.
      if (step.type === 'nomination.resume' && !wasHeld(context, step.to)) continue;
      entered.add(step.to);
      waiting.push(step.to);
    }
  }
  // Its round may be suspended wherever it stands.
  const names = new Set<DeadlineName | null>(['hold', ...[...entered].map((state) => deadlineOf[state])]);
  return clocksOf(context).length === 0 ? [] : deadlineNames.filter((name) => names.has(name));
}

function canEnter({ road, returns, maxReturns, bodies }: NominationContext, state: StateName): boolean {
  if (state === 'councilReview') return road === 'standard';
  if (state === 'submittedUp') return bodies.authorities.length > 1;
  return state !== 'returned' || returns < maxReturns;
}

/** The state that was held is the one whose deadline was paused. */
function wasHeld({ hold }: NominationContext, state: StateName): boolean {
  return hold !== null && deadlineOf[state] === hold.deadlineName;
}
