import { unknownPerson } from '../../core/errors.ts';
import type { PersonView, VinhDanh } from '../../core/types.ts';

/** Gives the person of this id. Throws ClientError UNKNOWN_PERSON. */
export async function knownPerson(client: VinhDanh, id: string): Promise<PersonView> {
  const [person] = await client.people({ id });
  if (person) return person;
  throw unknownPerson(id);
}

/** Gives the person's name with the id that is typed. */
export function personName({ id, name }: Pick<PersonView, 'id' | 'name'>): string {
  return `${name} (${id})`;
}
