import type { ISql, TransactionSql } from 'postgres';
import type { PersistedNomination } from '../../contract/nomination.ts';
import type { Queue } from '../../contract/roles.ts';
import type { PersistedRound } from '../../contract/round.ts';
import type { RoundStateName } from '../../contract/roundStates.ts';
import type { StateName } from '../../contract/states.ts';

/** An open matter as it is on record; instants as the database writes them. */
export type ItemOnRecord = {
  key: string;
  queue: Queue;
  dueAt: string;
  nextEscalationAt: string;
  level: number;
  escalatedTo: Queue | null;
  provisional: boolean;
  reminders: { at: string; sent: boolean }[];
};

/** An open nomination or round: its projection, its machine's snapshot, and everything open of it. */
type OnRecord<S, P> = {
  id: string;
  state: S;
  revision: number;
  /** Null for a round, which has several. */
  dueAt: string | null;
  wakeAt: string | null;
  snapshot: P;
  items: ItemOnRecord[];
};
export type NominationOnRecord = OnRecord<StateName, PersistedNomination>;
export type RoundOnRecord = OnRecord<RoundStateName, PersistedRound>;

/** Snapshots are large: so many are held at a time. */
const atATime = 250;

/** Gives every open nomination, in portions. */
export function nominationsOnRecord(sql: TransactionSql): AsyncIterable<NominationOnRecord[]> {
  return sql<NominationOnRecord[]>`
    select n.id, n.state, n.revision, n.deadline_due_at as "dueAt", n.deadline_wake_at as "wakeAt", n.snapshot, open.items
    from nominations n cross join lateral ${openItems(sql, 'n')} open
    where n.closed_at is null order by n.id`.cursor(atATime) as AsyncIterable<NominationOnRecord[]>;
}

/** Gives every open round, in portions. */
export function roundsOnRecord(sql: TransactionSql): AsyncIterable<RoundOnRecord[]> {
  return sql<RoundOnRecord[]>`
    select r.id, r.state, r.revision, null as "dueAt", r.wake_at as "wakeAt", r.snapshot, open.items
    from rounds r cross join lateral ${openItems(sql, 'r')} open
    where r.closed_at is null order by r.id`.cursor(atATime) as AsyncIterable<RoundOnRecord[]>;
}

function openItems(sql: TransactionSql, subject: 'n' | 'r') {
  return sql`(
    select coalesce(jsonb_agg(jsonb_build_object('key', w.key, 'queue', w.queue, 'dueAt', w.due_at,
      'nextEscalationAt', w.next_escalation_at, 'level', w.level, 'escalatedTo', w.escalated_to, 'provisional', w.provisional,
      'reminders', (
        select coalesce(jsonb_agg(jsonb_build_object('at', m.remind_at, 'sent', m.sent_at is not null) order by m.remind_at), '[]')
        from reminders m where m.work_item_id = w.id)) order by w.key), '[]') as items
    from work_items w where w.subject_id = ${sql(subject)}.id and w.closed_at is null)`;
}

/** What is open. */
export type OpenSubject = { kind: 'nomination' | 'round'; id: string };

/** Gives everything that is open, rounds and nominations, by id. */
export async function openSubjects(sql: ISql): Promise<OpenSubject[]> {
  const rows = await sql<OpenSubject[]>`
    select 'round' as kind, id from rounds where closed_at is null
    union all select 'nomination', id from nominations where closed_at is null order by id`;
  return [...rows];
}

/** Gives the subject's revision on record; null when it is over. */
export async function revisionOnRecord(sql: ISql, { kind, id }: OpenSubject): Promise<number | null> {
  const [row] = await sql<{ revision: number }[]>`
    select revision from ${sql(kind === 'round' ? 'rounds' : 'nominations')} where id = ${id} and closed_at is null`;
  return row?.revision ?? null;
}
