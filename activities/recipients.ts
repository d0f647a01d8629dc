import type { NoticeTemplate, RecordEntry } from '../contract/nomination.ts';
import type { Programme } from '../contract/programme.ts';
import type { RecipientName } from '../contract/roles.ts';
import { noticeRecipients } from '../programmes/movements.ts';
import type { Store } from '../store/connect.ts';
import { programmeVersion } from '../store/programmes.ts';

/** Gives an entry's notices with the recipients its pinned programme names in place of the machine's own. */
export type AddressNotices = (entry: RecordEntry) => Promise<RecordEntry>;

/** Reads each pinned version once: definitions never change. */
export function createAddressNotices(store: Store): AddressNotices {
  const known = new Map<string, Promise<Programme | null>>();
  const programmeOf = (ref: string) => {
    const reading =
      known.get(ref) ??
      programmeVersion(store, ref).then((version) => (version?.definition as Programme | undefined) ?? null);
    known.set(ref, reading);
    // A failed read must not be remembered.
    reading.catch(() => known.delete(ref));
    return reading;
  };

  return async (entry) => {
    if (entry.notices.length === 0) return entry;
    const { programme: ref, movementId } = entry.snapshot.context;
    const programme = await programmeOf(ref);
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
