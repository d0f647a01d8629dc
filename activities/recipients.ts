import type { Notice } from '../contract/nomination.ts';
import { addressedNotices } from '../programmes/addressed.ts';
import type { Store } from '../store/connect.ts';
import { pinnedProgramme } from '../store/programmes.ts';

/** What an entry of a nomination and one of a round have in common here. */
type Addressed = { notices: Notice[]; snapshot: { context: { programme: string; movementId: string } } };

/** Gives an entry's notices with the recipients its pinned programme names in place of the machine's own. */
export type AddressNotices = <E extends Addressed>(entry: E) => Promise<E>;

/** Addresses notices over the store. */
export function createAddressNotices(store: Store): AddressNotices {
  return async (entry) => {
    if (entry.notices.length === 0) return entry;
    const { programme: ref, movementId } = entry.snapshot.context;
    return { ...entry, notices: addressedNotices(entry.notices, await pinnedProgramme(store, ref), movementId) };
  };
}
