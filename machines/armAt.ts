import type { DeadlineName, StateName } from '../contract/states.ts';
import { stageDue } from './deadlines.ts';
import { stateOf, wakeAt } from './interpreter.ts';
import type { NominationSnapshot } from './nomination.ts';

/** The stages that may follow before a decision. */
const stagesToCome: Partial<Record<StateName, readonly DeadlineName[]>> = {
  draft: ['review', 'council', 'decision'],
  departmentReview: ['council', 'decision'],
  appraisal: ['council', 'decision'],
  returned: ['council', 'decision'],
  councilReview: ['decision'],
};

/**
 * Gives the instant to set a timer for: that of the pending deadline, or an earlier one at which a stage still to come
 * could be due. A stage entered later is never due earlier, however its days are counted (`countedDue`), so what it would be
 * if entered now is the earliest, grace time or not. A timer that fires early is set again and costs one wake-up; one that is
 * cancelled because the next stage is due sooner costs as much in every nomination. Ways aside are not reckoned with: a hold,
 * a withdrawal, a suspension that ends, a change; after those the timer may be cancelled. Null when the nomination is over.
 */
export function armAt(snapshot: NominationSnapshot, at: string): string | null {
  const pending = wakeAt(snapshot);
  if (pending === null) return null;
  const { plan, road, calendar } = snapshot.context;
  const coming = (stagesToCome[stateOf(snapshot)] ?? []).filter((name) => road === 'standard' || name !== 'council');
  const earliest = coming.map((name) => stageDue(name, plan[name], at, calendar).dueAt).filter((dueAt) => dueAt > at);
  return earliest.reduce((first, dueAt) => (dueAt < first ? dueAt : first), pending);
}
