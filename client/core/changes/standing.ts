import type { StageDue } from '../../../contract/nomination.ts';
import type { DeadlineName } from '../../../contract/states.ts';
import type { NominationSnapshot } from '../../../machines/interpreter.ts';
import { stateOf, wakeAt } from '../../../machines/interpreter.ts';
import { deadlinesOf } from '../../../machines/outlook.ts';
import type { RoundSnapshot } from '../../../machines/round/interpreter.ts';
import { roundDeadlinesOf, roundStateOf, roundWakeAt } from '../../../machines/round/interpreter.ts';
import { movableInstant } from '../../../machines/round/standing.ts';
import { isProvisionalDate } from '../../../machines/round/window.ts';
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
    provisionalUnits: [],
    rules: snapshot.context.plan,
    stages: null,
    workItems: workItemsOf(state, snapshot.context),
  };
}

/**
 * Gives a round as far as a change can touch it. The end of the nominations is that of the plan, beside those of single
 * units. The rules that its plan sets for its nominations are apart from its own. `programme`: those of the programme.
 */
export function roundStanding(
  snapshot: RoundSnapshot,
  programme: Partial<Record<DeadlineName, StageDue>> = {},
): Standing {
  const { context } = snapshot;
  const state = roundStateOf(snapshot);
  const deadlines = roundDeadlinesOf(snapshot).map(({ name, dueAt, provisional, paused, ahead }) => ({
    name,
    dueAt: (name === 'closing' ? movableInstant(context, name) : null) ?? dueAt,
    provisional: name === 'closing' ? isProvisionalDate(context, name) : provisional,
    // What the plan has fixed ahead moves on with the clocks when they go on.
    paused: paused || (ahead && context.suspension !== null),
  }));
  return {
    state,
    wakeAt: roundWakeAt(snapshot),
    deadlines,
    nominationsFrom: context.approved?.nominationsFrom ?? null,
    unitWindows: context.unitWindows,
    provisionalUnits: Object.keys(context.unitWindows).filter((unit) => isProvisionalDate(context, 'closing', unit)),
    rules: context.plan,
    stages: { own: context.approved?.stages ?? {}, programme },
    workItems: roundWorkItemsOf(state, context),
  };
}
