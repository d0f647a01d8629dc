import type { Nominate } from '../../contract/acts.ts';
import { startOfDay } from '../../contract/calendarDay.ts';
import type { Store } from '../../store/connect.ts';
import { roundOf } from '../core/rounds/roundOf.ts';
import type { Boundary } from './checks/check.ts';
import type { PlannedRound } from './plan/roundBeats.ts';
import type { Row } from './plan/rows.ts';
import { isMoving } from './plan/rows.ts';

const anybody = { kind: 'individual', id: 'anybody' } as const;
const dossier = { nomineeName: 'Ví Dụ', directWorker: false, achievements: 'Ví dụ', documents: [] };

/**
 * Asks, for each movement that goes on into another phase, which round takes what is received in the last instant of the one
 * and in the first of the other: exact instants, which no clock of a rehearsal is slow enough to hit. Judged by the same code and
 * on the same record as every opening of the season.
 */
export async function boundariesOf(
  store: Store,
  programmeId: string,
  rows: readonly Row[],
  rounds: readonly PlannedRound[],
): Promise<Boundary[]> {
  const takesPart = (roundId: string, unit: string): boolean =>
    rounds.find((each) => each.roundId === roundId)?.participation[unit] === 'takesPart';
  const pairs = rows.flatMap((row) => {
    const next = rows.find(({ roundId }) => roundId === row.continuesIn);
    return next && isMoving(row) ? [{ row, next }] : [];
  });
  return Promise.all(
    pairs.map(async ({ row, next }) => {
      const first = startOfDay(next.plan.window.from);
      const last = new Date(Date.parse(first) - 1).toISOString();
      const unit = row.units.find((each) => takesPart(row.roundId, each) && takesPart(next.roundId, each)) ?? '';
      return {
        movementId: row.movementId,
        before: row.roundId,
        after: next.roundId,
        lastInstant: { at: last, round: await takenBy(store, programmeId, row, unit, last) },
        firstInstant: { at: first, round: await takenBy(store, programmeId, row, unit, first) },
      };
    }),
  );
}

async function takenBy(
  store: Store,
  programmeId: string,
  { movementId }: Row,
  unitId: string,
  at: string,
): Promise<string | null> {
  const form: Nominate = { programmeId, movementId, unitId, nominee: anybody, dossier };
  const found = await roundOf(store, form, at);
  return 'round' in found ? found.round.roundId : null;
}
