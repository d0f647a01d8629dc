import type { Store } from '../../store/connect.ts';
import { actorAt } from '../../store/directory.ts';
import { NoticeError } from './errors.ts';

/** Checks that there is such a person. Throws NoticeError UNKNOWN_PERSON. */
export async function checkPerson(store: Store, person: string, at: string): Promise<void> {
  if (!(await actorAt(store, person, at))) throw new NoticeError('UNKNOWN_PERSON', { person });
}

/** Gives whether the person is an administrator of any body at the programme instant. Throws NoticeError UNKNOWN_PERSON. */
export async function isAdministrator(store: Store, person: string, at: string): Promise<boolean> {
  const actor = await actorAt(store, person, at);
  if (!actor) throw new NoticeError('UNKNOWN_PERSON', { person });
  return actor.roles.some(({ role }) => role === 'administrator');
}

/** Throws NoticeError ADMINISTRATORS_ONLY when the person is none. */
export async function checkAdministrator(store: Store, person: string, at: string): Promise<void> {
  if (!(await isAdministrator(store, person, at))) throw new NoticeError('ADMINISTRATORS_ONLY', { person });
}
