import type { Refusal } from '../../contract/refusals.ts';
import type { Store } from '../connect.ts';
import type { InboxStatus } from '../schema/inbox.ts';

/** The act that asked for a nomination to be opened: its id is given with the receipt, before anything is opened. */
export type OpeningReceived = { programmeId: string; status: InboxStatus; programmeAt: string; refusals: Refusal[] };

/** Gives whether the person is there, and the nomination's programme: what is asked before an act is kept, in one round trip. */
export async function knownTo(
  store: Store,
  by: string,
  nominationId: string,
): Promise<{ person: boolean; programmeRef: string | null }> {
  const [row] = await store.sql<{ person: boolean; programmeRef: string | null }[]>`
    select exists (select from people where id = ${by}) as person,
      (select programme_ref from nominations where id = ${nominationId}) as "programmeRef"`;
  return row ?? { person: false, programmeRef: null };
}

/** Gives the opening received under that number, whatever became of it; null when there is none. */
export async function openingReceived(store: Store, nominationId: string): Promise<OpeningReceived | null> {
  const [row] = await store.sql<(Omit<OpeningReceived, 'refusals'> & { refusals: Refusal[] | null })[]>`
    select programme_id as "programmeId", status, programme_at as "programmeAt", answer -> 'refusals' as refusals
    from inbox where subject_id = ${nominationId} and type = 'nomination.open'`;
  return row ? { ...row, refusals: row.refusals ?? [], programmeAt: new Date(row.programmeAt).toISOString() } : null;
}

/**
 * Gives the body of what that person sent under that key before; null when it is the first of it, or has no key. A repetition
 * is answered with the first one's receipt, whatever has changed since: the programme's version, the day.
 */
export async function sentBefore(
  store: Store,
  by: string,
  key: string | undefined,
): Promise<Record<string, unknown> | null> {
  if (key === undefined) return null;
  const [row] = await store.sql<{ body: Record<string, unknown> }[]>`
    select body from inbox where actor_id = ${by} and idempotency_key = ${key}`;
  return row?.body ?? null;
}
