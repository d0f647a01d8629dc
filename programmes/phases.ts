import { addDays } from '../contract/calendar.ts';
import type { Movement, Phase, Programme } from '../contract/programme.ts';

/** Whole local days, both inclusive. */
export type Days = { from: string; to: string };

/** Gives the programme's first and last day: those of its phases. */
export function programmeSpan(programme: Programme): Days {
  const days = programme.phases.flatMap(({ from, to }) => [from, to]).toSorted();
  return { from: days[0] ?? '', to: days.at(-1) ?? '' };
}

/** Gives the phases in the order of their days. */
export function phasesInOrder(programme: Programme): Phase[] {
  return programme.phases.toSorted((a, b) => a.from.localeCompare(b.from));
}

/** Gives whether every one of the days lies in a phase. */
export function withinPhases(programme: Programme, { from, to }: Days): boolean {
  let next = from;
  for (const phase of phasesInOrder(programme)) {
    if (phase.from <= next && phase.to >= next) next = addDays(phase.to, 1);
  }
  return next > to;
}

/** Gives whether the definition leaves the movement out of the phase, saying why. */
export function isLeftOut({ configured }: Movement, phase: Phase): boolean {
  return configured.rounds?.noRoundIn?.some((one) => one.phase === phase.id) ?? false;
}

/**
 * Gives the days of the movement's review window that belong to the phase, or null when there are none. A window that may
 * leave the phases (`outsideSpan`) takes its days before the first phase into the first, and those after a phase into that
 * one, so that no day of it is lost.
 */
export function reviewDaysIn(programme: Programme, { reviewTime: { window } }: Movement, phase: Phase): Days | null {
  return common(window, window.outsideSpan === undefined ? phase : reachOf(programme, phase));
}

/**
 * Gives the days on which the movement takes nominations in the phase, or null when it takes none there: those of its review
 * window, else those the phase itself gives.
 */
export function windowIn(programme: Programme, movement: Movement, phase: Phase): Days | null {
  if (isLeftOut(movement, phase)) return null;
  const own = reviewDaysIn(programme, movement, phase);
  const { nominations } = phase;
  return own ?? (nominations ? { from: nominations.from, to: nominations.to } : null);
}

function reachOf(programme: Programme, phase: Phase): Days {
  const ordered = phasesInOrder(programme);
  const index = ordered.indexOf(phase);
  const next = ordered[index + 1];
  return {
    from: index === 0 ? '0000-01-01' : phase.from,
    to: next === undefined ? '9999-12-31' : addDays(next.from, -1),
  };
}

function common(a: Days, b: Days): Days | null {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return from <= to ? { from, to } : null;
}
