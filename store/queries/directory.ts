import type { RoleHeld } from '../../contract/roles.ts';
import type { Store } from '../connect.ts';

/** A person with the roles held at an instant. */
export type PersonWithRoles = { id: string; name: string; title: string | null; homeBody: string; roles: RoleHeld[] };

/** Gives what each body is called, by id: its short name where it has one, or its full name. */
export async function bodyNamesOf(store: Store, form: 'short' | 'full' = 'short'): Promise<Record<string, string>> {
  const rows = await store.sql<
    { id: string; name: string; short: string | null }[]
  >`select id, name, short from bodies`;
  return Object.fromEntries(rows.map(({ id, name, short }) => [id, form === 'short' ? (short ?? name) : name]));
}

/** Gives everyone, or one person, with the roles held at the programme instant, by id. */
export async function peopleWithRoles(store: Store, at: string, id: string | null): Promise<PersonWithRoles[]> {
  const rows = await store.sql<PersonWithRoles[]>`
    select p.id, p.name, p.title, p.home_body as "homeBody",
      coalesce(json_agg(json_build_object('role', r.role, 'body', r.body_id) order by r.role, r.body_id) filter (where r.role is not null), '[]') as roles
    from people p left join role_assignments r
      on r.person_id = p.id and r.valid_from <= ${at} and (r.valid_to is null or r.valid_to > ${at})
    where ${id}::text is null or p.id = ${id}
    group by p.id order by p.id`;
  return [...rows];
}
