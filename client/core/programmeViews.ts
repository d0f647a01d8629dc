import { endOfDay, startOfDay } from '../../contract/calendarDay.ts';
import type { Movement, Programme, QuotaPoint } from '../../contract/programme.ts';
import { bodyOf, notStated } from '../../contract/programme.ts';
import type { Store } from '../../store/connect.ts';
import { programmeList, programmeVersion } from '../../store/programmes.ts';
import type { ProgrammeSummary } from './types.ts';

/** Gives titles of the version a nomination is pinned to; definitions never change, so each is read once. */
export type ProgrammeTitles = (ref: string) => Promise<{ title: string; movement(id: string): string }>;

/** Gives a reader of titles over the store. */
export function programmeTitles(store: Store): ProgrammeTitles {
  const known = new Map<string, Promise<Programme | null>>();
  return async (ref) => {
    const reading = known.get(ref) ?? programmeVersion(store, ref).then((version) => version?.definition as Programme | null);
    known.set(ref, reading);
    const programme = await reading;
    return {
      title: programme ? titleOf(programme) : ref,
      movement: (id) => programme?.movements.find((movement) => movement.id === id)?.title.value ?? id,
    };
  };
}

/** Gives the newest version of every programme with what a unit clerk looks for: what is open, until when, for whom. */
export async function programmeSummaries(store: Store, now: string): Promise<ProgrammeSummary[]> {
  const versions = await programmeList(store);
  return versions.map(({ id, ref, definition }) => {
    const programme = definition as Programme;
    return {
      id,
      ref,
      title: titleOf(programme),
      issuer: bodyOf(programme.issuer.body),
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

function titleOf(programme: Programme): string {
  return programme.title === notStated ? programme.id : programme.title.value;
}
