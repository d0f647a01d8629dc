import type { Store } from '../connect.ts';

/** How far a movement reached the units, at an instant. */
export type MovementCoverage = {
  /** Units it was launched to: those of its rounds that had opened. None before, whatever is planned. */
  units: number;
  answered: number;
  takingPart: number;
  /** Units with a registration, and how many were registered. */
  registering: number;
  registrations: number;
  /** Units with a covenant, and how many covenants. */
  signing: number;
  covenants: number;
  nominating: number;
};

type Row = MovementCoverage & { movementId: string };

/**
 * Gives each movement's coverage at the programme instant. A unit of a movement with several rounds counts once; of its
 * answers the latest up to then holds. An answer whose text was erased is still known from the units' table.
 */
export async function coverageFigures(
  store: Store,
  programmeId: string,
  at: string,
): Promise<(movementId: string) => MovementCoverage> {
  const rows = await coverageRows(store, programmeId, at);
  return (movementId) => {
    const { movementId: _, ...figures } = rows.find((one) => one.movementId === movementId) ?? { ...none, movementId };
    return figures;
  };
}

const none: MovementCoverage = {
  units: 0,
  answered: 0,
  takingPart: 0,
  registering: 0,
  registrations: 0,
  signing: 0,
  covenants: 0,
  nominating: 0,
};

async function coverageRows(store: Store, programmeId: string, at: string): Promise<Row[]> {
  const rows = await store.sql<Row[]>`
    with mine as (select id, movement_id, snapshot, opened_at from rounds where programme_id = ${programmeId} and begun_at <= ${at}::timestamptz),
    answers as (
      select distinct on (movement_id, unit) movement_id, unit, takes_part from (
        select r.movement_id, t.at, t.revision, coalesce(i.body ->> 'unit', u.unit_id) as unit,
          coalesce((i.body ->> 'takesPart')::boolean, u.takes_part) as takes_part
        from mine r join transitions t on t.subject_id = r.id and t.type = 'unit.answer' and t.at <= ${at}::timestamptz
        left join inbox i on i.id = t.inbox_id left join round_units u on u.inbox_id = t.inbox_id
      ) each where unit is not null order by movement_id, unit, at desc, revision desc
    )
    select m.movement_id as "movementId",
      (select count(distinct unit.value)::integer from mine r
        cross join jsonb_array_elements_text(r.snapshot #> '{context,bodies,units}') as unit
        where r.movement_id = m.movement_id and r.opened_at <= ${at}::timestamptz) as units,
      (select count(*)::integer from answers a where a.movement_id = m.movement_id) as answered,
      (select count(*)::integer from answers a where a.movement_id = m.movement_id and a.takes_part) as "takingPart",
      (select count(distinct g.unit_id)::integer from registrations g join mine r on r.id = g.round_id
        where r.movement_id = m.movement_id and g.registered_at <= ${at}::timestamptz) as registering,
      (select count(*)::integer from registrations g join mine r on r.id = g.round_id
        where r.movement_id = m.movement_id and g.registered_at <= ${at}::timestamptz) as registrations,
      (select count(distinct c.unit_id)::integer from covenants c join mine r on r.id = c.round_id
        where r.movement_id = m.movement_id and c.recorded_at <= ${at}::timestamptz) as signing,
      (select count(*)::integer from covenants c join mine r on r.id = c.round_id
        where r.movement_id = m.movement_id and c.recorded_at <= ${at}::timestamptz) as covenants,
      (select count(distinct n.unit_id)::integer from nominations n
        where n.programme_id = ${programmeId} and n.movement_id = m.movement_id and n.opened_at <= ${at}::timestamptz) as nominating
    from (select movement_id from mine union select movement_id from nominations where programme_id = ${programmeId}) m
    order by 1`;
  return [...rows];
}
