import { asc, desc, eq, inArray, min } from 'drizzle-orm';
import type { Store } from './connect.ts';
import { deliveries, digests, outbox } from './schema/outbox.ts';

export type OutboxRow = typeof outbox.$inferSelect;
export type DeliveryRow = typeof deliveries.$inferSelect;
export type DigestRow = typeof digests.$inferSelect;

/** One mail to be sent: a notice alone, or a digest with all its notices. */
export type Mailing = { digest: DigestRow | null; notices: [OutboxRow, ...OutboxRow[]] };

export type ClaimMails = {
  limit: number;
  leaseMs: number;
  /** So many notices due for one person become one mail. */
  digestFrom: number;
  /** How long notices of a batch gather before they are sent (real time). */
  digestWaitMs: number;
  /** Templates that may wait for a digest. */
  digestible: readonly string[];
  /** Right-hand side of a digest's Message-ID. */
  mailDomain: string;
};

/**
 * Takes up to `limit` mails that are due, for `leaseMs`: no other caller gets them meanwhile, and all can again if this
 * one never reports. `attempts` of a row given is the number of the attempt that now begins. Which digest carries a notice
 * is settled by the claim, once and for all.
 */
export async function claimMails(store: Store, claim: ClaimMails): Promise<Mailing[]> {
  if (claim.limit < 1) return [];
  const claimed = await store.sql<{ id: string }[]>`
    select id from claim_mails(${claim.limit}, ${claim.leaseMs}, ${claim.digestFrom}, ${claim.digestWaitMs},
      ${JSON.stringify(claim.digestible)}, ${claim.mailDomain})`;
  return mailingsOf(store, await rowsOf(store, claimed));
}

export type ClaimPosts = { limit: number; leaseMs: number } & (
  | { only: string }
  /** Webhooks left alone for now. */
  | { except: readonly string[] }
);

/** Takes up to `limit` posts to webhooks that are due, for `leaseMs`. */
export async function claimPosts(store: Store, claim: ClaimPosts): Promise<OutboxRow[]> {
  if (claim.limit < 1) return [];
  const only = 'only' in claim ? claim.only : null;
  const except = 'except' in claim ? claim.except : [];
  const claimed = await store.sql<{ id: string }[]>`
    select id from claim_posts(${claim.limit}, ${claim.leaseMs}, ${only}, ${JSON.stringify(except)})`;
  return rowsOf(store, claimed);
}

async function rowsOf(store: Store, claimed: { id: string }[]): Promise<OutboxRow[]> {
  if (claimed.length === 0) return [];
  const ids = claimed.map(({ id }) => id);
  const order = [asc(outbox.createdAt), asc(outbox.revision), asc(outbox.id)];
  return store.db
    .select()
    .from(outbox)
    .where(inArray(outbox.id, ids))
    .orderBy(...order);
}

async function mailingsOf(store: Store, rows: OutboxRow[]): Promise<Mailing[]> {
  const ids = [...new Set(rows.flatMap(({ digestId }) => digestId ?? []))];
  const found = ids.length === 0 ? [] : await store.db.select().from(digests).where(inArray(digests.id, ids));
  const byId = new Map(found.map((digest) => [digest.id, digest]));
  const mailings = new Map<string, Mailing>();
  for (const row of rows) {
    const key = row.digestId ?? row.id;
    const known = mailings.get(key);
    if (known) known.notices.push(row);
    else mailings.set(key, { digest: (row.digestId && byId.get(row.digestId)) || null, notices: [row] });
  }
  return [...mailings.values()];
}

/** Gives the real instant at which the next notice is due, or null when none waits. */
export async function nextDueAt(store: Store): Promise<string | null> {
  const waiting = inArray(outbox.status, ['pending', 'failed']);
  const [row] = await store.db
    .select({ at: min(outbox.nextAttemptAt) })
    .from(outbox)
    .where(waiting);
  return row?.at ?? null;
}

/** Gives the notices no further attempt is made for, latest first: each needs a person. */
export async function deadNotices(store: Store, limit = 100): Promise<OutboxRow[]> {
  return store.db.select().from(outbox).where(eq(outbox.status, 'dead')).orderBy(desc(outbox.createdAt)).limit(limit);
}

/** Gives the delivery log of a notice, in the order of the attempts. */
export async function deliveriesOf(store: Store, outboxId: string): Promise<DeliveryRow[]> {
  return (await deliveriesOfEach(store, [outboxId])).get(outboxId) ?? [];
}

/** Gives the delivery logs of notices by their ids, each in the order of its attempts; none where there was no attempt. */
export async function deliveriesOfEach(store: Store, outboxIds: string[]): Promise<Map<string, DeliveryRow[]>> {
  const rows = await store.db
    .select()
    .from(deliveries)
    .where(inArray(deliveries.outboxId, outboxIds))
    .orderBy(asc(deliveries.attempt));
  return Map.groupBy(rows, ({ outboxId }) => outboxId);
}
