import { and, asc, eq } from 'drizzle-orm';
import { appendAudit } from './audit/append.ts';
import type { Store } from './connect.ts';
import type { OutboxRow } from './outbox.ts';
import { installationChain } from './schema/audit.ts';
import type { Channel } from './schema/outbox.ts';
import { outbox } from './schema/outbox.ts';

/** Notices of one change, kept back until a person has seen them. */
export type HeldBatch = {
  batchId: string;
  programmeId: string | null;
  /** Who applied the change. */
  by: string | null;
  /** Programme instant. */
  appliedAt: string | null;
  reason: string | null;
  /** To people. */
  notices: number;
  people: number;
  /** To other systems: they are no people, and what they get is no notice that anybody reads. */
  posts: number;
  webhooks: number;
  subjects: number;
};

/** How many notices to people and posts to webhooks a settlement let go or gave up. */
export type Settled = { notices: number; posts: number };

/** Gives the batches that wait to be released or dropped, oldest first. */
export async function heldBatches(store: Store): Promise<HeldBatch[]> {
  const rows = await store.sql<HeldBatch[]>`
    select held.*, c.programme_id as "programmeId", c.actor_id as by, c.applied_at as "appliedAt", c.reason
    from (
      select batch_id as "batchId",
        (count(*) filter (where channel = 'email'))::int as notices,
        (count(distinct recipient_person) filter (where channel = 'email'))::int as people,
        (count(*) filter (where channel = 'webhook'))::int as posts,
        (count(distinct recipient_person) filter (where channel = 'webhook'))::int as webhooks,
        count(distinct subject_id)::int as subjects, min(created_at) as since
      from outbox where status = 'held' and batch_id is not null group by batch_id) held
    left join changes c on c.id = held."batchId" order by held.since, held."batchId"`;
  return rows.map((row) => ({
    batchId: row.batchId,
    programmeId: row.programmeId,
    by: row.by,
    appliedAt: row.appliedAt === null ? null : new Date(row.appliedAt).toISOString(),
    reason: row.reason,
    notices: row.notices,
    people: row.people,
    posts: row.posts,
    webhooks: row.webhooks,
    subjects: row.subjects,
  }));
}

/** Gives the notices of a batch that are still held, by recipient. */
export function heldNotices(store: Store, batchId: string): Promise<OutboxRow[]> {
  return store.db
    .select()
    .from(outbox)
    .where(and(eq(outbox.batchId, batchId), eq(outbox.status, 'held')))
    .orderBy(asc(outbox.recipientPerson), asc(outbox.subjectId), asc(outbox.template));
}

/** Gives whether any notice, held or not, belongs to the batch, and who applied its change. */
export async function batchOf(store: Store, batchId: string): Promise<{ by: string | null } | null> {
  const [row] = await store.sql<{ by: string | null }[]>`
    select (select actor_id from changes where id = ${batchId}) as by
    where exists (select from outbox where batch_id = ${batchId})`;
  return row ?? null;
}

/**
 * Lets a batch's held notices go out; gives how many. Those of shares that are recorded later go too. Doing it again lets
 * none go. Audited.
 */
export function releaseBatch(store: Store, batchId: string, by: string): Promise<Settled> {
  return settle(store, batchId, by, { released: true });
}

/**
 * Gives up a batch's held notices: nobody gets them, nor those of shares that are recorded later; gives how many. Doing it
 * again drops none. Audited with the reason.
 */
export function dropBatch(store: Store, batchId: string, by: string, reason: string): Promise<Settled> {
  return settle(store, batchId, by, { dropped: true }, reason);
}

async function settle(
  store: Store,
  batchId: string,
  by: string,
  what: { released: true } | { dropped: true },
  reason?: string,
): Promise<Settled> {
  const dropped = 'dropped' in what;
  return store.transact(async (tx) => {
    // Shares being recorded end first; those that begin now wait, and find what is decided here.
    await tx`select pg_advisory_xact_lock(batch_lock_key(${batchId}))`;
    const rows = await tx<{ channel: Channel }[]>`
      update outbox set next_attempt_at = real_now(),
        status = case when ${dropped} then 'dropped' when address is null then 'dead' else 'pending' end,
        last_error = case when ${dropped} then 'DROPPED' when address is null then 'NO_ADDRESS' end
      where batch_id = ${batchId} and status = 'held' returning channel`;
    const posts = rows.filter(({ channel }) => channel === 'webhook').length;
    const settled = { notices: rows.length - posts, posts };
    if (rows.length === 0) return settled;
    await tx`update changes set settled_as = ${dropped ? 'dropped' : 'released'} where id = ${batchId}`;
    // What ends here, untried, is in the log all the same.
    await tx`
      insert into deliveries (outbox_id, attempt, at, ok, error)
      select id, 0, real_now(), false, case when ${dropped} then 'DROPPED' else 'HOPELESS: NO_ADDRESS' end from outbox
      where batch_id = ${batchId} and status in ('dropped', 'dead') and attempts = 0
      on conflict do nothing`;
    const [change] = await tx<{ programmeId: string }[]>`
      select programme_id as "programmeId" from changes where id = ${batchId}`;
    await appendAudit(tx, {
      chain: change?.programmeId ?? installationChain,
      kind: 'configuration',
      actorId: by,
      entry: { notices: { batch: batchId, count: rows.length, ...what } },
      ...(reason === undefined ? {} : { payload: { reason } }),
    });
    return settled;
  });
}
