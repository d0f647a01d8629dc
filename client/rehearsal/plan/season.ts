import { addDays } from '../../../contract/calendar.ts';
import { startOfDay } from '../../../contract/calendarDay.ts';
import type { Programme } from '../../../contract/programme.ts';
import { notStated } from '../../../contract/programme.ts';
import { roundsOf } from '../../../programmes/rounds.ts';

/** What befalls a round in the rehearsal, beyond its ordinary course. */
const incidentNames = [
  /** The authority returns the plan once; corrected, it is approved. */
  'planReturned',
  /** The window is extended for everybody. */
  'extended',
  /** The window is extended for one unit. */
  'unitExtended',
  /** Suspended soon after the launch, and resumed. */
  'suspended',
  /** Cancelled while nominations are under way. */
  'cancelled',
  /** Launched, and nobody moves (“phát mà không động”, seed 003 3.1). */
  'leftAlone',
  /** A short drive (“đợt thi đua ngắn ngày”, seed 001): the plan narrows the window. */
  'short',
] as const;
export type Incident = (typeof incidentNames)[number];

/** How the season of a programme is rehearsed. */
export type Season = {
  /** Nominations of a whole season. */
  nominations: number;
  /** Real minutes it is played in, on an idle machine. */
  minutes: number;
  /** By `movement/phase`. */
  incidents: Readonly<Record<string, readonly Incident[]>>;
  /** Rounds that every unit takes part in, whatever happens elsewhere: the document's own targets. */
  covered: readonly string[];
  /** The installation is stopped and started again on this local day, when little is under way; a season of years only. */
  restartOn?: string;
};

/** Where each incident makes sense, programme by programme. */
const seasons: Readonly<Record<string, Season>> = {
  '000': {
    nominations: 60,
    minutes: 2.5,
    incidents: {
      '3.2/cuoiNam2021': ['planReturned'],
      '3.3/cuoiNam2021': ['suspended'],
      '3.6/cuoiNam2021': ['extended'],
      '3.7/cuoiNam2021': ['unitExtended'],
      '3.9/cuoiNam2021': ['cancelled'],
    },
    covered: [],
  },
  '001': {
    nominations: 50,
    minutes: 3.5,
    incidents: {
      '2.4.1/nam2021': ['planReturned'],
      '2.4.2/nam2021': ['suspended'],
      '2.4.4/nam2021': ['unitExtended'],
      '2.4.5/nam2021': ['extended'],
      '2.4.6/nam2021': ['short'],
    },
    covered: [],
  },
  '002': {
    nominations: 60,
    minutes: 5.5,
    incidents: {
      '2/giaiDoan2021Den2025': ['planReturned', 'unitExtended'],
      '3/giaiDoan2021Den2025': ['suspended'],
      '4/giaiDoan2021Den2025': ['extended'],
    },
    covered: [],
    restartOn: '2023-06-15',
  },
  '003': {
    nominations: 80,
    minutes: 4.5,
    incidents: {
      '2.8/dot1': ['leftAlone'],
      '2.1/dot2': ['suspended'],
      '2.4/dot2': ['planReturned'],
      '2.5/dot2': ['extended'],
      '2.6/dot2': ['unitExtended'],
      '2.9/dot2': ['cancelled'],
    },
    covered: ['2.3/dot1', '2.7/dot1', '2.10/dot1', '2.3/dot2', '2.7/dot2', '2.10/dot2'],
  },
  '004': {
    nominations: 224,
    minutes: 5.5,
    incidents: {
      '2.4/nam2021': ['planReturned'],
      '2.7/nam2021': ['unitExtended'],
      '2.8/nam2021': ['extended'],
      '2.12/nam2021': ['suspended'],
    },
    covered: [],
  },
};

/** Programmes that can be rehearsed, in their order. */
export const rehearsable: readonly string[] = Object.keys(seasons).toSorted();

/** Gives how the programme's season is rehearsed. Throws RangeError for a programme that is not. */
export function seasonOf(programmeId: string): Season {
  const season = seasons[programmeId];
  if (!season) throw new RangeError(`No season of ${programmeId}`);
  return season;
}

/** How long before the first launch the plans are drawn up. */
const headStartDays = 14;

/**
 * Gives the instant at which the season begins: the day of the document where a phase had begun before it (003: the letter
 * is of 01/7, Đợt 1 of 26/6; 002: of 29/3, for five years from January), else two weeks before the first launch.
 */
export function seasonBegins(programme: Programme): string {
  const launches = roundsOf(programme).map(({ opensOn }) => opensOn);
  const first = launches.toSorted()[0] ?? '';
  const { date } = programme.document;
  const written = date === notStated ? null : date.value;
  return startOfDay(written !== null && written > first ? written : addDays(first, -headStartDays));
}
