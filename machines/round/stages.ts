import type { Refusal } from '../../contract/refusals.ts';
import type { RoundContext, StageCounts } from '../../contract/round.ts';
import type { RoundStateName } from '../../contract/roundStates.ts';
import { stateRunning } from './deadlines.ts';

type StageName = Extract<RoundStateName, 'appraisal' | 'council' | 'decision' | 'published'>;

const untilAppraised = ['units', 'department', 'onHold'] as const;
const untilAdvised = [...untilAppraised, 'council'] as const;
const untilDecided = [...untilAdvised, 'decision', 'awarded'] as const;

/** Where no nomination may be any more when the stage is completed. What has been sent back keeps the later stage open too. */
const leftOf: Record<StageName, readonly (keyof StageCounts)[]> = {
  appraisal: untilAppraised,
  council: untilAdvised,
  decision: untilDecided,
  published: [...untilDecided, 'published'],
};

/** Gives the stage the round is in; null outside the stages that nominations pass through. */
export function stageOf(context: RoundContext): StageName | null {
  const state = stateRunning(context);
  return state !== null && state in leftOf ? (state as StageName) : null;
}

/** Gives why the stage is not completed, with how many nominations it waits for. */
export function stageRefusal(context: RoundContext, counts: StageCounts): Refusal | null {
  const stage = stageOf(context);
  const waiting = stage === null ? 0 : leftOf[stage].reduce((sum, where) => sum + counts[where], 0);
  if (stage !== null && waiting === 0) return null;
  return { code: 'STAGE_NOT_COMPLETE', detail: { state: stage ?? '', waiting: String(waiting) } };
}

/** Gives whether the round has had no nomination at all. */
export function isEmptyRound(counts: StageCounts): boolean {
  return Object.values(counts).every((count) => count === 0);
}
