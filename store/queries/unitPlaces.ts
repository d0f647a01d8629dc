import type { RecipientKind, TerminalState } from '../../contract/states.ts';
import type { Store } from '../connect.ts';

/** States that give a nomination's place back to its unit; one that was refused was nominated all the same. */
export const placeGivenBack = ['expired', 'withdrawnForGood', 'cancelled'] as const satisfies readonly TerminalState[];

export type UnitPlaces = {
  /** The unit's other nominations that count. */
  taken: number;
  /** An opening of the unit in the movement, received earlier, has no answer yet: it may take a place. */
  waits: boolean;
};

/**
 * Gives how many of the unit's nominations of a kind count against what the round's plan takes from one unit, as seen by
 * an opening under way. Of openings received together the earlier one is always visible: `lock_opening` sees to it.
 */
export async function unitPlaces(
  store: Store,
  { roundId, unitId, kind, inboxId }: { roundId: string; unitId: string; kind: RecipientKind; inboxId: string },
): Promise<UnitPlaces> {
  const [row] = await store.sql<UnitPlaces[]>`
    select
      (select count(*)::integer from nominations n
        where n.round_id = ${roundId} and n.unit_id = ${unitId} and n.nominee_kind = ${kind} and n.id <> own.subject_id
          and n.state <> all(${[...placeGivenBack]}::text[])) as taken,
      exists (select from inbox i
        where i.status = 'received' and i.type = 'nomination.open' and i.programme_id = own.programme_id
          and i.body ->> 'movementId' = own.body ->> 'movementId' and i.body ->> 'unitId' = ${unitId}
          and i.body #>> '{nominee,kind}' = ${kind} and (i.received_at, i.id) < (own.received_at, own.id)) as waits
    from inbox own where own.id = ${inboxId}`;
  if (!row) throw new RangeError(`There is no opening ${inboxId}`);
  return row;
}
