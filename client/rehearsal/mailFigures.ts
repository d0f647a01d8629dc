import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../../store/connect.ts';
import { readMailbox } from '../mailbox.ts';

/**
 * Notices of the outbox by what became of them. A burst to one person goes out as one mail, so mails are counted apart:
 * `mails` are those the record says were sent, `delivered` those that lie in the mailbox.
 */
export type MailFigures = {
  waiting: number;
  dead: number;
  sent: number;
  mails: number;
  digests: number;
  delivered: number;
  repeated: number;
};
type Counts = Omit<MailFigures, 'delivered' | 'repeated'>;

/**
 * Counts notices and mails at a moment when nothing is under way; gives the last count when there is none within the time.
 * Reminders go on while the programme clock runs, so such a moment has to be waited for.
 */
export async function mailFigures(store: Store, home: string, withinMs: number): Promise<MailFigures> {
  const giveUpAt = Date.now() + withinMs;
  for (;;) {
    const before = await counts(store);
    const { mails } = await readMailbox(join(home, 'mailbox'), { limit: 1_000_000 });
    const after = await counts(store);
    const figures = {
      ...after,
      delivered: mails.length,
      repeated: mails.filter(({ deliveries }) => deliveries > 1).length,
    };
    const still = before.sent === after.sent && before.waiting === 0 && after.waiting === 0;
    if (still || Date.now() > giveUpAt) return figures;
    await sleep(250);
  }
}

async function counts(store: Store): Promise<Counts> {
  const [row] = await store.sql<Counts[]>`
    select count(*) filter (where status in ('pending', 'failed'))::integer as waiting, count(*) filter (where status = 'dead')::integer as dead,
      count(*) filter (where status = 'sent')::integer as sent,
      count(distinct coalesce(digest_id, id)) filter (where status = 'sent')::integer as mails,
      count(distinct digest_id) filter (where status = 'sent')::integer as digests
    from outbox where channel = 'email'`;
  if (!row) throw new Error('no row');
  return row;
}
