import type { ChangeSpec } from '../../../contract/changeSpec.ts';
import type { ChangePreview, ChangeProgress } from '../../../contract/changes.ts';
import type { RoundStateName } from '../../../contract/roundStates.ts';
import { isRoundOver } from '../../../contract/roundStates.ts';
import type { PlannedRound, RoundBeat } from '../plan/roundBeats.ts';

/** One round in play. */
export type RoundLife = {
  plan: PlannedRound;
  /** The next beat of each lane. */
  cursors: Record<string, number>;
  /** The state last seen; of the projection. */
  state: RoundStateName | null;
  /** What went against the script, lane by lane; such a lane stops being played. */
  mishaps: { lane: string; text: string }[];
};

/** A change as its maker knows it: what was foretold, and how far it got. */
export type AppliedChange = {
  roundId: string;
  spec: ChangeSpec;
  preview: ChangePreview;
  progress: ChangeProgress;
};

/** Gives a round before its plan. */
export function newRoundLife(plan: PlannedRound): RoundLife {
  return { plan, cursors: Object.fromEntries(plan.lanes.map(({ name }) => [name, 0])), state: null, mishaps: [] };
}

/** Gives the lane's next beat, or null when nothing more is to be done in it. */
export function nextRoundBeat({ plan, cursors, mishaps }: RoundLife, lane: string): RoundBeat | null {
  if (mishaps.some((each) => each.lane === lane)) return null;
  const beats = plan.lanes.find(({ name }) => name === lane)?.beats ?? [];
  return beats[cursors[lane] ?? 0] ?? null;
}

/** Gives whether everything is done and the round is over. */
export function isRoundToldOut(life: RoundLife): boolean {
  const done = life.plan.lanes.every(({ name }) => nextRoundBeat(life, name) === null);
  return done && life.state !== null && isRoundOver(life.state);
}
