import type { Store } from './connect.ts';
import type { OutboxRow } from './outbox.ts';

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

/** The notices of one attempt: one, or all of a digest. They succeed and fail together. */
type Attempted = readonly [OutboxRow, ...OutboxRow[]];

/** Writes down that the server took the notices. */
export async function markSent(store: Store, rows: Attempted, response: string): Promise<void> {
  await store.sql`
    with attempted as (select * from jsonb_to_recordset(${attemptsOf(rows)}::jsonb) as a(id uuid, attempts integer)),
    logged as (
      insert into deliveries (outbox_id, attempt, at, ok, response)
      select id, attempts, real_now(), true, ${response} from attempted
      on conflict (outbox_id, attempt) do nothing)
    update outbox set status = 'sent', last_error = null
    where id in (select id from attempted) and status in ('pending', 'failed', 'sent')`;
}

/** Writes down a failed attempt and when the next is due; the notices are `dead` when no more are worth it. */
export async function markFailed(store: Store, rows: Attempted, failure: Failure): Promise<Failed> {
  const [first] = rows;
  const error = `${failure.kind.toUpperCase()}: ${failure.error}`.slice(0, 1_000);
  const policy = policies[failure.kind];
  const failures = (await failuresBefore(store, first.id, failure.kind)) + 1;
  const status = failures >= policy.deadAfter ? 'dead' : 'failed';
  // Up to a fifth more, so that notices that failed together do not all come back together.
  const delayMs = Math.round(Math.min(policy.firstMs * 2 ** (failures - 1), policy.mostMs) * (1 + Math.random() / 5));
  const after = await store.sql<{ next: string }[]>`
    with attempted as (select * from jsonb_to_recordset(${attemptsOf(rows)}::jsonb) as a(id uuid, attempts integer)),
    logged as (
      insert into deliveries (outbox_id, attempt, at, ok, response, error)
      select id, attempts, real_now(), false, ${failure.response ?? null}, ${error} from attempted
      on conflict (outbox_id, attempt) do nothing)
    update outbox o set status = ${status}, last_error = ${error},
      next_attempt_at = real_now() + ${delayMs} * interval '1 millisecond'
    from attempted a
    -- A caller whose lease ran out must not overrule the one that took over.
    where o.id = a.id and o.attempts = a.attempts and o.status in ('pending', 'failed') returning o.next_attempt_at as next`;
  return { status, nextAttemptAt: new Date(after[0]?.next ?? first.nextAttemptAt).toISOString() };
}

/** Gives claimed notices back untried. */
export async function release(store: Store, rows: Attempted): Promise<void> {
  await store.sql`
    update outbox o set attempts = o.attempts - 1, next_attempt_at = real_now()
    from jsonb_to_recordset(${attemptsOf(rows)}::jsonb) as a(id uuid, attempts integer)
    where o.id = a.id and o.attempts = a.attempts and o.status in ('pending', 'failed')`;
}

/**
 * Takes a notice out of its digest, which has not been sent with it: one that cannot be written must not keep the others
 * back. It then goes its own way.
 */
export async function leaveDigest(store: Store, row: OutboxRow): Promise<void> {
  await store.sql`update outbox set digest_id = null where id = ${row.id} and status in ('pending', 'failed')`;
}

/** Stands in the delivery log where a person had a notice tried anew. */
const requeued = 'REQUEUED';

/**
 * Has a notice that failed, died or bounced tried at once and from the start, at the address the recipient has now; its
 * Message-ID stays. One that travelled in a digest takes the whole digest along. A post whose receiver is told nothing any
 * more would die again, and stays. Gives whether there was one.
 */
export async function requeueNotice(store: Store, id: string): Promise<boolean> {
  const rows = await store.sql`
    with wanted as (
      select o.id from outbox o
      where (o.id::text = ${id} or o.digest_id = (select digest_id from outbox where id::text = ${id}))
        and o.status in ('failed', 'dead', 'bounced')
        and (o.channel <> 'webhook' or exists (select from webhooks w where w.id = o.recipient_person and w.active))
      order by o.id for update),
    again as (
      update outbox o set status = 'pending', next_attempt_at = real_now(), attempts = attempts + 1,
        address = coalesce(
          (select email from people where id = o.recipient_person),
          (select email from nominees where id = o.recipient_person and kind = o.data #>> '{nominee,kind}'),
          (select url from webhooks where id = o.recipient_person and o.channel = 'webhook'), address)
      where o.id in (select id from wanted) returning id, attempts, digest_id, address),
    moved as (
      update digests d set address = again.address from again where d.id = again.digest_id and again.address is not null)
    insert into deliveries (outbox_id, attempt, at, ok, error) select id, attempts, real_now(), false, ${requeued} from again
    returning outbox_id`;
  return rows.length > 0;
}

async function failuresBefore(store: Store, id: string, kind: FailureKind): Promise<number> {
  const [counted] = await store.sql<{ before: number }[]>`
    select count(*)::int as before from deliveries
    where outbox_id = ${id} and not ok and error like ${`${kind.toUpperCase()}:%`}
      and attempt > coalesce((select max(attempt) from deliveries where outbox_id = ${id} and error = ${requeued}), 0)`;
  return counted?.before ?? 0;
}

function attemptsOf(rows: Attempted): string {
  return JSON.stringify(rows.map(({ id, attempts }) => ({ id, attempts })));
}
