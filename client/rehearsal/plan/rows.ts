import { addDays } from '../../../contract/calendar.ts';
import { endOfDay, startOfDay } from '../../../contract/calendarDay.ts';
import type { Programme } from '../../../contract/programme.ts';
import type { MovementPlan } from '../../../contract/roundActs.ts';
import type { RecipientKind, RoadName } from '../../../contract/states.ts';
import { recipientKinds } from '../../../contract/states.ts';
import type { Directory } from '../../../programmes/directorySchema.ts';
import type { MovementBodies } from '../../../programmes/movements.ts';
import { movementBodies } from '../../../programmes/movements.ts';
import type { Quota } from '../../../programmes/quota.ts';
import { quotaOf } from '../../../programmes/quota.ts';
import type { ProgrammeRound } from '../../../programmes/rounds.ts';
import { roundsOf } from '../../../programmes/rounds.ts';
import { unitsOf } from '../../../programmes/units.ts';
import type { Incident } from './season.ts';
import { seasonOf } from './season.ts';
import type { Timetable } from './timetable.ts';
import { timetableOf } from './timetable.ts';

/** A movement in one phase, as the rehearsal plays it: a row of the programme's table. */
export type Row = {
  roundId: string;
  /** The movement's number, with its phase where the programme has several. */
  id: string;
  movementId: string;
  phaseId: string;
  title: string;
  road: RoadName;
  bodies: MovementBodies;
  units: string[];
  incidents: readonly Incident[];
  /** Every unit is to take part. */
  covered: boolean;
  /** What the body in charge submits in the end. */
  plan: MovementPlan;
  timetable: Timetable;
  /** From when nominations can be opened: the window's first instant, the approval, or the end of a suspension. */
  opensAt: string;
  /** Until when, extension for everybody included; a suspension moves it by as long as it lasts. */
  closesAt: string;
  quotas: Record<RecipientKind, Quota>;
  /** Kinds of recipient that may be nominated at all. */
  kinds: RecipientKind[];
  /** Whether another phase ends where this one begins, or begins where it ends: there is always an open window then. */
  adjoins: { before: boolean; after: boolean };
  /** The round of the phase that follows at once, when nothing befalls that one which moves or ends its window. */
  continuesIn: string | null;
};

type Loaded = { programme: Programme; directory: Directory };

/** Gives the programme's rows; with `only`, those of these movements. Throws RangeError for a number that is none. */
export function rowsOf({ programme, directory }: Loaded, only: readonly string[] = []): Row[] {
  const ids = programme.movements.map(({ id }) => id);
  const unknown = only.find((id) => !ids.includes(id));
  if (unknown !== undefined) throw new RangeError(unknown);
  const units = unitsOf(programme, directory).map(({ id }) => id);
  const rounds = roundsOf(programme).filter(({ movementId }) => only.length === 0 || only.includes(movementId));
  return rounds.map((round, index) => rowOf(programme, units, round, { index, of: rounds.length, rounds }));
}

type Place = { index: number; of: number; rounds: readonly ProgrammeRound[] };

function rowOf(programme: Programme, units: string[], round: ProgrammeRound, { index, of, rounds }: Place): Row {
  const { movement, movementId, phaseId, roundId } = round;
  const season = seasonOf(programme.id);
  const name = nameOf(round);
  const incidents = season.incidents[name] ?? [];
  const { plan, timetable } = timetableOf(programme, round, incidents, index / of);
  const quotas = { collective: quotaOf(movement, 'collective'), individual: quotaOf(movement, 'individual') };
  const others = rounds.filter((each) => each.movementId === movementId && each !== round);
  const next = others.find(({ window }) => addDays(plan.window.to, 1) === window.from);
  return {
    roundId,
    id: programme.phases.length > 1 ? name : movementId,
    movementId,
    phaseId,
    title: movement.title.value,
    road: movement.configured.road,
    bodies: movementBodies(programme, movement),
    units,
    incidents,
    covered: season.covered.includes(name),
    plan,
    timetable,
    opensAt: latest(startOfDay(plan.window.from), timetable.openableAt),
    closesAt: timetable.extendedTo === null ? endOfDay(plan.window.to) : endOfDay(timetable.extendedTo),
    quotas,
    kinds: recipientKinds.filter((kind) => quotas[kind].ceiling !== 0),
    continuesIn: next && !(season.incidents[nameOf(next)] ?? []).some(movesWindow) ? next.roundId : null,
    adjoins: {
      before: others.some(({ window }) => addDays(window.to, 1) === plan.window.from),
      after: next !== undefined,
    },
  };
}

function latest(...instants: string[]): string {
  return instants.toSorted().at(-1) ?? '';
}

function nameOf({ movementId, phaseId }: ProgrammeRound): string {
  return `${movementId}/${phaseId}`;
}

function movesWindow(incident: Incident): boolean {
  return incident === 'suspended' || incident === 'cancelled';
}

/** Gives how many of the kind may be awarded in the row; null: no number is enforced. A number per programme counts once for each. */
export function ceilingOf({ quotas }: Row, kind: RecipientKind): number | null {
  const { ceiling, per } = quotas[kind];
  return ceiling === null ? null : ceiling * Math.max(1, per.length);
}

/** Gives how many days the row takes nominations. */
export function daysOpen(row: Row): number {
  return (Date.parse(row.closesAt) - Date.parse(row.opensAt)) / 86_400_000;
}

/** Gives whether the row takes nominations for most of a year. */
export function isLong(row: Row): boolean {
  return daysOpen(row) > 120;
}

/** Gives whether the row takes part in the season's nominations at all. */
export function isMoving(row: Row): boolean {
  return !row.incidents.includes('leftAlone');
}
