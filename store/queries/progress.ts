import type { Queue } from '../../contract/roles.ts';
import type { Store } from '../connect.ts';

/** Everything, one programme, or one round with its nominations. */
export type ProgressScope = { programmeId?: string; roundId?: string; queue?: Queue };

/** How a person stands who holds the queue; what is open waits for all of its holders alike. */
export type HolderProgress = {
  id: string;
  name: string;
  /** Matters of this queue the person has ended, and how long half of them took at most, from waiting to done. */
  closed: number;
  medianHandlingMs: number | null;
};

export type QueueProgress = {
  queue: Queue;
  open: number;
  overdue: number;
  escalated: number;
  /** Since when the oldest open matter waits; null: nothing is open. */
  oldestSince: string | null;
  /** The next due time that has not passed; null: none. */
  nextDueAt: string | null;
  closed: number;
  medianHandlingMs: number | null;
  holders: HolderProgress[];
};

type QueueRow = Omit<QueueProgress, 'holders'>;
type HolderRow = HolderProgress & { queue: Queue };

/**
 * Gives how work stands at the programme instant, queue by queue with the people who hold it then, the most overdue first.
 * Instants and handling times are the programme's. Matters ended by a timer count for the queue and for nobody.
 */
export async function progressOf(store: Store, scope: ProgressScope, now: string): Promise<QueueProgress[]> {
  const [queues, holders] = await Promise.all([queueRows(store, scope, now), holderRows(store, scope, now)]);
  return queues.map((row) => ({
    ...row,
    oldestSince: row.oldestSince === null ? null : new Date(row.oldestSince).toISOString(),
    nextDueAt: row.nextDueAt === null ? null : new Date(row.nextDueAt).toISOString(),
    holders: holders.filter(({ queue }) => queue === row.queue).map(({ queue: _, ...holder }) => holder),
  }));
}

/** The work items of the scope that had come up by `now`, as they stood then. */
function itemsOf({ sql }: Store, { programmeId, roundId, queue }: ProgressScope, now: string) {
  return sql`
    select w.*, w.closed_at is null or w.closed_at > ${now}::timestamptz as waiting
    from work_items w left join nominations n on n.id = w.subject_id left join rounds r on r.id = w.subject_id
    where w.opened_at <= ${now}::timestamptz
      and (${programmeId ?? null}::text is null or coalesce(n.programme_id, r.programme_id) = ${programmeId ?? null})
      and (${roundId ?? null}::text is null or coalesce(n.round_id, r.id) = ${roundId ?? null})
      and (${queue ?? null}::text is null or w.queue = ${queue ?? null})`;
}

async function queueRows(store: Store, scope: ProgressScope, now: string): Promise<QueueRow[]> {
  const rows = await store.sql<QueueRow[]>`
    with items as (${itemsOf(store, scope, now)})
    select queue,
      count(*) filter (where waiting)::integer as open,
      count(*) filter (where waiting and due_at < ${now}::timestamptz)::integer as overdue,
      count(*) filter (where waiting and level > 0)::integer as escalated,
      min(opened_at) filter (where waiting) as "oldestSince",
      min(due_at) filter (where waiting and due_at >= ${now}::timestamptz) as "nextDueAt",
      count(*) filter (where not waiting)::integer as closed,
      (percentile_cont(0.5) within group (order by extract(epoch from closed_at - opened_at)) filter (where not waiting) * 1000)::float8
        as "medianHandlingMs"
    from items group by queue order by overdue desc, open desc, queue`;
  return [...rows];
}

async function holderRows(store: Store, scope: ProgressScope, now: string): Promise<HolderRow[]> {
  const rows = await store.sql<HolderRow[]>`
    with items as (${itemsOf(store, scope, now)}),
    ended as (
      select i.queue, t.actor_id, extract(epoch from i.closed_at - i.opened_at) * 1000 as took
      from items i join transitions t on t.subject_id = i.subject_id and t.revision = i.closed_revision
      where not i.waiting and t.actor_id is not null
    ),
    held as (
      select distinct held.role || '@' || held.body_id as queue, held.person_id from role_assignments held
      where held.valid_from <= ${now}::timestamptz and (held.valid_to is null or held.valid_to > ${now}::timestamptz)
    )
    select h.queue, p.id, p.name, count(e.took)::integer as closed,
      percentile_cont(0.5) within group (order by e.took)::float8 as "medianHandlingMs"
    from held h join people p on p.id = h.person_id
    left join ended e on e.queue = h.queue and e.actor_id = h.person_id
    where h.queue in (select queue from items)
    group by h.queue, p.id, p.name order by h.queue, p.id`;
  return [...rows];
}
