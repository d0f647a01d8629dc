import { and, eq } from 'drizzle-orm';
import type { Refusal } from '../contract/refusals.ts';
import type { RoleName } from '../contract/roles.ts';
import { canonicalHash } from './audit/canonical.ts';
import type { Store } from './connect.ts';
import type { ActReceived, Receipt } from './receive.ts';
import { leaseMs } from './receive.ts';
import type { InboxAnswer, InboxStatus, InboxType } from './schema/inbox.ts';
import { inbox } from './schema/inbox.ts';

/** A received act with everything its delivery needs. */
export type InboxRow = {
  id: string;
  actorId: string;
  as: RoleName;
  programmeId: string;
  subjectId: string;
  type: InboxType;
  body: Record<string, unknown>;
  /** The applied change of which this is one subject's share. */
  changeId: string | null;
  expectedRevision: number | null;
  receivedAt: string;
  programmeAt: string;
  /** Deliveries begun, this one included. */
  attempts: number;
};

type ClaimedRow = {
  id: string;
  actor_id: string;
  as_role: RoleName;
  programme_id: string;
  subject_id: string;
  type: InboxType;
  body: Record<string, unknown> | null;
  change_id: string | null;
  expected_revision: number | null;
  received_at: string;
  programme_at: string;
  attempts: number;
};

/**
 * Leases acts that nobody is delivering, oldest first and only the oldest of each subject, so that order is kept; acts
 * of people come before the shares of a change, and these in the order in which the change lists them.
 * With `subjectId` it looks at that subject only: for the next in line after an answer.
 */
export async function claimUndelivered(
  store: Store,
  owner: string,
  limit: number,
  subjectId: string | null = null,
): Promise<InboxRow[]> {
  const rows = await store.sql<
    ClaimedRow[]
  >`select * from claim_undelivered(${owner}, ${limit}, ${leaseMs}, ${subjectId})`;
  const acts = rows.map((row) => ({
    id: row.id,
    actorId: row.actor_id,
    as: row.as_role,
    programmeId: row.programme_id,
    subjectId: row.subject_id,
    type: row.type,
    body: row.body ?? {},
    changeId: row.change_id,
    expectedRevision: row.expected_revision,
    receivedAt: new Date(row.received_at).toISOString(),
    programmeAt: new Date(row.programme_at).toISOString(),
    attempts: row.attempts,
  }));
  return acts.sort((left, right) => (placeOf(left) < placeOf(right) ? -1 : 1));
}

/** All shares of a change are of one instant: their ids have its order. */
function placeOf({ changeId, receivedAt, id }: InboxRow): string {
  return `${changeId === null ? 0 : 1} ${receivedAt} ${id}`;
}

/**
 * Gives up to `limit` subjects on which a person's act waits behind a share of a change that nobody is delivering, the
 * longest wait first. Of a thousand shares theirs come first.
 */
export async function subjectsWaitedFor(store: Store, limit: number): Promise<string[]> {
  const rows = await store.sql<{ id: string }[]>`
    select act.subject_id as id from inbox act
    where act.status = 'received' and act.change_id is null and exists (
      select from inbox share
      where share.subject_id = act.subject_id and share.status = 'received' and share.change_id is not null
        and (share.received_at, share.id) < (act.received_at, act.id)
        and (share.lease_until is null or share.lease_until < clock_timestamp()))
    group by act.subject_id order by min(act.received_at) limit ${limit}`;
  return rows.map(({ id }) => id);
}

/** Gives the row of an act just received, for the process that holds its lease. */
export function rowOf(act: ActReceived, receipt: Receipt): InboxRow {
  return {
    id: receipt.inboxId,
    actorId: act.actorId,
    as: act.as,
    programmeId: act.programmeId,
    subjectId: receipt.subjectId,
    type: act.type,
    body: act.body,
    changeId: null,
    expectedRevision: act.expectedRevision ?? null,
    receivedAt: receipt.receivedAt,
    programmeAt: receipt.programmeAt,
    attempts: 1,
  };
}

/** Notes why a delivery failed; the act stays received and may be claimed again after 1, 2, 4 … 60 seconds. */
export async function releaseWithError(store: Store, inboxId: string, error: string): Promise<void> {
  await store.sql`
    update inbox set last_error = ${error.slice(0, 2000)}, lease_owner = null,
      lease_until = clock_timestamp() + least(60, power(2, least(attempts - 1, 6))) * interval '1 second'
    where id = ${inboxId} and status = 'received'`;
}

/**
 * Ends an act that is on record as applied, once the engine's own history holds it; until then it counts as received and is
 * delivered again, so that a crash of the engine cannot leave it behind the record.
 */
export async function confirmApplied(store: Store, inboxId: string): Promise<void> {
  await store.sql`select confirm_act(${inboxId})`;
}

/** Ends an act as refused, with its audit entry. Gives false when it had ended before: nothing is written then. */
export async function recordRefusal(store: Store, inboxId: string, refusals: Refusal[]): Promise<boolean> {
  const entry = { inboxId, refusals };
  return store.commits.run(async (async) => {
    const [row] = await store.sql<{ done: boolean }[]>`
      select refuse_act(${inboxId}, ${JSON.stringify({ refusals })}, ${JSON.stringify(entry)}, ${canonicalHash(entry)}, ${async}) as done`;
    const done = row?.done ?? false;
    return { value: done, wrote: done };
  });
}

export type Outcome = {
  subjectId: string;
  type: InboxType;
  status: InboxStatus;
  answer: InboxAnswer | null;
  receivedAt: string;
  programmeAt: string;
  lastError: string | null;
};

/** Gives what became of an act, or null when there is none of that id. With `actorId`, only that person's own. */
export async function outcomeOf(store: Store, inboxId: string, actorId?: string): Promise<Outcome | null> {
  const [row] = await store.db
    .select({
      subjectId: inbox.subjectId,
      type: inbox.type,
      status: inbox.status,
      answer: inbox.answer,
      receivedAt: inbox.receivedAt,
      programmeAt: inbox.programmeAt,
      lastError: inbox.lastError,
    })
    .from(inbox)
    .where(and(eq(inbox.id, inboxId), actorId === undefined ? undefined : eq(inbox.actorId, actorId)));
  return row ?? null;
}
