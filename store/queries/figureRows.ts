import type { RecipientKind, StateName } from '../../contract/states.ts';
import type { Store } from '../connect.ts';
import type { Period } from './figures.ts';

/** What is counted of nominations. Acts are counted in the period; outcomes only where they still held at its end. */
export const figureNames = [
  /** Opened. */
  'received',
  'signedOff',
  /** How often, and how many nominations at least once. */
  'returns',
  'returnedNominations',
  'refused',
  'notSelected',
  'expired',
  'withdrawn',
  'cancelled',
  /** With a decision. `awardedToDate` since the programme began: what a quota is compared with. */
  'awarded',
  'awardedToDate',
  'published',
  'directReceived',
  'directAwarded',
  'adHocReceived',
  'adHocAwarded',
  /** Acts accepted in a soft grace time; steps up the chain of escalation. */
  'late',
  'escalations',
] as const;
export type FigureName = (typeof figureNames)[number];

/** Counts of the nominations that have these facts in common. */
export type FigureRow = Record<FigureName, number> & {
  movementId: string;
  kind: RecipientKind;
  unitId: string;
  /** At the period's end. */
  state: StateName;
  ground: string | null;
  nominations: number;
};

/**
 * Gives the programme's nominations opened by the period's end, counted. A direct worker is who the dossier of that time or
 * the directory calls so; ad hoc is the simplified road (NĐ 98/2023 Đ.40).
 */
export async function figureRows(store: Store, programmeId: string, { from, to }: Period): Promise<FigureRow[]> {
  const rows = await store.sql<FigureRow[]>`
    with happened as (
      select n.id, t.type, t.at, t.at >= ${from}::timestamptz as now, t.from_state, t.to_state, t.revision, t.late
      from nominations n join transitions t on t.subject_id = n.id
      where n.programme_id = ${programmeId} and t.at <= ${to}::timestamptz
    ),
    standing as (select distinct on (id) id, to_state as state, revision from happened order by id, revision desc),
    counted as (
      select id,
        bool_or(type = 'nomination.open' and now) as received,
        bool_or(type = 'draft.signOff' and now) as signed,
        count(*) filter (where type = 'review.return' and now) as returns,
        bool_or(type = 'nomination.withdraw' and now) as withdrew,
        bool_or(type = 'authority.award' and now) as awarded,
        bool_or(type = 'authority.award') as ever_awarded,
        bool_or(type = 'result.publish' and now) as published,
        count(*) filter (where late and now) as late,
        -- In 'published' the passing deadline ends the complaint window: nobody is late.
        count(*) filter (where type = 'deadline.pass' and from_state = to_state and to_state <> 'published' and now) as escalations,
        max(at) filter (where from_state is distinct from to_state) >= ${from}::timestamptz as entered
      from happened group by id
    ),
    facts as (
      select n.movement_id, n.nominee_kind, n.unit_id, n.road, n.refusal_ground, s.state, c.*,
        n.nominee_kind = 'individual' and (coalesce(nominee.direct_worker, false) or coalesce((
          select (d.content ->> 'directWorker')::boolean from dossiers d
          where d.nomination_id = n.id and d.revision <= s.revision order by d.version desc limit 1), false)) as direct
      from counted c join standing s using (id) join nominations n using (id)
      left join nominees nominee on nominee.kind = n.nominee_kind and nominee.id = n.nominee_id
    )
    select movement_id as "movementId", nominee_kind as kind, unit_id as "unitId", state,
      case when state = 'refused' then refusal_ground end as ground,
      count(*)::integer as nominations,
      count(*) filter (where received)::integer as received,
      count(*) filter (where signed)::integer as "signedOff",
      sum(returns)::integer as returns,
      count(*) filter (where returns > 0)::integer as "returnedNominations",
      count(*) filter (where state = 'refused' and entered)::integer as refused,
      count(*) filter (where state = 'notSelected' and entered)::integer as "notSelected",
      count(*) filter (where state = 'expired' and entered)::integer as expired,
      count(*) filter (where state in ('withdrawn', 'withdrawnForGood') and withdrew)::integer as withdrawn,
      count(*) filter (where state = 'cancelled' and entered)::integer as cancelled,
      count(*) filter (where awarded)::integer as awarded,
      count(*) filter (where ever_awarded)::integer as "awardedToDate",
      count(*) filter (where published)::integer as published,
      count(*) filter (where received and direct)::integer as "directReceived",
      count(*) filter (where awarded and direct)::integer as "directAwarded",
      count(*) filter (where received and road = 'simplified')::integer as "adHocReceived",
      count(*) filter (where awarded and road = 'simplified')::integer as "adHocAwarded",
      sum(late)::integer as late,
      sum(escalations)::integer as escalations
    from facts group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`;
  return [...rows];
}

/** Gives the late acts and escalations of the programme's rounds themselves in the period, by movement. */
export async function roundFigureRows(
  store: Store,
  programmeId: string,
  { from, to }: Period,
): Promise<{ movementId: string; late: number; escalations: number }[]> {
  const rows = await store.sql<{ movementId: string; late: number; escalations: number }[]>`
    select r.movement_id as "movementId", count(*) filter (where t.late)::integer as late,
      count(*) filter (where t.type = 'deadline.pass' and t.from_state = t.to_state)::integer as escalations
    from rounds r join transitions t on t.subject_id = r.id
    where r.programme_id = ${programmeId} and t.at between ${from}::timestamptz and ${to}::timestamptz
    group by r.movement_id order by r.movement_id`;
  return [...rows];
}

/** Gives what makes the numbers provisional: acts not yet applied, and due times over days not yet announced. */
export async function waitingFigures(
  store: Store,
  programmeId: string,
  to: string,
): Promise<{ undelivered: number; provisional: number }> {
  const [row] = await store.sql<{ undelivered: number; provisional: number }[]>`
    select
      (select count(*)::integer from inbox where programme_id = ${programmeId} and status = 'received'
        and applied_revision is null and programme_at <= ${to}::timestamptz) as undelivered,
      (select count(*)::integer from work_items w
        left join nominations n on n.id = w.subject_id left join rounds r on r.id = w.subject_id
        where coalesce(n.programme_id, r.programme_id) = ${programmeId} and w.provisional
          and w.opened_at <= ${to}::timestamptz and (w.closed_at is null or w.closed_at > ${to}::timestamptz)) as provisional`;
  if (!row) throw new Error('no row of waiting figures');
  return row;
}
