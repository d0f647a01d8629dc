import type { RecipientKind, StateName } from '../../contract/states.ts';
import type { Store } from '../connect.ts';

export type MovementCount = { movementId: string; state: StateName; nomineeKind: RecipientKind; count: number };

/** Gives how many nominations of a programme stand where: by movement, state and kind of recipient. */
export async function countsPerMovement(store: Store, programmeId: string): Promise<MovementCount[]> {
  const rows = await store.sql<MovementCount[]>`
    select movement_id as "movementId", state, nominee_kind as "nomineeKind", count(*)::integer as count
    from nominations where programme_id = ${programmeId}
    group by movement_id, state, nominee_kind order by movement_id, state, nominee_kind`;
  return [...rows];
}

/** Gives the nominations that are not over and wait for nobody. Always none (design rule 12); anything else is a defect. */
export async function openWithoutOwner(
  store: Store,
): Promise<{ nominationId: string; state: StateName; revision: number }[]> {
  const rows = await store.sql<{ nominationId: string; state: StateName; revision: number }[]>`
    select n.id as "nominationId", n.state, n.revision from nominations n
    where n.closed_at is null
      and not exists (select from work_items w where w.subject_id = n.id and w.closed_at is null)
    order by n.id`;
  return [...rows];
}

/** What waits for machinery rather than people: for alarms. Ages in seconds of real time, null when nothing waits. */
export type Backlog = {
  undelivered: number;
  oldestUndeliveredS: number | null;
  unsent: number;
  oldestUnsentS: number | null;
  dead: number;
};

/** Gives how much waits to be delivered to the engine and to be sent, and for how long. */
export async function backlog(store: Store): Promise<Backlog> {
  const [row] = await store.sql<Backlog[]>`
    select undelivered.*, unsent.*, (select count(*)::integer from outbox where status = 'dead') as dead
    from (select count(*)::integer as undelivered, extract(epoch from clock_timestamp() - min(received_at))::float8 as "oldestUndeliveredS"
        from inbox where status = 'received') undelivered,
      (select count(*)::integer as unsent, extract(epoch from clock_timestamp() - min(created_at))::float8 as "oldestUnsentS"
        from outbox where status in ('pending', 'failed')) unsent`;
  if (!row) throw new Error('no backlog row');
  return row;
}
