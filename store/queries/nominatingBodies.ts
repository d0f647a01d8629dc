import type { Store } from '../connect.ts';

/** Gives the bodies for which somebody prepares nominations (holds `unitClerk` at some time). */
export async function nominatingBodies(store: Store): Promise<{ id: string; name: string; under: string | null }[]> {
  const rows = await store.sql<{ id: string; name: string; under: string | null }[]>`
    select b.id, b.name, b.under from bodies b
    where exists (select from role_assignments r where r.role = 'unitClerk' and r.body_id = b.id) order by b.id`;
  return [...rows];
}
