import type { ISql, TransactionSql } from 'postgres';
import type { ChangeRequest } from '../contract/changeSpec.ts';
import type { ChangePreview } from '../contract/changes.ts';
import type { ChangeType } from '../contract/events.ts';
import { canonicalHash, commit } from './audit/canonical.ts';
import type { Store } from './connect.ts';
import { uuidV7 } from './ids.ts';
import { completeRounds, stalledRounds } from './queries/rounds.ts';

/** A change as it is kept: what was foretold, by whom, and when (real and programme instant). */
export type KeptChange = {
  id: string;
  programmeId: string;
  request: ChangeRequest;
  preview: ChangePreview;
  actorId: string;
  receivedAt: string;
  programmeAt: string;
};

/** One subject's share, in full: what its event will be rebuilt from. It holds for this revision only. */
export type KeptShare = { subjectId: string; type: ChangeType; body: Record<string, unknown>; revision: number };

/** Acts on their way to the subjects, or openings to their movements; and steps of the season that are due and not on record. */
export type Underway = { acts: number; deadlines: number };

/**
 * Locks movements, then subjects, until the transaction ends: an opening shares its movement's lock, a receipt and a
 * deadline take their subject's. Each set in the order of its keys, so that two changes cannot wait for each other.
 */
export async function lockForChange(sql: ISql, movements: string[], subjects: string[]): Promise<void> {
  // Whoever holds one of them must not keep everybody else of the round waiting.
  await sql`select set_config('lock_timeout', '3000', true)`;
  for (const names of [movements, subjects]) {
    await sql`
      select pg_advisory_xact_lock(key) from (
        select distinct subject_lock_key(name) as key from unnest(${names}::text[]) as name order by key) locked`;
  }
}

/** Gives the database's real instant, cut to the millisecond: the receipt's. */
export async function realInstant(sql: ISql): Promise<string> {
  const [row] = await sql<{ now: string }[]>`select real_now() as now`;
  if (!row) throw new Error('real_now gave no row');
  return new Date(row.now).toISOString();
}

/**
 * Gives what is still under way for these subjects and movements at the programme instant: acts, deadlines, and what the
 * season is about to tell a round (its stage is complete, its movement stands still).
 */
export async function underway(
  store: Store,
  sql: TransactionSql,
  movements: string[],
  subjects: string[],
  at: string,
): Promise<Underway> {
  const [row] = await sql<Underway[]>`
    select (
        select count(*) from inbox where status = 'received' and (subject_id = any(${subjects}::text[])
          or (type = 'nomination.open' and programme_id || '/' || (body ->> 'movementId') = any(${movements}::text[]))))::integer
        as acts,
      (select count(*) from nominations where id = any(${subjects}::text[]) and deadline_wake_at <= ${at})::integer
        + (select count(*) from rounds where id = any(${subjects}::text[]) and wake_at <= ${at})::integer as deadlines`;
  const inside: Store = { ...store, sql: sql as unknown as Store['sql'] };
  const told = [...(await completeRounds(inside)), ...(await stalledRounds(inside, at))];
  const steps = told.filter(({ id }) => subjects.includes(id)).length;
  return { acts: row?.acts ?? 0, deadlines: (row?.deadlines ?? 0) + steps };
}

/**
 * Keeps the change and its shares, each in the inbox and in the audit chain, in the order given, in which they are delivered.
 * Throws UncanonicalValue when a text cannot be stored.
 */
export async function keepChange(sql: ISql, change: KeptChange, shares: KeptShare[]): Promise<void> {
  const { request, preview, actorId, programmeId } = change;
  const { spec, as, reason, holdNotices } = request;
  // Delivery follows the ids where the instant is the same, and within one millisecond they come in no order of their own.
  const ids = shares.map(() => uuidV7()).sort();
  const rows = shares.map((share, place) => shareRow(share, change, ids[place] ?? uuidV7()));
  const kept = {
    ...{ id: change.id, programmeId, actorId, spec, preview, hash: preview.hash, as, reason, holdNotices },
    ...{ receivedAt: change.receivedAt, programmeAt: change.programmeAt },
  };
  const payload = { reason };
  const { salt, commitment } = commit(payload);
  const note = { change: change.id, hash: preview.hash, spec, as, shares: shares.length, commitment };
  await sql`
    select receive_change(${JSON.stringify(kept)}, ${JSON.stringify(rows)}, ${JSON.stringify(note)}, ${canonicalHash(note)},
      ${salt}, ${JSON.stringify(payload)})`;
}

function shareRow(
  { subjectId, type, body, revision }: KeptShare,
  { id: changeId, request: { as } }: KeptChange,
  id: string,
) {
  const { salt, commitment } = commit(body);
  const entry = { inboxId: id, type, as, expectedRevision: revision, changeId, commitment };
  return {
    ...{ id, subjectId, type, body, revision, entry },
    bodyHash: canonicalHash(body).toString('hex'),
    salt: salt.toString('hex'),
    entryHash: canonicalHash(entry).toString('hex'),
  };
}
