import { endOfDay, startOfDay } from '../../../contract/calendarDay.ts';
import type { Movement, Programme } from '../../../contract/programme.ts';
import type { RecipientKind, RoadName } from '../../../contract/states.ts';
import { recipientKinds } from '../../../contract/states.ts';
import type { MovementBodies } from '../../../programmes/movements.ts';
import { movementBodies } from '../../../programmes/movements.ts';
import type { Quota } from '../../../programmes/quota.ts';
import { quotaOf } from '../../../programmes/quota.ts';

/** A movement as a plan needs it: a row of the programme's table. */
export type Row = {
  id: string;
  title: string;
  road: RoadName;
  bodies: MovementBodies;
  /** Instants, ISO. */
  opensAt: string;
  closesAt: string;
  quotas: Record<RecipientKind, Quota>;
  /** Kinds of recipient that may be nominated at all. */
  kinds: RecipientKind[];
};

/** Gives the programme's rows; with `only`, those of these numbers. Throws RangeError for a number that is none. */
export function rowsOf(programme: Programme, only: readonly string[] = []): Row[] {
  const ids = programme.movements.map(({ id }) => id);
  const unknown = only.find((id) => !ids.includes(id));
  if (unknown !== undefined) throw new RangeError(unknown);
  return programme.movements
    .filter(({ id }) => only.length === 0 || only.includes(id))
    .map((movement) => rowOf(programme, movement));
}

function rowOf(programme: Programme, movement: Movement): Row {
  const { from, to } = movement.reviewTime.window;
  const quotas = { collective: quotaOf(movement, 'collective'), individual: quotaOf(movement, 'individual') };
  return {
    id: movement.id,
    title: movement.title.value,
    road: movement.configured.road,
    bodies: movementBodies(programme, movement),
    opensAt: startOfDay(from),
    closesAt: endOfDay(to),
    quotas,
    kinds: recipientKinds.filter((kind) => quotas[kind].ceiling !== 0),
  };
}

/** Gives how many of the kind may be awarded in the row; null: no number is enforced. A number per programme counts once for each. */
export function ceilingOf({ quotas }: Row, kind: RecipientKind): number | null {
  const { ceiling, per } = quotas[kind];
  return ceiling === null ? null : ceiling * Math.max(1, per.length);
}

/** Gives whether the row takes nominations for most of a year. */
export function isLong(row: Row): boolean {
  return Date.parse(row.closesAt) - Date.parse(row.opensAt) > 120 * 86_400_000;
}
