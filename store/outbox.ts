import { asc, desc, eq, inArray, min } from 'drizzle-orm';
import type { Store } from './connect.ts';
import { deliveries, outbox } from './schema/outbox.ts';

export type OutboxRow = typeof outbox.$inferSelect;
export type DeliveryRow = typeof deliveries.$inferSelect;

/**
 * How an attempt failed. `unreachable`: the server, not the notice, is the trouble (no connection, no sign-in);
 * `temporary`: not this time (4xx, too slow, a template that cannot be written); `permanent`: the server says never (5xx);
 * `hopeless`: no attempt can succeed before a person corrects the data.
 */
export type FailureKind = 'unreachable' | 'temporary' | 'permanent' | 'hopeless';
export type Failure = { kind: FailureKind; error: string; response?: string };
export type Failed = { status: 'failed' | 'dead'; nextAttemptAt: string };

/** Delays before the next attempt, and after how many such answers nobody is served by more attempts. */
const policies = {
  // Never dead: an outage of mail loses nothing, however long. Short, because it ends for all notices at once.
  unreachable: { firstMs: 10_000, mostMs: 300_000, deadAfter: Number.POSITIVE_INFINITY },
  // 20 attempts are twelve hours.
  temporary: { firstMs: 10_000, mostMs: 3_600_000, deadAfter: 20 },
  // Not at once: a mail server set up wrongly says 5xx to everything, and that is often mended within the hour.
  permanent: { firstMs: 600_000, mostMs: 3_600_000, deadAfter: 5 },
  hopeless: { firstMs: 0, mostMs: 0, deadAfter: 1 },
} as const satisfies Record<FailureKind, { firstMs: number; mostMs: number; deadAfter: number }>;

/**
 * Takes up to `limit` notices that are due, for `leaseMs`: no other caller gets them meanwhile, and all can again if this
 * one never reports. `attempts` of a row given is the number of the attempt that now begins.
 */
export async function claimDue(store: Store, limit: number, leaseMs: number): Promise<OutboxRow[]> {
  if (limit < 1) return [];
  const claimed = await store.sql<{ id: string }[]>`
    update outbox set attempts = attempts + 1, next_attempt_at = real_now() + ${leaseMs} * interval '1 millisecond'
    where id in (
      select id from outbox where status in ('pending', 'failed') and next_attempt_at <= real_now()
      order by next_attempt_at, created_at limit ${limit} for update skip locked)
    returning id`;
  if (claimed.length === 0) return [];
  const ids = claimed.map(({ id }) => id);
  return store.db
    .select()
    .from(outbox)
    .where(inArray(outbox.id, ids))
    .orderBy(asc(outbox.createdAt), asc(outbox.revision));
}

/** Writes down that the server took the notice. */
export async function markSent(store: Store, row: OutboxRow, response: string): Promise<void> {
  await store.sql`
    with logged as (
      insert into deliveries (outbox_id, attempt, at, ok, response) values (${row.id}, ${row.attempts}, real_now(), true, ${response})
      on conflict (outbox_id, attempt) do nothing)
    update outbox set status = 'sent', last_error = null where id = ${row.id}`;
}

/** Writes down a failed attempt and when the next is due; the notice is `dead` when no more are worth it. */
export async function markFailed(store: Store, row: OutboxRow, failure: Failure): Promise<Failed> {
  const error = `${failure.kind.toUpperCase()}: ${failure.error}`.slice(0, 1_000);
  const policy = policies[failure.kind];
  const [counted] = await store.sql<{ before: number }[]>`
    select count(*)::int as before from deliveries
    where outbox_id = ${row.id} and not ok and error like ${`${failure.kind.toUpperCase()}:%`}
      and attempt > coalesce((select max(attempt) from deliveries where outbox_id = ${row.id} and error = ${requeued}), 0)`;
  const failures = (counted?.before ?? 0) + 1;
  const status = failures >= policy.deadAfter ? 'dead' : 'failed';
  // Up to a fifth more, so that notices that failed together do not all come back together.
  const delayMs = Math.round(Math.min(policy.firstMs * 2 ** (failures - 1), policy.mostMs) * (1 + Math.random() / 5));
  const [after] = await store.sql<{ next: string | null }[]>`
    with logged as (
      insert into deliveries (outbox_id, attempt, at, ok, response, error)
      values (${row.id}, ${row.attempts}, real_now(), false, ${failure.response ?? null}, ${error})
      on conflict (outbox_id, attempt) do nothing)
    update outbox set status = ${status}, last_error = ${error},
      next_attempt_at = real_now() + ${delayMs} * interval '1 millisecond'
    -- A caller whose lease ran out must not overrule the one that took over.
    where id = ${row.id} and attempts = ${row.attempts} and status <> 'sent' returning next_attempt_at as next`;
  return { status, nextAttemptAt: new Date(after?.next ?? row.nextAttemptAt).toISOString() };
}

/** Gives a claimed notice back untried. */
export async function release(store: Store, row: OutboxRow): Promise<void> {
  await store.sql`
    update outbox set attempts = attempts - 1, next_attempt_at = real_now()
    where id = ${row.id} and attempts = ${row.attempts} and status in ('pending', 'failed')`;
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
  return store.db.select().from(deliveries).where(eq(deliveries.outboxId, outboxId)).orderBy(asc(deliveries.attempt));
}

/** Stands in the delivery log where a person had a notice tried anew. */
const requeued = 'REQUEUED';

/**
 * Has a failed or dead notice tried at once and from the start, at the address the recipient has now; its Message-ID stays.
 * Gives whether there was one.
 */
export async function requeueNotice(store: Store, id: string): Promise<boolean> {
  const rows = await store.sql`
    with again as (
      update outbox o set status = 'pending', next_attempt_at = real_now(), attempts = attempts + 1,
        address = coalesce(
          (select email from people where id = o.recipient_person),
          (select email from nominees where id = o.recipient_person and kind = o.data #>> '{nominee,kind}'), address)
      where id = ${id} and status in ('failed', 'dead') returning id, attempts)
    insert into deliveries (outbox_id, attempt, at, ok, error) select id, attempts, real_now(), false, ${requeued} from again
    returning outbox_id`;
  return rows.length > 0;
}
