import type { Store } from '../connect.ts';

/** What one of the units a movement is launched to has done in the round. */
export type UnitCoverage = {
  unitId: string;
  name: string | null;
  /** Programme instant of its latest answer; null: it has not answered. */
  answeredAt: string | null;
  takesPart: boolean | null;
  registrations: number;
  covenants: number;
  nominations: number;
};

/** Gives every unit of the round, in the order of its launch. The 100 % coverage targets of seed 003 are read off here. */
export async function coverage(store: Store, roundId: string): Promise<UnitCoverage[]> {
  const rows = await store.sql<UnitCoverage[]>`
    select unit.id as "unitId", b.name, a.answered_at as "answeredAt", a.takes_part as "takesPart",
      coalesce(g.count, 0) as registrations, coalesce(c.count, 0) as covenants, coalesce(n.count, 0) as nominations
    from rounds r
    cross join lateral jsonb_array_elements_text(r.snapshot #> '{context,bodies,units}') with ordinality as unit(id, place)
    left join bodies b on b.id = unit.id
    left join round_units a on a.round_id = r.id and a.unit_id = unit.id
    left join (select unit_id, count(*)::integer from registrations where round_id = ${roundId} group by unit_id) g on g.unit_id = unit.id
    left join (select unit_id, count(*)::integer from covenants where round_id = ${roundId} group by unit_id) c on c.unit_id = unit.id
    left join (select unit_id, count(*)::integer from nominations where round_id = ${roundId} group by unit_id) n on n.unit_id = unit.id
    where r.id = ${roundId} order by unit.place`;
  return rows.map((row) => ({
    ...row,
    answeredAt: row.answeredAt === null ? null : new Date(row.answeredAt).toISOString(),
  }));
}
