import type { Refusal } from '../../../contract/refusals.ts';
import type { RecipientKind } from '../../../contract/states.ts';
import type { Store } from '../../../store/connect.ts';
import { unitPlaces } from '../../../store/queries/unitPlaces.ts';

export type PlaceAsked = {
  roundId: string;
  unitId: string;
  kind: RecipientKind;
  /** The opening's inbox row. */
  inboxId: string;
  /** The most the plan takes of this kind from one unit; undefined: as many as it likes. */
  most: number | undefined;
};

/**
 * Gives whether the plan takes another nomination of the unit. Places go in the order of receipt, so an opening waits for
 * the unit's earlier ones; no interleaving gives away one place twice.
 */
export async function placeFor(
  store: Store,
  { roundId, unitId, kind, inboxId, most }: PlaceAsked,
): Promise<{ kind: 'free' } | { kind: 'waiting' } | { kind: 'refused'; refusals: Refusal[] }> {
  if (most === undefined) return { kind: 'free' };
  const { taken, waits } = await unitPlaces(store, { roundId, unitId, kind, inboxId });
  if (taken >= most) {
    const detail = { unit: unitId, round: roundId, kind, taken: String(taken), most: String(most) };
    return { kind: 'refused', refusals: [{ code: 'UNIT_CAP_REACHED', detail }] };
  }
  return { kind: waits ? 'waiting' : 'free' };
}
