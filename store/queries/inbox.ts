import type { Queue } from '../../contract/roles.ts';
import type { RoundStateName } from '../../contract/roundStates.ts';
import type { RecipientKind, StateName } from '../../contract/states.ts';
import type { Store } from '../connect.ts';

/** What a work item is about, with what a list shows of it. */
type OfNomination = {
  subject: { kind: 'nomination'; id: string };
  state: StateName;
  nominee: { kind: RecipientKind; id: string; name: string | null };
  unitId: string;
};
type OfRound = { subject: { kind: 'round'; id: string }; state: RoundStateName; nominee: null; unitId: null };

/** One open work item with what a list shows of its nomination or round. */
export type InboxItem = (OfNomination | OfRound) & {
  programmeRef: string;
  movementId: string;
  revision: number;
  key: string;
  queue: Queue;
  openedAt: string;
  dueAt: string;
  nextEscalationAt: string;
  level: number;
  escalatedTo: Queue | null;
  /** Computed over days whose yearly notice had not been issued. */
  provisional: boolean;
};

export type InboxPage = {
  limit?: number;
  /** Go on after this item of the page before. */
  after?: Pick<InboxItem, 'dueAt' | 'subject' | 'key'>;
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

type ItemRow = Omit<InboxItem, 'subject' | 'state' | 'nominee' | 'unitId'> & {
  subjectId: string;
  state: StateName | RoundStateName;
  nomineeKind: RecipientKind | null;
  nomineeId: string;
  nomineeName: string | null;
  unitId: string;
};

/** Each queue is read in due order up to the limit, so the cost does not grow with the queue's length. */
async function inboxOfQueues(store: Store, queues: Queue[], { limit = 50, after }: InboxPage): Promise<InboxItem[]> {
  const { sql } = store;
  const beyond = after
    ? sql`and (w.due_at, w.subject_id, w.key) > (${after.dueAt}::timestamptz, ${after.subject.id}, ${after.key})`
    : sql``;
  const rows = await sql<ItemRow[]>`
    with mine as (
      select w.* from unnest(${queues}::text[]) as held(queue) cross join lateral (
        (select * from work_items w where w.closed_at is null and w.queue = held.queue ${beyond}
          order by w.due_at, w.subject_id, w.key limit ${limit})
        union
        (select * from work_items w where w.closed_at is null and w.escalated_to = held.queue ${beyond}
          order by w.due_at, w.subject_id, w.key limit ${limit})
      ) w
    )
    select distinct w.due_at as "dueAt", w.subject_id as "subjectId", w.key,
      coalesce(n.programme_ref, r.programme_ref) as "programmeRef", coalesce(n.movement_id, r.movement_id) as "movementId",
      n.nominee_kind as "nomineeKind", n.nominee_id as "nomineeId", nominee.name as "nomineeName", n.unit_id as "unitId",
      coalesce(n.state, r.state) as state, coalesce(n.revision, r.revision) as revision, w.queue, w.opened_at as "openedAt",
      w.next_escalation_at as "nextEscalationAt", w.level, w.escalated_to as "escalatedTo", w.provisional
    from mine w left join nominations n on n.id = w.subject_id
    left join rounds r on r.id = w.subject_id
    left join nominees nominee on nominee.kind = n.nominee_kind and nominee.id = n.nominee_id
    order by w.due_at, w.subject_id, w.key limit ${limit}`;
  return rows.map(itemOf);
}

function itemOf({ subjectId, state, nomineeKind, nomineeId, nomineeName, unitId, ...row }: ItemRow): InboxItem {
  const item = {
    ...row,
    openedAt: new Date(row.openedAt).toISOString(),
    dueAt: new Date(row.dueAt).toISOString(),
    nextEscalationAt: new Date(row.nextEscalationAt).toISOString(),
  };
  if (nomineeKind === null) {
    const subject = { kind: 'round' as const, id: subjectId };
    return { ...item, subject, state: state as RoundStateName, nominee: null, unitId: null };
  }
  const nominee = { kind: nomineeKind, id: nomineeId, name: nomineeName };
  return { ...item, subject: { kind: 'nomination', id: subjectId }, state: state as StateName, nominee, unitId };
}
