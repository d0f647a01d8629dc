import type { RecordEntry } from '../contract/nomination.ts';
import type { RoundRecordEntry } from '../contract/round.ts';
import type { Store } from './connect.ts';
import { OutOfOrder, RecordConflict } from './errors.ts';

type Entry = Pick<RecordEntry | RoundRecordEntry, 'event' | 'from' | 'to' | 'inboxId'> & {
  snapshot: { context: { programme: string } };
};

/** Gives what the audit chain keeps of an applied event: hashed, so neither its members nor their names may change. */
export function auditedOf({ event, from, to, inboxId, snapshot }: Entry): Record<string, unknown> {
  return { event, from, to, inboxId, programme: snapshot.context.programme };
}

/** `alreadyRecorded`: the call was a repetition and wrote nothing. */
export type Recorded = { alreadyRecorded: boolean };

/** What `record_transition` and `record_round` answer; `revision` is the one on record. */
export type Outcome = { result: 'recorded' | 'already' | 'outOfOrder' | 'conflict'; revision: number };

/**
 * Runs the one statement that writes a revision down, and gives its answer once it is durable. Throws OutOfOrder (retryable)
 * when an earlier revision is missing, RecordConflict when the revision holds another event.
 */
export async function written(
  store: Store,
  subjectId: string,
  revision: number,
  write: (async: boolean) => Promise<Outcome | undefined>,
): Promise<Recorded> {
  const outcome = await store.commits.run(async (async) => {
    const value = await write(async);
    if (!value) throw new Error(`Recording ${subjectId} gave no row`);
    return { value, wrote: value.result === 'recorded' };
  });
  if (outcome.result === 'outOfOrder') throw new OutOfOrder(subjectId, revision, outcome.revision);
  if (outcome.result === 'conflict') throw new RecordConflict(subjectId, revision);
  return { alreadyRecorded: outcome.result === 'already' };
}
