import type { Queue } from '../../contract/roles.ts';
import type { RecipientKind, StateName } from '../../contract/states.ts';
import type { Store } from '../connect.ts';

/** One open work item with what a list shows of its nomination. */
export type InboxItem = {
  nominationId: string;
  programmeRef: string;
  movementId: string;
  nominee: { kind: RecipientKind; id: string; name: string | null };
  unitId: string;
  state: StateName;
  revision: number;
  key: string;
  queue: Queue;
  openedAt: string;
  dueAt: string;
  nextEscalationAt: string;
  level: number;
  escalatedTo: Queue | null;
};

export type InboxPage = {
  limit?: number;
  /** Go on after this item of the page before. */
  after?: Pick<InboxItem, 'dueAt' | 'nominationId' | 'key'>;
};

/** Gives the open items of a queue, those escalated to it included, the most urgent first. */
export async function inboxOfQueue(store: Store, queue: Queue, page: InboxPage = {}): Promise<InboxItem[]> {
  return inboxOfQueues(store, [queue], page);
}

/** Gives the open items of every queue the person holds at the programme instant, the most urgent first. */
export async function inboxOfPerson(
  store: Store,
  personId: string,
  at: string,
  page: InboxPage = {},
): Promise<InboxItem[]> {
  const held = await store.sql<{ queue: Queue }[]>`
    select distinct role || '@' || body_id as queue from role_assignments
    where person_id = ${personId} and valid_from <= ${at} and (valid_to is null or valid_to > ${at})`;
  return held.length === 0
    ? []
    : inboxOfQueues(
        store,
        held.map(({ queue }) => queue),
        page,
      );
}

type ItemRow = Omit<InboxItem, 'nominee'> & {
  nomineeKind: RecipientKind;
  nomineeId: string;
  nomineeName: string | null;
};

/** Each queue is read in due order up to the limit, so the cost does not grow with the queue's length. */
async function inboxOfQueues(store: Store, queues: Queue[], { limit = 50, after }: InboxPage): Promise<InboxItem[]> {
  const { sql } = store;
  const beyond = after
    ? sql`and (w.due_at, w.nomination_id, w.key) > (${after.dueAt}::timestamptz, ${after.nominationId}, ${after.key})`
    : sql``;
  const rows = await sql<ItemRow[]>`
    with mine as (
      select w.* from unnest(${queues}::text[]) as held(queue) cross join lateral (
        (select * from work_items w where w.closed_at is null and w.queue = held.queue ${beyond}
          order by w.due_at, w.nomination_id, w.key limit ${limit})
        union
        (select * from work_items w where w.closed_at is null and w.escalated_to = held.queue ${beyond}
          order by w.due_at, w.nomination_id, w.key limit ${limit})
      ) w
    )
    select distinct w.due_at as "dueAt", n.id as "nominationId", w.key, n.programme_ref as "programmeRef",
      n.movement_id as "movementId", n.nominee_kind as "nomineeKind", n.nominee_id as "nomineeId", nominee.name as "nomineeName",
      n.unit_id as "unitId", n.state, n.revision, w.queue, w.opened_at as "openedAt",
      w.next_escalation_at as "nextEscalationAt", w.level, w.escalated_to as "escalatedTo"
    from mine w join nominations n on n.id = w.nomination_id
    left join nominees nominee on nominee.kind = n.nominee_kind and nominee.id = n.nominee_id
    order by w.due_at, n.id, w.key limit ${limit}`;
  return rows.map(({ nomineeKind, nomineeId, nomineeName, ...row }) => ({
    ...row,
    nominee: { kind: nomineeKind, id: nomineeId, name: nomineeName },
    openedAt: new Date(row.openedAt).toISOString(),
    dueAt: new Date(row.dueAt).toISOString(),
    nextEscalationAt: new Date(row.nextEscalationAt).toISOString(),
  }));
}
