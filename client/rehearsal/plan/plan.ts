import { addDays } from '../../../contract/calendar.ts';
import { dayMs, startOfDay } from '../../../contract/calendarDay.ts';
import { findProgramme } from '../../../programmes/find.ts';
import type { Loaded } from '../../../programmes/loader/load.ts';
import { reportsOf } from '../../../programmes/reports.ts';
import { stories } from '../stories/catalogue.ts';
import { allocate } from './allocate.ts';
import { castOf } from './cast.ts';
import { nomineesFor } from './nominees.ts';
import type { Plan, PlannedNomination } from './planned.ts';
import { planHash } from './planned.ts';
import { planRounds } from './rounds.ts';
import type { Row } from './rows.ts';
import { rowsOf } from './rows.ts';
import type { Pause } from './schedule.ts';
import { drawBeats, drawOpening, expectedEnd } from './schedule.ts';
import { seasonBegins, seasonOf } from './season.ts';
import { chanceOf } from './seeded.ts';

export type PlanRequest = {
  programmeId: string;
  seed: number;
  /** How many are opened; those refused at the opening come on top. */
  nominations: number;
  /** Numbers of the movements to be played; empty: all. */
  rows: readonly string[];
};

/** So long before the restart nothing is opened, and so long after it, so that nobody is kept waiting by it. */
const pauseDays = { before: 240, after: 30 } as const;

/**
 * Gives the seed's rehearsal of a programme: what is done with each round, who nominates whom, where, and what becomes of it.
 * Throws PlanningError UNKNOWN_PROGRAMME, RangeError with the number of a movement that is none.
 */
export function planRehearsal(
  { programmes, directory }: Pick<Loaded, 'programmes' | 'directory'>,
  request: PlanRequest,
): Plan {
  const { programme } = findProgramme({ programmes, directory }, request.programmeId);
  const { restartOn } = seasonOf(programme.id);
  const pause: Pause = restartOn
    ? {
        from: startOfDay(addDays(restartOn, -pauseDays.before)),
        to: startOfDay(addDays(restartOn, pauseDays.after)),
      }
    : null;
  const chance = chanceOf(request.seed);
  const rows = rowsOf({ programme, directory }, request.rows);
  const rounds = planRounds(rows, directory, chance);
  const places = allocate(rows, request.nominations, chance);
  const chooseNominee = nomineesFor(directory, rounds, chance);

  const drawn = places.map(
    ({ row, story: name, kind }): Omit<PlannedNomination, 'key' | 'decisionNumber'> & { issuedBy: string } => {
      const story = stories[name];
      const openAt = drawOpening(story, row, chance, pause);
      const beats = drawBeats(story, row, chance);
      const nominee = chooseNominee({ row, story: name, kind });
      const { ends, awards, refusedWith } = story;
      return {
        story: name,
        movementId: row.movementId,
        rowId: row.id,
        unitId: nominee.unit,
        nominee,
        openAt,
        expectedEnd: expectedEnd(programme, endingOf(row, rows, story.opens), openAt, beats, ends),
        cast: castOf(directory, { row, unit: nominee.unit, nominee, at: openAt, bodies: programme.bodies }, chance),
        divisions: row.bodies.divisions,
        beats,
        ends,
        refusedWith,
        awards,
        escalates: story.escalates ?? false,
        issuedBy: row.bodies.authorities[beats.some(({ by }) => by === 'higher') ? 1 : 0] ?? '',
      };
    },
  );
  const nominations = drawn
    .toSorted((a, b) => a.openAt.localeCompare(b.openAt))
    .map(({ issuedBy, ...rest }, index) => ({
      ...rest,
      key: `n${String(index + 1).padStart(3, '0')}`,
      decisionNumber: `${101 + index}/QĐ-${officeOf(issuedBy)}`,
    }));
  // A rehearsal of a few movements does not wait for the reports of the whole programme.
  const reports = request.rows.length > 0 ? [] : reportsOf(programme).map(({ dueOn }) => startOfDay(addDays(dueOn, 3)));
  return {
    programmeId: programme.id,
    seed: request.seed,
    rounds,
    nominations,
    from: seasonBegins(programme),
    to: seasonEnds(nominations, rows, reports),
    restartAt: restartOn ? startOfDay(restartOn) : null,
    hash: planHash({ rounds, nominations }),
  };
}

/** The abbreviation that decisions of the body carry. */
function officeOf(body: string): string {
  if (body === 'ubndTinh') return 'UBND';
  return body === 'boYTe' ? 'BYT' : 'SYT';
}

/** What is opened as one phase follows another may come into the next one, and ends with that. */
function endingOf(row: Row, rows: readonly Row[], opens: (typeof stories)[keyof typeof stories]['opens']): Row {
  if (opens !== 'phaseEnd') return row;
  return rows.find(({ roundId }) => roundId === row.continuesIn) ?? row;
}

/** Some days after the last end: of a nomination, a window, or a report's day. */
function seasonEnds(
  nominations: readonly PlannedNomination[],
  rows: readonly Row[],
  reports: readonly string[],
): string {
  const ends = [...nominations.map((each) => each.expectedEnd), ...rows.map(({ closesAt }) => closesAt), ...reports];
  return new Date(Math.max(...ends.map((at) => Date.parse(at))) + 7 * dayMs).toISOString();
}
