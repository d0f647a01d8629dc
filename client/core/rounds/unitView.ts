import type { Store } from '../../../store/connect.ts';
import { unitInRound } from '../../../store/queries/unitInRound.ts';
import { ClientError } from '../errors.ts';
import type { RoundUnitView } from '../types.ts';
import { knownRound } from './known.ts';

/** Gives what a unit has sent in for the round. Throws ClientError UNKNOWN_ROUND or UNKNOWN_UNIT with the units there are. */
export async function showUnit(store: Store, roundId: string, unitId: string): Promise<RoundUnitView> {
  const { units } = (await knownRound(store, roundId)).snapshot.context.bodies;
  if (!units.includes(unitId)) {
    throw new ClientError('UNKNOWN_UNIT', {
      vi: `“${unitId}” không thuộc các đơn vị được phát động đợt ${roundId}. Các đơn vị: ${units.join(', ')}`,
      en: `“${unitId}” is none of the units round ${roundId} is launched to. The units: ${units.join(', ')}`,
    });
  }
  return { roundId, unitId, ...(await unitInRound(store, roundId, unitId)) };
}
