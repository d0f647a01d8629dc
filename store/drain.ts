import type { Store } from './connect.ts';

/** Whether a deadline may pass: not yet due by the database's clock, acts received in time still waiting, or all applied. */
export type Drain = { state: 'early' | 'pending'; waitMs: number } | { state: 'drained' };

/**
 * Tells whether everything received for the subject by the real instant `dueRealMs` has been applied or refused.
 * Waits for receipts in flight, so that after `drained` no act received in time can appear.
 */
export async function undeliveredBefore(store: Store, subjectId: string, dueRealMs: number): Promise<Drain> {
  const due = new Date(dueRealMs).toISOString();
  const [row] = await store.sql<{ state: Drain['state']; wait_ms: number }[]>`
    select * from undelivered_before(${subjectId}, ${due})`;
  if (!row) throw new Error('undelivered_before gave no row');
  return row.state === 'drained' ? { state: 'drained' } : { state: row.state, waitMs: row.wait_ms };
}
