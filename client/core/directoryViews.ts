import type { RoleHeld } from '../../contract/roles.ts';
import type { Store } from '../../store/connect.ts';
import { peopleWithRoles } from '../../store/queries/directory.ts';
import type { PeopleFilter, PersonView } from './types.ts';

/** Gives people with the roles they hold at the programme instant, by id. See `VinhDanh.people`. */
export async function peopleOf(store: Store, at: string, { id, role, body }: PeopleFilter): Promise<PersonView[]> {
  const people = await peopleWithRoles(store, at, id ?? null);
  const wanted = (held: RoleHeld) => (!role || held.role === role) && (!body || held.body === body);
  // Whoever works in a body is one of its people, with a role or without.
  return people.filter(({ homeBody, roles }) => roles.some(wanted) || (!role && (!body || homeBody === body)));
}
