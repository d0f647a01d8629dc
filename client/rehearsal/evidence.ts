import type { EventType } from '../../contract/events.ts';
import type { PersistedNomination } from '../../contract/nomination.ts';
import type { Refusal } from '../../contract/refusals.ts';
import type { RoleName } from '../../contract/roles.ts';
import type { RecipientKind, StateName } from '../../contract/states.ts';
import type { Store } from '../../store/connect.ts';

/** What the record says after the rehearsal, read straight from its tables: the checks believe nothing the players say. */
export type Evidence = {
  nominations: Recorded[];
  transitions: Transition[];
  inbox: Received[];
  /** Work items that are open. */
  open: { nominationId: string; queue: string; level: number; holders: number }[];
};

export type Recorded = {
  id: string;
  movementId: string;
  unitId: string;
  nominee: { kind: RecipientKind; id: string };
  state: StateName;
  revision: number;
  decisionNumber: string | null;
  closed: boolean;
  snapshot: PersistedNomination;
};
export type Transition = {
  nominationId: string;
  revision: number;
  type: EventType;
  from: StateName | null;
  to: StateName;
  at: string;
  inboxId: string | null;
  actorId: string | null;
  as: RoleName | null;
};
export type Received = {
  id: string;
  key: string;
  nominationId: string;
  type: EventType;
  actorId: string;
  status: 'received' | 'applied' | 'refused';
  appliedRevision: number | null;
  refusals: Refusal[];
  /** Programme instant. */
  at: string;
  /** A day that the form set as a deadline. */
  dueOn: string | null;
};

/** Reads the whole record as of one instant: the clock runs on, and with it whatever is still open. Throws when the database fails. */
export async function gather(store: Store): Promise<Evidence> {
  const [nominations, transitions, inbox, open] = await store.sql.begin(
    'isolation level repeatable read read only',
    (sql) =>
      Promise.all([
        sql<(Omit<Recorded, 'nominee'> & { kind: RecipientKind; nomineeId: string })[]>`
      select id, movement_id as "movementId", unit_id as "unitId", nominee_kind as kind, nominee_id as "nomineeId", state, revision,
        decision_number as "decisionNumber", closed_at is not null as closed, snapshot from nominations order by id`,
        sql<Transition[]>`
      select t.nomination_id as "nominationId", t.revision, t.type, t.from_state as "from", t.to_state as "to", t.at, t.inbox_id as "inboxId",
        t.actor_id as "actorId", coalesce(t.as_role, i.as_role) as "as"
      from transitions t left join inbox i on i.id = t.inbox_id order by t.nomination_id, t.revision`,
        sql<(Omit<Received, 'refusals'> & { refusals: Refusal[] | null })[]>`
      select id, idempotency_key as key, nomination_id as "nominationId", type, actor_id as "actorId", status, applied_revision as "appliedRevision",
        answer -> 'refusals' as refusals, programme_at as at, body ->> 'dueOn' as "dueOn" from inbox order by received_at, id`,
        sql<Evidence['open'][number][]>`
      select w.nomination_id as "nominationId", w.queue, w.level,
        (select count(*) from role_assignments r where r.role || '@' || r.body_id = w.queue)::integer as holders
      from work_items w where w.closed_at is null order by w.nomination_id`,
      ]),
  );
  const instant = <T extends { at: string }>(row: T): T => ({ ...row, at: new Date(row.at).toISOString() });
  return {
    nominations: nominations.map(({ kind, nomineeId, ...row }) => ({ ...row, nominee: { kind, id: nomineeId } })),
    transitions: transitions.map(instant),
    inbox: inbox.map((row) => ({ ...instant(row), refusals: row.refusals ?? [] })),
    open: [...open],
  };
}
