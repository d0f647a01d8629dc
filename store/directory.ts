import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { Actor, Queue, RoleName } from '../contract/roles.ts';
import { parseQueue } from '../contract/roles.ts';
import type { RecipientKind } from '../contract/states.ts';
import type { Store } from './connect.ts';
import { people, roleAssignments } from './schema/configuration.ts';

export type BodyRecord = { id: string; name: string; short?: string; kind?: string; under?: string | null };
/** From and to are programme instants; `validTo` is the first at which the role is no longer held. */
export type RoleRecord = { role: RoleName; body: string; validFrom?: string; validTo?: string };
export type PersonRecord = {
  id: string;
  name: string;
  title?: string;
  email: string | null;
  locale: string;
  homeBody: string;
  roles: RoleRecord[];
};
export type NomineeRecord = {
  kind: RecipientKind;
  id: string;
  name: string;
  unitId?: string;
  directWorker?: boolean;
  email?: string | null;
  locale?: string;
};
export type DirectoryRecords = { bodies: BodyRecord[]; people: PersonRecord[]; nominees: NomineeRecord[] };

/** Roles that name no start are held since long before every season on record. */
export const always = '1900-01-01T00:00:00.000Z';

/** Gives the person with the roles held at the programme instant, or null when there is no such person. */
export async function actorAt(store: Store, personId: string, at: string): Promise<Actor | null> {
  const rows = await store.db
    .select({ homeBody: people.homeBody, role: roleAssignments.role, body: roleAssignments.bodyId })
    .from(people)
    .leftJoin(roleAssignments, and(eq(roleAssignments.personId, people.id), heldAt(at)))
    .where(eq(people.id, personId))
    .orderBy(asc(roleAssignments.role), asc(roleAssignments.bodyId));
  const [first] = rows;
  if (!first) return null;
  const roles = rows.flatMap(({ role, body }) => (role && body ? [{ role, body }] : []));
  return { personId, homeBody: first.homeBody, roles };
}

/** Gives the people who hold a queue at the programme instant. Throws RangeError when it is not a queue's name. */
export async function holdersOf(store: Store, queue: Queue, at: string): Promise<{ id: string; name: string }[]> {
  const { role, body } = parseQueue(queue);
  return store.db
    .select({ id: people.id, name: people.name })
    .from(roleAssignments)
    .innerJoin(people, eq(people.id, roleAssignments.personId))
    .where(and(eq(roleAssignments.role, role), eq(roleAssignments.bodyId, body), heldAt(at)))
    .orderBy(asc(people.id));
}

function heldAt(at: string) {
  return and(lte(roleAssignments.validFrom, at), or(isNull(roleAssignments.validTo), gt(roleAssignments.validTo, at)));
}
