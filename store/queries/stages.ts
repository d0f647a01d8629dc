import type { StageCounts } from '../../contract/round.ts';
import type { RoundStateName } from '../../contract/roundStates.ts';
import type { StateName } from '../../contract/states.ts';
import type { Store } from '../connect.ts';

/** How a round's nominations stood at one instant. */
export type StageCount = {
  counts: StageCounts;
  /** SHA-256 (hex) of the canonical JSON of `nominations`. */
  listHash: string;
  /** Ids of those that are not over, sorted. */
  nominations: string[];
  /** Real instant of the count. On the programme clock it is the instant of a `stage.complete` with these counts. */
  countedAt: string;
};

/** Gives how many of a round's nominations stand where, and which are not over: one statement, one view of the data. */
export async function stageCounts(store: Store, roundId: string): Promise<StageCount> {
  const [row] = await store.sql<StageCount[]>`
    select counts, list_hash(listed) as "listHash", listed as nominations, statement_timestamp() as "countedAt"
    from round_counts(${roundId})`;
  if (!row) throw new Error('round_counts gave no row');
  return { ...row, countedAt: new Date(row.countedAt).toISOString() };
}

const untilAppraised = ['draft', 'returned', 'withdrawn', 'departmentReview', 'appraisal', 'onHold'] as const;
const untilAdvised = [...untilAppraised, 'councilReview'] as const;
const untilDecided = [...untilAdvised, 'authorityDecision', 'submittedUp', 'awarded'] as const;

/** Where no nomination may be any more for the stage to be complete: the machine's rule (`machines/round/stages.ts`), in states. */
export const statesToLeave = {
  appraisal: untilAppraised,
  council: untilAdvised,
  decision: untilDecided,
  published: [...untilDecided, 'published'],
} as const satisfies Partial<Record<RoundStateName, readonly StateName[]>>;
