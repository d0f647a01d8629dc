import type { ChangeSpec } from '../../../contract/changeSpec.ts';
import type { RefusalCode } from '../../../contract/refusals.ts';
import type { RoleName } from '../../../contract/roles.ts';
import type { MovementPlan } from '../../../contract/roundActs.ts';
import type { RoundActType } from '../../../contract/roundEvents.ts';
import type { RoundStateName } from '../../../contract/roundStates.ts';

/** What is done: an act on the round, or a change that is previewed and then applied. */
export type RoundDeed =
  | { type: Exclude<RoundActType, 'plan.submit' | 'plan.approve'>; body: Record<string, unknown> }
  | { type: 'plan.submit'; plan: MovementPlan }
  /** Of the plan that the person is shown. */
  | { type: 'plan.approve' }
  | { type: 'change'; spec: ChangeSpec; reason: string };

/** One thing one person does with a round. */
export type RoundBeat = {
  /** Programme instant, not before which. */
  at: string;
  by: string;
  as: RoleName;
  /** The states in which the person must see the round first; until then they look again. */
  in: readonly RoundStateName[];
  deed: RoundDeed;
  /** One of these must be among the reasons of the refusal; empty: it must be applied. */
  expect: readonly RefusalCode[];
};

/** Beats that follow one another: the plan's, one unit's, a change's. */
export type Lane = { name: string; beats: RoundBeat[] };

/** How a unit takes part in a round. */
export type Participation = 'takesPart' | 'late' | 'declines' | 'silent';

export type PlannedRound = {
  roundId: string;
  rowId: string;
  movementId: string;
  lanes: Lane[];
  participation: Record<string, Participation>;
  /** Units that do not nominate here in the ordinary way: they take no part, or have an end of their own. */
  reserved: string[];
  /** The unit with an extension of its own. */
  extendedUnit: string | null;
};

/** Gives a beat that must be applied. */
export function roundBeat(
  at: string,
  [by, as]: readonly [string, RoleName],
  states: readonly RoundStateName[],
  deed: RoundDeed,
  expect: readonly RefusalCode[] = [],
): RoundBeat {
  return { at, by, as, in: states, deed, expect };
}
