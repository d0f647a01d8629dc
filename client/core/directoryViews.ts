import type { RoleHeld } from '../../contract/roles.ts';
import type { Store } from '../../store/connect.ts';
import type { PeopleFilter, PersonView } from './types.ts';

/** Gives what each body is called, by id: its short name where it has one, or its full name. */
export async function bodyNamesOf(store: Store, form: 'short' | 'full' = 'short'): Promise<Record<string, string>> {
  const rows = await store.sql<
    { id: string; name: string; short: string | null }[]
  >`select id, name, short from bodies`;
  return Object.fromEntries(rows.map(({ id, name, short }) => [id, form === 'short' ? (short ?? name) : name]));
}

/** Gives people with the roles they hold at the programme instant, by id. See `VinhDanh.people`. */
export async function peopleOf(store: Store, at: string, { id, role, body }: PeopleFilter): Promise<PersonView[]> {
  const rows = await store.sql<PersonView[]>`
    select p.id, p.name, p.title, p.home_body as "homeBody",
      coalesce(json_agg(json_build_object('role', r.role, 'body', r.body_id) order by r.role, r.body_id) filter (where r.role is not null), '[]') as roles
    from people p left join role_assignments r
      on r.person_id = p.id and r.valid_from <= ${at} and (r.valid_to is null or r.valid_to > ${at})
    where ${id ?? null}::text is null or p.id = ${id ?? null}
    group by p.id order by p.id`;
  const wanted = (held: RoleHeld) => (!role || held.role === role) && (!body || held.body === body);
  // Whoever works in a body is one of its people, with a role or without.
  return rows.filter(({ homeBody, roles }) => roles.some(wanted) || (!role && (!body || homeBody === body)));
}
