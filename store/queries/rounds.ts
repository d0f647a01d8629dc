import type { SQL } from 'drizzle-orm';
import { and, asc, desc, eq, isNotNull } from 'drizzle-orm';
import type { RoundStateName } from '../../contract/roundStates.ts';
import type { Store } from '../connect.ts';
import { roundPlans, rounds } from '../schema/rounds.ts';
import type { StageCount } from './stages.ts';
import { statesToLeave } from './stages.ts';

export type RoundRow = typeof rounds.$inferSelect;
export type RoundPlanRow = typeof roundPlans.$inferSelect;
/** A round whose stage every nomination has left. */
export type CompleteRound = Omit<StageCount, 'nominations'> & { id: string; state: RoundStateName; revision: number };

export type RoundFilter = { programmeId?: string; movementId?: string; state?: RoundStateName };

/** Gives where a round stands, or null when there is none of that id. */
export async function roundById(store: Store, id: string): Promise<RoundRow | null> {
  const [row] = await store.db.select().from(rounds).where(eq(rounds.id, id));
  return row ?? null;
}

/** Gives the rounds that meet every given condition, by programme, movement and beginning. */
export async function roundList(store: Store, filter: RoundFilter = {}): Promise<RoundRow[]> {
  return listed(
    store,
    filter.programmeId === undefined ? undefined : eq(rounds.programmeId, filter.programmeId),
    filter.movementId === undefined ? undefined : eq(rounds.movementId, filter.movementId),
    filter.state === undefined ? undefined : eq(rounds.state, filter.state),
  );
}

/** Gives the ids of every round that has been begun, without where they stand. */
export async function roundIds(store: Store): Promise<string[]> {
  const rows = await store.sql<{ id: string }[]>`select id from rounds`;
  return rows.map(({ id }) => id);
}

/** Gives the rounds of a movement, one for each phase begun. */
export async function roundsAt(store: Store, programmeId: string, movementId: string): Promise<RoundRow[]> {
  return roundList(store, { programmeId, movementId });
}

async function listed(store: Store, ...conditions: (SQL | undefined)[]): Promise<RoundRow[]> {
  return store.db
    .select()
    .from(rounds)
    .where(and(...conditions))
    .orderBy(asc(rounds.programmeId), asc(rounds.movementId), asc(rounds.begunAt), asc(rounds.phaseId));
}

/** Gives the plan of a round as last submitted, or as approved; null when there is none. */
export async function roundPlan(
  store: Store,
  roundId: string,
  which: 'latest' | 'approved',
): Promise<RoundPlanRow | null> {
  const [row] = await store.db
    .select()
    .from(roundPlans)
    .where(
      and(eq(roundPlans.roundId, roundId), which === 'approved' ? isNotNull(roundPlans.approvedRevision) : undefined),
    )
    .orderBy(desc(roundPlans.version))
    .limit(1);
  return row ?? null;
}

/**
 * Gives whether an act on a round of the movement, received before the real instant, is not yet on record: an opening
 * received after it waits, for the act may change its window.
 */
export async function roundsChanging(
  store: Store,
  programmeId: string,
  movementId: string,
  beforeReceivedAt: string,
): Promise<boolean> {
  const [row] = await store.sql<{ waits: boolean }[]>`
    select exists (
      select from rounds r join inbox i on i.subject_id = r.id
      where r.programme_id = ${programmeId} and r.movement_id = ${movementId}
        and i.status = 'received' and i.applied_revision is null and i.received_at < ${beforeReceivedAt}) as waits`;
  return row?.waits ?? false;
}

/**
 * Gives the rounds whose stage is complete: all their nominations have left it, and nothing received for the round, for one
 * of them, or for opening one is waiting to be applied. Asked often: each stage is told by a few index look-ups that end at
 * the first nomination still there, and only complete rounds are counted.
 */
export async function completeRounds(store: Store): Promise<CompleteRound[]> {
  const { appraisal, council, decision, published } = statesToLeave;
  const rows = await store.sql<CompleteRound[]>`
    with through as materialized (
      select r.* from rounds r where r.state = any(${Object.keys(statesToLeave)}::text[]) and (
        select true from nominations n where n.round_id = r.id and n.state = any(case r.state
          when 'appraisal' then ${[...appraisal]}::text[] when 'council' then ${[...council]}::text[]
          when 'decision' then ${[...decision]}::text[] else ${[...published]}::text[] end) limit 1) is null
    ), waiting as materialized (
      select * from inbox where status = 'received' and applied_revision is null and exists (select from through)
    ), busy as materialized (
      select subject_id as id from waiting union select n.round_id from waiting w join nominations n on n.id = w.subject_id
    ), quiet as materialized (
      select r.* from through r
      where not exists (select from busy where busy.id = r.id)
        and not exists (
          select from waiting w where w.type = 'nomination.open' and w.programme_id = r.programme_id
            and w.body ->> 'movementId' = r.movement_id and w.programme_at <= greatest(r.closes_at,
              (r.snapshot #>> array['context', 'unitWindows', w.body ->> 'unitId'])::timestamptz))
    )
    select r.id, r.state, r.revision, counted.counts, list_hash(counted.listed) as "listHash",
      statement_timestamp() as "countedAt"
    from quiet r cross join lateral round_counts(r.id) counted order by r.id`;
  return rows.map((row) => ({ ...row, countedAt: new Date(row.countedAt).toISOString() }));
}

/**
 * Gives the open rounds whose movement stands still at the programme instant (“phát mà không động”, seed 003 3.1): launched
 * more days ago than their rule allows (suspensions not counted), not found stalled before, nobody has nominated, registered, signed a covenant or said
 * that they take part, and nothing received for the round is waiting to be applied.
 */
export async function stalledRounds(store: Store, now: string): Promise<{ id: string; revision: number }[]> {
  const rows = await store.sql<{ id: string; revision: number }[]>`
    select r.id, r.revision from rounds r
    where r.state = 'open' and r.snapshot #>> '{context,stalledSince}' is null
      and coalesce((r.snapshot #>> '{context,stallCountsFrom}')::timestamptz, r.opened_at)
        + (r.snapshot #>> '{context,stalledAfterDays}')::integer * interval '24 hours' < ${now}::timestamptz
      and not exists (select from nominations n where n.round_id = r.id)
      and not exists (select from round_units a where a.round_id = r.id and a.takes_part)
      and not exists (select from registrations g where g.round_id = r.id)
      and not exists (select from covenants c where c.round_id = r.id)
      and not exists (
        select from inbox i where i.status = 'received' and i.applied_revision is null and (i.subject_id = r.id
          or (i.type = 'nomination.open' and i.programme_id = r.programme_id and i.body ->> 'movementId' = r.movement_id)))
    order by r.id`;
  return [...rows];
}
