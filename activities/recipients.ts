import type { NoticeTemplate, RecordEntry } from '../contract/nomination.ts';
import type { RecipientName } from '../contract/roles.ts';
import { noticeRecipients } from '../programmes/movements.ts';
import type { Store } from '../store/connect.ts';
import { pinnedProgramme } from '../store/programmes.ts';

/** Gives an entry's notices with the recipients its pinned programme names in place of the machine's own. */
export type AddressNotices = (entry: RecordEntry) => Promise<RecordEntry>;

/** Addresses notices over the store. */
export function createAddressNotices(store: Store): AddressNotices {
  return async (entry) => {
    if (entry.notices.length === 0) return entry;
    const { programme: ref, movementId } = entry.snapshot.context;
    const programme = await pinnedProgramme(store, ref);
    const movement = programme?.movements.find(({ id }) => id === movementId);
    if (!programme || !movement) return entry;
    const named = noticeRecipients(programme, movement);
    const templates = [...new Set(entry.notices.map(({ template }) => template))];
    return { ...entry, notices: templates.flatMap((template) => addressed(entry, template, named[template])) };
  };
}

function addressed(
  entry: RecordEntry,
  template: NoticeTemplate,
  named: RecipientName[] | undefined,
): RecordEntry['notices'] {
  return named ? named.map((to) => ({ template, to })) : entry.notices.filter((notice) => notice.template === template);
}
