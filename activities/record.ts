import type { RecordEntry } from '../contract/nomination.ts';
import type { RoundRecordEntry } from '../contract/round.ts';
import type { Store } from '../store/connect.ts';
import type { Drain } from '../store/drain.ts';
import { undeliveredBefore } from '../store/drain.ts';
import type { RecordOptions } from '../store/record.ts';
import { record } from '../store/record.ts';
import { recordRound } from '../store/recordRound.ts';
import { createAddressNotices } from './recipients.ts';

export type RecordActivities = {
  /** Writes one applied event: projection, audit entry, work items, notices, in one transaction, once per revision. */
  record(entry: RecordEntry): Promise<void>;
  /** The same for a round. */
  recordRound(entry: RoundRecordEntry): Promise<void>;
  /** Tells whether everything received for the subject by the real instant `dueAtMs` has been applied. */
  drained(question: { subjectId: string; dueAtMs: number }): Promise<Drain>;
};

/** Gives the local activities of the workflows of nominations and rounds over the store. */
export function createRecordActivities(
  store: Store,
  options: Pick<RecordOptions, 'refusalNoticeWithin'> = {},
): RecordActivities {
  const address = createAddressNotices(store);
  return {
    async record(entry) {
      await record(store, await address(entry), options);
    },
    async recordRound(entry) {
      await recordRound(store, await address(entry));
    },
    drained: ({ subjectId, dueAtMs }) => undeliveredBefore(store, subjectId, dueAtMs),
  };
}
