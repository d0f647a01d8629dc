import type { Movement, Programme } from '../contract/programme.ts';
import type { Body, Directory } from './directorySchema.ts';
import type { Loaded, LoadedProgramme } from './loader/load.ts';
import { PlanningError } from './planningError.ts';
import { unitsOf } from './units.ts';

/** Gives the programme. Throws PlanningError UNKNOWN_PROGRAMME. */
export function findProgramme(loaded: Loaded, programmeId: string): LoadedProgramme {
  const programme = loaded.programmes.get(programmeId);
  if (programme) return programme;
  throw new PlanningError('UNKNOWN_PROGRAMME', { name: programmeId }, [...loaded.programmes.keys()]);
}

/** Gives the movement. Throws PlanningError UNKNOWN_MOVEMENT. */
export function findMovement(programme: Programme, movementId: string): Movement {
  const movement = programme.movements.find(({ id }) => id === movementId);
  if (movement) return movement;
  throw new PlanningError(
    'UNKNOWN_MOVEMENT',
    { name: movementId },
    programme.movements.map(({ id }) => id),
  );
}

/** Gives the unit. Throws PlanningError UNKNOWN_UNIT. */
export function findUnit(programme: Programme, directory: Directory, unitId: string): Body {
  const units = unitsOf(programme, directory);
  const unit = units.find(({ id }) => id === unitId);
  if (unit) return unit;
  throw new PlanningError(
    'UNKNOWN_UNIT',
    { name: unitId },
    units.map(({ id }) => id),
  );
}
