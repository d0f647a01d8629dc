import { endOfDay, startOfDay } from '../../contract/calendarDay.ts';
import type { Movement, Programme, QuotaPoint } from '../../contract/programme.ts';
import { bodyOf, notStated } from '../../contract/programme.ts';
import type { Store } from '../../store/connect.ts';
import { pinnedProgramme, programmeList } from '../../store/programmes.ts';
import { bodyNamesOf } from '../../store/queries/directory.ts';
import { together } from './together.ts';
import type { ProgrammeSummary } from './types.ts';

/** Gives titles of the version a nomination is pinned to. */
export type ProgrammeTitles = (ref: string) => Promise<{ title: string; movement(id: string): string }>;

/**
 * Gives a reader of titles over the store. Whoever asks for the same while it is being read shares the reading: a list asks
 * for each of its rows.
 */
export function programmeTitles(store: Store): ProgrammeTitles {
  // No longer than that: bodies may be renamed.
  const underway = new Map<string, ReturnType<ProgrammeTitles>>();
  return (ref) => {
    const shared = underway.get(ref) ?? titlesOf(store, ref).finally(() => underway.delete(ref));
    underway.set(ref, shared);
    return shared;
  };
}

async function titlesOf(store: Store, ref: string): ReturnType<ProgrammeTitles> {
  const programme = await pinnedProgramme(store, ref);
  return {
    title: programme ? (statedTitle(programme) ?? documentTitle(programme, await bodyNamesOf(store, 'full'))) : ref,
    movement: (id) => programme?.movements.find((movement) => movement.id === id)?.title.value ?? id,
  };
}

/** Gives the newest version of every programme with what a unit clerk looks for: what is open, until when, for whom. */
export async function programmeSummaries(store: Store, now: string): Promise<ProgrammeSummary[]> {
  const [versions, names] = await together([programmeList(store), bodyNamesOf(store, 'full')]);
  return versions.map(({ id, ref, definition }) => {
    const programme = definition as Programme;
    const issuer = bodyOf(programme.issuer.body);
    return {
      id,
      ref,
      title: statedTitle(programme) ?? documentTitle(programme, names),
      issuer,
      issuerName: names[issuer] ?? issuer,
      movements: programme.movements.map((movement) => summaryOf(movement, now)),
    };
  });
}

function summaryOf(movement: Movement, now: string): ProgrammeSummary['movements'][number] {
  const { window, stated } = movement.reviewTime;
  return {
    id: movement.id,
    title: movement.title.value,
    inCharge: bodyOf(movement.inCharge),
    road: movement.configured.road,
    windowFrom: window.from,
    windowTo: window.to,
    open: startOfDay(window.from) <= now && now <= endOfDay(window.to),
    reviewPhrase: stated === notStated ? null : stated.value,
    quota: { collective: quotaText(movement.quota.collective), individual: quotaText(movement.quota.individual) },
  };
}

/** A number where there is one, else the kind's name: `delegated`, `none`, `notStated`. */
function quotaText({ stated }: QuotaPoint): string {
  if (stated === notStated) return notStated;
  if (stated.kind === 'fixed') return String(stated.count);
  return stated.kind === 'perProgramme' ? `${stated.count} × n` : stated.kind;
}

/** The title the document states, else its theme. */
function statedTitle({ title, theme }: Programme): string | null {
  if (title !== notStated) return title.value;
  return theme === notStated ? null : theme.value;
}

/** What people call a document without a title: “Công văn – Sở Y tế tỉnh Đắk Lắk”. */
function documentTitle({ document, issuer }: Programme, names: Record<string, string>): string {
  const body = bodyOf(issuer.body);
  const kind = document.kind === notStated ? 'Văn bản' : document.kind.value;
  return `${kind.slice(0, 1).toUpperCase()}${kind.slice(1).toLowerCase()} – ${names[body] ?? body}`;
}
