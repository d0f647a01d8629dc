import { dayMs } from '../../../contract/calendarDay.ts';
import { findProgramme } from '../../../programmes/find.ts';
import type { Loaded } from '../../../programmes/loader/load.ts';
import { unitsOf } from '../../../programmes/units.ts';
import { stories } from '../stories/catalogue.ts';
import { allocate } from './allocate.ts';
import { castOf } from './cast.ts';
import { nomineesFor } from './nominees.ts';
import type { Plan, PlannedNomination } from './planned.ts';
import { planHash } from './planned.ts';
import { rowsOf } from './rows.ts';
import { drawBeats, drawOpening, expectedEnd } from './schedule.ts';
import { chanceOf } from './seeded.ts';

export type PlanRequest = {
  programmeId: string;
  seed: number;
  /** How many are opened; those refused at the opening come on top. */
  nominations: number;
  /** Numbers of the rows to be played; empty: all. */
  rows: readonly string[];
};

/**
 * Gives the seed's rehearsal of a programme: who nominates whom, where, and what becomes of it.
 * Throws PlanningError UNKNOWN_PROGRAMME, RangeError with the number of a row that is none.
 */
export function planRehearsal(
  { programmes, directory }: Pick<Loaded, 'programmes' | 'directory'>,
  request: PlanRequest,
): Plan {
  const { programme } = findProgramme({ programmes, directory }, request.programmeId);
  const chance = chanceOf(request.seed);
  const rows = rowsOf(programme, request.rows);
  const units = unitsOf(programme, directory).map(({ id }) => id);
  const places = allocate(rows, request.nominations, chance);
  const chooseNominee = nomineesFor(directory, units, chance);

  const drawn = places.map(
    ({ row, story: name, kind }): Omit<PlannedNomination, 'key' | 'decisionNumber'> & { tierUp: string } => {
      const story = stories[name];
      const openAt = drawOpening(story, row, chance);
      const beats = drawBeats(story, row, chance);
      const nominee = chooseNominee({ row, story: name, kind });
      const { ends, awards } = story;
      return {
        story: name,
        movementId: row.id,
        unitId: nominee.unit,
        nominee,
        openAt,
        expectedEnd: expectedEnd(programme, row, openAt, beats, ends),
        cast: castOf(directory, { row, unit: nominee.unit, nominee, at: openAt, bodies: programme.bodies }, chance),
        divisions: row.bodies.divisions,
        beats,
        ends,
        awards,
        escalates: story.escalates ?? false,
        tierUp: beats.some(({ by }) => by === 'higher') || row.bodies.authorities.length === 1 ? 'UBND' : 'SYT',
      };
    },
  );
  const nominations = drawn
    .toSorted((a, b) => a.openAt.localeCompare(b.openAt))
    .map(({ tierUp, ...rest }, index) => ({
      ...rest,
      key: `n${String(index + 1).padStart(3, '0')}`,
      decisionNumber: `${101 + index}/QĐ-${tierUp}`,
    }));
  return {
    programmeId: programme.id,
    seed: request.seed,
    nominations,
    ...span(nominations),
    hash: planHash(nominations),
  };
}

/** A day before the first opening, some days after the last end. */
function span(nominations: readonly PlannedNomination[]): { from: string; to: string } {
  const opens = nominations.map(({ openAt }) => Date.parse(openAt));
  const ends = nominations.map((each) => Date.parse(each.expectedEnd));
  return {
    from: new Date(Math.min(...opens) - dayMs).toISOString(),
    to: new Date(Math.max(...ends) + 5 * dayMs).toISOString(),
  };
}
