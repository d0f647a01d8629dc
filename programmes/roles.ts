import { localDay } from '../contract/calendarDay.ts';
import type { Actor, Queue } from '../contract/roles.ts';
import { queueOf } from '../contract/roles.ts';
import type { Directory, Person } from './directorySchema.ts';
import { PlanningError } from './planningError.ts';

/** Gives the person with the roles held at the instant. Throws PlanningError UNKNOWN_PERSON. */
export function rolesAt(directory: Directory, personId: string, at: string): Actor {
  const person = findPerson(directory, personId);
  return {
    personId: person.id,
    homeBody: person.homeBody,
    roles: heldAt(person, at).map(({ role, body }) => ({ role, body })),
  };
}

/** Gives the people who hold the queue at the instant. */
export function holdersAt(directory: Directory, queue: Queue, at: string): Person[] {
  return directory.people.filter((person) =>
    heldAt(person, at).some(({ role, body }) => queueOf(role, body) === queue),
  );
}

/** Gives the person. Throws PlanningError UNKNOWN_PERSON. */
export function findPerson(directory: Directory, personId: string): Person {
  const person = directory.people.find(({ id }) => id === personId);
  if (person) return person;
  throw new PlanningError(
    'UNKNOWN_PERSON',
    { name: personId },
    directory.people.map(({ id }) => id),
  );
}

/** A role's days are whole local days, both inclusive. */
function heldAt(person: Person, at: string): Person['roles'] {
  const day = localDay(at);
  return person.roles.filter(({ from, to }) => (from ?? day) <= day && day <= (to ?? day));
}
