import { addDays, nextWorkingDay } from '../../../contract/calendar.ts';
import { dayMs, endOfDay, localDay, startOfDay } from '../../../contract/calendarDay.ts';
import type { Programme } from '../../../contract/programme.ts';
import type { MovementPlan } from '../../../contract/roundActs.ts';
import { calendarFor } from '../../../programmes/planCalendar.ts';
import type { ProgrammeRound } from '../../../programmes/rounds.ts';
import { proposedPlan } from '../../../programmes/rounds.ts';
import type { Incident } from './season.ts';
import { seasonBegins } from './season.ts';

/** When the officials mean to do what a round needs of them. Instants are of the programme. */
export type Timetable = {
  submitAt: string;
  /** The authority returns the plan and the body in charge corrects it; null: it is approved as it stands. */
  returnAt: string | null;
  correctAt: string | null;
  approveAt: string;
  /** The round opens by itself: at the plan's day, or as soon as it is approved. */
  launchAt: string;
  /** Nominations can be opened from then on at the earliest. */
  openableAt: string;
  suspendAt: string | null;
  resumeAt: string | null;
  cancelAt: string | null;
  /** When the extension is decided, and the days to which it goes. */
  extendAt: string | null;
  extendedTo: string | null;
  unitExtendedTo: string | null;
};

const hoursMs = 3_600_000;
const shiftedBy = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();

/** Days a launched movement's units are given to answer: a short phase gives them less, one of years more. */
const answerDays = { usual: 20, short: 12, years: 60 } as const;
/** A window shorter than this is short. */
const shortWindowDays = 40;
/** A movement open for longer than this is one of years. */
export const yearDays = 366;
/** Days of a short drive. */
const driveDays = 24;
/** Days between launch and first nomination that a staggered launch keeps. */
const preparationDays = 30;
const suspension = { afterDays: 2, days: 9 } as const;
/** So long before its end the window is extended, and by at least so many days. */
const extension = { beforeDays: 6, days: 10 } as const;

/**
 * Gives the plan that the body in charge submits and the round's timetable. `place`: 0 to 1, the row's place in the season;
 * movements that take nominations only late in it are launched one after the other, not all on one day.
 */
export function timetableOf(
  programme: Programme,
  { movement, phase }: ProgrammeRound,
  incidents: readonly Incident[],
  place: number,
): { plan: MovementPlan; timetable: Timetable } {
  const proposed = proposedPlan({ programme, movement, phase });
  const has = (name: Incident): boolean => incidents.includes(name);
  const submitAt = shiftedBy(seasonBegins(programme), 12 * hoursMs + Math.round(place * 36) * hoursMs);
  const returnAt = has('planReturned') ? shiftedBy(submitAt, 30 * hoursMs) : null;
  const correctAt = returnAt && shiftedBy(returnAt, 30 * hoursMs);
  const approveAt = shiftedBy(correctAt ?? submitAt, 30 * hoursMs);

  const window = has('short') ? { ...proposed.window, to: addDays(proposed.window.from, driveDays) } : proposed.window;
  const opensOn = launchDay(proposed.opensOn, window.from, place);
  const launchAt = latest(startOfDay(opensOn), shiftedBy(approveAt, 6 * hoursMs));
  const length = daysBetween(window.from, window.to);
  const days = answerDays[length < shortWindowDays ? 'short' : length > yearDays ? 'years' : 'usual'];
  const answerBy = addDays(localDay(launchAt), days);

  const suspendAt = has('suspended') ? shiftedBy(launchAt, suspension.afterDays * dayMs) : null;
  const resumeAt = suspendAt && shiftedBy(suspendAt, suspension.days * dayMs);
  const extending = has('extended') || has('unitExtended');
  const calendar = calendarFor(programme, launchAt);
  const extendedTo = nextWorkingDay(calendar, addDays(window.to, extension.days));
  // Whatever was still ahead moves by as long as the suspension lasts.
  const openableAt = resumeAt
    ? latest(shiftedBy(resumeAt, dayMs), shiftedBy(startOfDay(window.from), (suspension.days + 1) * dayMs))
    : shiftedBy(launchAt, 12 * hoursMs);
  return {
    plan: { ...proposed, opensOn, window, answerBy },
    timetable: {
      submitAt,
      returnAt,
      correctAt,
      approveAt,
      launchAt,
      openableAt,
      suspendAt,
      resumeAt,
      cancelAt: has('cancelled') ? shiftedBy(latest(startOfDay(window.from), launchAt), 14 * dayMs) : null,
      extendAt: extending ? shiftedBy(endOfDay(window.to), -extension.beforeDays * dayMs) : null,
      extendedTo: has('extended') ? extendedTo : null,
      unitExtendedTo: has('unitExtended') ? extendedTo : null,
    },
  };
}

/** The definition has every movement of a phase launched on its first day; those that wait for months are spread over them. */
function launchDay(first: string, windowFrom: string, place: number): string {
  const room = daysBetween(first, windowFrom) - preparationDays;
  return room <= 0 ? first : addDays(first, Math.floor(room * place));
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

function latest(...instants: string[]): string {
  return instants.toSorted().at(-1) ?? '';
}
