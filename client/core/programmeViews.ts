import { localDay } from '../../contract/calendarDay.ts';
import type { Movement, Programme, QuotaPoint } from '../../contract/programme.ts';
import { bodyOf, notStated } from '../../contract/programme.ts';
import type { ProgrammeRound } from '../../programmes/rounds.ts';
import { roundsOf } from '../../programmes/rounds.ts';
import type { Store } from '../../store/connect.ts';
import { pinnedProgramme, programmeList } from '../../store/programmes.ts';
import { bodyNamesOf } from '../../store/queries/directory.ts';
import type { RoundWindow } from '../../store/queries/schedule.ts';
import { roundWindows } from '../../store/queries/schedule.ts';
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
  const [versions, names, kept] = await together([
    programmeList(store),
    bodyNamesOf(store, 'full'),
    roundWindows(store),
  ]);
  return versions.map(({ id, ref, definition }) => {
    const programme = definition as Programme;
    const issuer = bodyOf(programme.issuer.body);
    const rounds = roundsOf(programme);
    return {
      id,
      ref,
      title: statedTitle(programme) ?? documentTitle(programme, names),
      issuer,
      issuerName: names[issuer] ?? issuer,
      movements: programme.movements.map((movement) => {
        const own = rounds.filter(({ movementId }) => movementId === movement.id);
        return summaryOf(movement, windowNow(movement, own, kept, now));
      }),
    };
  });
}

type Window = Pick<ProgrammeSummary['movements'][number], 'windowFrom' | 'windowTo' | 'open'>;

/**
 * Gives when the movement takes nominations: as the round that is open has it, else the next, else the last. What is on
 * record holds, and nothing is open that is not; without any round on record the days are those of the definition.
 */
function windowNow(
  { reviewTime: { window } }: Movement,
  rounds: readonly ProgrammeRound[],
  kept: readonly RoundWindow[],
  now: string,
): Window {
  const onRecord = (round: ProgrammeRound) => kept.find(({ roundId }) => roundId === round.roundId);
  const asDefined = { windowFrom: window.from, windowTo: window.to, open: false };
  if (!rounds.some(onRecord)) return asDefined;
  const windows = rounds
    .filter((round) => onRecord(round)?.state !== 'cancelled')
    .map((round): Window => {
      const { state, from, to } = onRecord(round) ?? { state: null, from: null, to: null };
      if (from === null || to === null)
        return { windowFrom: round.window.from, windowTo: round.window.to, open: false };
      return { windowFrom: localDay(from), windowTo: localDay(to), open: state === 'open' && from <= now && now <= to };
    });
  const today = localDay(now);
  const next = windows.find(({ windowTo }) => windowTo >= today);
  return windows.find(({ open }) => open) ?? next ?? windows.at(-1) ?? asDefined;
}

function summaryOf(movement: Movement, window: Window): ProgrammeSummary['movements'][number] {
  const { stated } = movement.reviewTime;
  return {
    id: movement.id,
    title: movement.title.value,
    inCharge: bodyOf(movement.inCharge),
    road: movement.configured.road,
    ...window,
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
