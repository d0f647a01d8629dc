import type { EventType } from '../../contract/events.ts';
import type { PersistedNomination } from '../../contract/nomination.ts';
import type { Refusal } from '../../contract/refusals.ts';
import type { RoleName } from '../../contract/roles.ts';
import type { RecipientKind, RoadName, StateName } from '../../contract/states.ts';
import type { Store } from '../../store/connect.ts';
import type { InboxType } from '../../store/schema/inbox.ts';
import type { RoundEvidence } from './roundEvidence.ts';
import { gatherRounds } from './roundEvidence.ts';

/** What the record says after the rehearsal, read straight from its tables: the checks believe nothing the players say. */
export type Evidence = RoundEvidence & {
  nominations: Recorded[];
  /** Of nominations. */
  transitions: Transition[];
  /** Everything received: for nominations and for rounds. */
  inbox: Received[];
  /** Work items that are open. */
  open: { subjectId: string; queue: string; level: number; holders: number }[];
  /** Reminders written when what they remind of was no longer open. */
  lateReminders: { subjectId: string; person: string; at: string }[];
  reminders: number;
};

export type Recorded = {
  id: string;
  movementId: string;
  roundId: string | null;
  road: RoadName;
  unitId: string;
  nominee: { kind: RecipientKind; id: string };
  state: StateName;
  revision: number;
  decisionNumber: string | null;
  openedAt: string;
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
  /** A nomination's or a round's id. */
  subjectId: string;
  type: InboxType;
  actorId: string;
  status: 'received' | 'applied' | 'refused';
  appliedRevision: number | null;
  refusals: Refusal[];
  /** Programme instant. */
  at: string;
  /** A day that the form set as a deadline. */
  dueOn: string | null;
  /** Of an opening: where it wanted to be taken. */
  opening: { movementId: string; unitId: string } | null;
  /** The applied change of which it is a share. */
  changeId: string | null;
};

type OfNomination<T> = Omit<T, 'nominee'> & { kind: RecipientKind; nomineeId: string };

/** Reads the whole record as of one instant: the clock runs on, and with it whatever is still open. Throws when the database fails. */
export async function gather(store: Store): Promise<Evidence> {
  const [nominations, transitions, inbox, open, lateReminders, [reminders], rounds] = await store.transact(
    (sql) =>
      Promise.all([
        sql<OfNomination<Recorded>[]>`
      select id, movement_id as "movementId", round_id as "roundId", road, unit_id as "unitId", nominee_kind as kind,
        nominee_id as "nomineeId", state, revision, decision_number as "decisionNumber", opened_at as "openedAt",
        closed_at is not null as closed, snapshot from nominations order by id`,
        sql<Transition[]>`
      select t.subject_id as "nominationId", t.revision, t.type, t.from_state as "from", t.to_state as "to", t.at, t.inbox_id as "inboxId",
        t.actor_id as "actorId", coalesce(t.as_role, i.as_role) as "as"
      from transitions t join nominations n on n.id = t.subject_id left join inbox i on i.id = t.inbox_id
      order by t.subject_id, t.revision`,
        sql<(Omit<Received, 'refusals'> & { refusals: Refusal[] | null })[]>`
      select id, idempotency_key as key, subject_id as "subjectId", type, actor_id as "actorId", status, applied_revision as "appliedRevision",
        answer -> 'refusals' as refusals, programme_at as at, body ->> 'dueOn' as "dueOn", change_id as "changeId",
        case when type = 'nomination.open' then jsonb_build_object('movementId', body ->> 'movementId', 'unitId', body ->> 'unitId') end
          as opening
      from inbox order by received_at, id`,
        sql<Evidence['open'][number][]>`
      select w.subject_id as "subjectId", w.queue, w.level,
        (select count(*) from role_assignments r where r.role || '@' || r.body_id = w.queue)::integer as holders
      from work_items w where w.closed_at is null order by w.subject_id`,
        sql<Evidence['lateReminders'][number][]>`
      select o.subject_id as "subjectId", o.recipient_person as person, o.created_at as at from outbox o
      where o.template = 'deadline.remind' and not exists (
        select from work_items w
        left join transitions closing on closing.subject_id = w.subject_id and closing.revision = w.closed_revision
        where w.subject_id = o.subject_id and w.key = o.data #>> '{matter,key}'
          and (closing.recorded_at is null or closing.recorded_at >= o.created_at))`,
        sql<{ count: number }[]>`select count(*)::integer as count from outbox where template = 'deadline.remind'`,
        gatherRounds(sql),
      ]),
    'isolation level repeatable read read only',
  );
  const instant = <T extends { at: string }>(row: T): T => ({ ...row, at: iso(row.at) });
  return {
    ...rounds,
    nominations: nominations.map(({ kind, nomineeId, openedAt, ...row }) => ({
      ...row,
      openedAt: iso(openedAt),
      nominee: { kind, id: nomineeId },
    })),
    transitions: transitions.map(instant),
    inbox: inbox.map((row) => ({ ...instant(row), refusals: row.refusals ?? [] })),
    open: [...open],
    lateReminders: lateReminders.map(instant),
    reminders: reminders?.count ?? 0,
  };
}

function iso(at: string): string {
  return new Date(at).toISOString();
}

/** Gives whether the row is a share of a change, which the product itself keeps, one for each subject. */
export function isShare({ changeId }: Received): boolean {
  return changeId !== null;
}
