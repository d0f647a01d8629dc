import type { RecordEntry } from '../contract/nomination.ts';
import type { Store } from '../store/connect.ts';
import type { Drain } from '../store/drain.ts';
import { undeliveredBefore } from '../store/drain.ts';
import { record } from '../store/record.ts';
import { createAddressNotices } from './recipients.ts';

export type RecordActivities = {
  /** Writes one applied event: projection, audit entry, work items, notices, in one transaction, once per revision. */
  record(entry: RecordEntry): Promise<void>;
  /** Tells whether everything received by the real instant `dueAtMs` has been applied. */
  drained(question: { nominationId: string; dueAtMs: number }): Promise<Drain>;
};

/** Gives the local activities of the `nomination` workflow over the store. */
export function createRecordActivities(store: Store): RecordActivities {
  const address = createAddressNotices(store);
  return {
    async record(entry) {
      await record(store, await address(entry));
    },
    drained: ({ nominationId, dueAtMs }) => undeliveredBefore(store, nominationId, dueAtMs),
  };
}
