import type { ProgrammeClock } from '../contract/clock.ts';
import type { Actor, RoleName } from '../contract/roles.ts';
import { canonicalHash, commit } from './audit/canonical.ts';
import type { Store } from './connect.ts';
import { IdempotencyConflict } from './errors.ts';
import { uuidV7 } from './ids.ts';
import type { InboxAnswer, InboxStatus, InboxType } from './schema/inbox.ts';

/** How long the receiving process has to deliver before another may. */
export const leaseMs = 15_000;

/** A person's act as it came in, authorised but not judged. */
export type ActReceived = {
  idempotencyKey: string;
  actorId: string;
  as: RoleName;
  programmeId: string;
  /** A nomination's or a round's id. Null only for `nomination.open`: the receipt gives it. */
  subjectId: string | null;
  type: InboxType;
  body: Record<string, unknown>;
  expectedRevision?: number | undefined;
};

export type ReceiveOptions = {
  clock: ProgrammeClock;
  /** The process that will deliver, when told to. */
  owner: string;
};

export type Receipt = {
  inboxId: string;
  subjectId: string;
  /** Real instant by the database's clock. */
  receivedAt: string;
  /** The same instant on the programme clock. */
  programmeAt: string;
  status: InboxStatus;
  answer: InboxAnswer | null;
  /** The same request had been received before; this is its receipt. */
  duplicate: boolean;
  /** Whether the caller holds the lease and shall deliver now; else its elders, or another process, come first. */
  deliverNow: boolean;
  /** Who acts, with the roles held at the receipt; only for who delivers now. */
  actor: Actor | null;
};

type ReceiptRow = {
  inbox_id: string;
  subject_id: string;
  received_at: string;
  programme_at: string;
  status: InboxStatus;
  answer: InboxAnswer | null;
  duplicate: boolean;
  conflict: boolean;
  deliver_now: boolean;
  actor: Actor | null;
};

/**
 * Keeps an act before anything judges it: inbox row, audit entry and, for an opening, the nomination's id, in one
 * transaction and one round trip. The same request again gives the same receipt. An opening waits for a change that is
 * being applied to a round of its movement, which it names in its body.
 * Throws IdempotencyConflict when the key was used for another request, UncanonicalValue when a text cannot be stored.
 */
export async function receive(store: Store, act: ActReceived, options: ReceiveOptions): Promise<Receipt> {
  const inboxId = uuidV7();
  const { salt, commitment } = commit(act.body);
  const expectedRevision = act.expectedRevision ?? null;
  const entry = { inboxId, type: act.type, as: act.as, expectedRevision, commitment };
  const bodyHash = canonicalHash(act.body).toString('hex');
  const { origin, start, speed } = options.clock;

  let own: ReceiptRow | undefined;
  const row = await store.commits.run(async (async) => {
    const [received] = await store.sql<ReceiptRow[]>`
      select * from receive_act(
        ${inboxId}, ${act.idempotencyKey}, ${act.actorId}, ${act.as}, ${act.programmeId}, ${act.subjectId}, ${act.type},
        ${JSON.stringify(act.body)}, ${bodyHash}, ${salt}, ${expectedRevision},
        ${Date.parse(origin)}, ${Date.parse(start)}, ${speed},
        ${options.owner}, ${leaseMs}, ${JSON.stringify(entry)}, ${canonicalHash(entry)}, ${async})`;
    if (!received) throw new Error('receive_act gave no row');
    const wrote = !received.duplicate;
    if (wrote) own = received;
    // Written again after a restart of the server, it finds what it wrote the first time: that is no repetition, and the lease
    // is this caller's. Nobody else would deliver until it has run out.
    return { value: own?.inbox_id === received.inbox_id ? own : received, wrote };
  });
  if (row.conflict) throw new IdempotencyConflict(act.idempotencyKey);
  return {
    inboxId: row.inbox_id,
    subjectId: row.subject_id,
    receivedAt: new Date(row.received_at).toISOString(),
    programmeAt: new Date(row.programme_at).toISOString(),
    status: row.status,
    answer: row.answer,
    duplicate: row.duplicate,
    deliverNow: row.deliver_now,
    actor: row.actor,
  };
}
