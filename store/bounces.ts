import type { Store } from './connect.ts';

/** `bounced`: now on record. `already`: it was. Ids are of notices: several when a digest came back. */
export type Bounced = { outcome: 'bounced' | 'already'; notices: string[] };

/**
 * Writes down that a mail came back, with the far server's words: each notice it carried is `bounced`, with an entry in its
 * delivery log. Gives null when no mail of ours had this Message-ID.
 */
export async function markBounced(store: Store, messageId: string, diagnostic: string): Promise<Bounced | null> {
  const error = `BOUNCED: ${diagnostic}`.slice(0, 1_000);
  return store.transact(async (tx) => {
    const carried = await tx<{ id: string; status: string }[]>`
      select id, status from outbox
      where message_id = ${messageId} or digest_id = (select id from digests where message_id = ${messageId})
      order by id for update`;
    if (carried.length === 0) return null;
    // A notice that is being tried anew is no longer the one that came back.
    const fresh = carried.filter(({ status }) => status === 'sent').map(({ id }) => id);
    if (fresh.length === 0) return { outcome: 'already', notices: carried.map(({ id }) => id) };
    await tx`
      with changed as (
        update outbox set status = 'bounced', last_error = ${error}, attempts = attempts + 1
        where id = any(${fresh}::uuid[]) returning id, attempts)
      insert into deliveries (outbox_id, attempt, at, ok, error) select id, attempts, real_now(), false, ${error} from changed`;
    return { outcome: 'bounced', notices: fresh };
  });
}
