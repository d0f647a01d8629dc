import type { NominationSnapshot } from '../../../machines/interpreter.ts';
import { stateOf, wakeAt } from '../../../machines/interpreter.ts';
import { deadlinesOf } from '../../../machines/outlook.ts';
import type { RoundSnapshot } from '../../../machines/round/interpreter.ts';
import { roundDeadlinesOf, roundStateOf, roundWakeAt } from '../../../machines/round/interpreter.ts';
import { movableInstant } from '../../../machines/round/standing.ts';
import { roundWorkItemsOf } from '../../../machines/round/workItems.ts';
import { workItemsOf } from '../../../machines/workItems.ts';
import type { Standing } from './compare.ts';

/** Gives a nomination as far as a change can touch it. */
export function nominationStanding(snapshot: NominationSnapshot): Standing {
  const state = stateOf(snapshot);
  return {
    state,
    wakeAt: wakeAt(snapshot),
    deadlines: deadlinesOf(snapshot),
    nominationsFrom: null,
    unitWindows: {},
    rules: snapshot.context.plan,
    workItems: workItemsOf(state, snapshot.context),
  };
}

/**
 * Gives a round as far as a change can touch it. The end of the nominations is that of the plan, beside those of single
 * units. Rules of stages that only the plan of the movement sets are shown beside the round's own.
 */
export function roundStanding(snapshot: RoundSnapshot): Standing {
  const { context } = snapshot;
  const state = roundStateOf(snapshot);
  const deadlines = roundDeadlinesOf(snapshot).map(({ name, dueAt, provisional, paused, ahead }) => ({
    name,
    dueAt: (name === 'closing' ? movableInstant(context, name) : null) ?? dueAt,
    provisional,
    // What the plan has fixed ahead moves on with the clocks when they go on.
    paused: paused || (ahead && context.suspension !== null),
  }));
  return {
    state,
    wakeAt: roundWakeAt(snapshot),
    deadlines,
    nominationsFrom: context.approved?.nominationsFrom ?? null,
    unitWindows: context.unitWindows,
    rules: { ...context.plan, ...context.approved?.stages },
    workItems: roundWorkItemsOf(state, context),
  };
}
