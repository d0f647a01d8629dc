import type { TransactionSql } from 'postgres';
import type { RoleName } from '../../contract/roles.ts';
import type { PersistedRound } from '../../contract/round.ts';
import type { MovementPlan } from '../../contract/roundActs.ts';
import type { RoundEventType } from '../../contract/roundEvents.ts';
import type { CovenantKind, RoundStateName } from '../../contract/roundStates.ts';

/** What the record says of the rounds. */
export type RoundEvidence = {
  rounds: RecordedRound[];
  roundTransitions: RoundTransition[];
  plans: { roundId: string; version: number; content: MovementPlan; hash: string; approved: boolean }[];
  answers: { roundId: string; unitId: string; takesPart: boolean; at: string }[];
  /** People registered, by round and unit. */
  registrations: { roundId: string; unitId: string; count: number }[];
  covenants: { roundId: string; unitId: string; kind: CovenantKind; parties: string[] }[];
  handovers: {
    roundId: string;
    revision: number;
    stage: RoundStateName;
    nominations: string[];
    listHash: string;
    at: string;
  }[];
  reports: { id: string; kind: 'interim' | 'final'; dueOn: string; recipientBody: string; at: string; told: number }[];
  /** Every matter that was ever open, for what a change foretold of it. */
  matters: Matter[];
  changeNotices: { changeId: string; subjectId: string; template: string; person: string }[];
};

export type RecordedRound = {
  id: string;
  movementId: string;
  phaseId: string;
  state: RoundStateName;
  revision: number;
  planHash: string | null;
  openedAt: string | null;
  closed: boolean;
  snapshot: PersistedRound;
};
export type RoundTransition = {
  roundId: string;
  revision: number;
  type: RoundEventType;
  from: RoundStateName | null;
  to: RoundStateName;
  at: string;
  inboxId: string | null;
  actorId: string | null;
  as: RoleName | null;
};
export type Matter = {
  subjectId: string;
  key: string;
  dueAt: string;
  openedRevision: number;
  closedRevision: number | null;
  provisional: boolean;
};

/** Reads it within the caller's transaction. Throws when the database fails. */
export async function gatherRounds(sql: TransactionSql): Promise<RoundEvidence> {
  const [
    rounds,
    roundTransitions,
    plans,
    answers,
    registrations,
    covenants,
    handovers,
    reports,
    matters,
    changeNotices,
  ] = await Promise.all([
    sql<RecordedRound[]>`
      select id, movement_id as "movementId", phase_id as "phaseId", state, revision, plan_hash as "planHash", opened_at as "openedAt",
        closed_at is not null as closed, snapshot from rounds order by id`,
    sql<RoundTransition[]>`
      select t.subject_id as "roundId", t.revision, t.type, t.from_state as "from", t.to_state as "to", t.at, t.inbox_id as "inboxId",
        t.actor_id as "actorId", coalesce(t.as_role, i.as_role) as "as"
      from transitions t join rounds r on r.id = t.subject_id left join inbox i on i.id = t.inbox_id
      order by t.subject_id, t.revision`,
    sql<RoundEvidence['plans']>`
      select round_id as "roundId", version, content, hash, approved_revision is not null as approved from round_plans
      order by round_id, version`,
    sql<RoundEvidence['answers']>`
      select round_id as "roundId", unit_id as "unitId", takes_part as "takesPart", answered_at as at from round_units
      order by round_id, unit_id`,
    sql<RoundEvidence['registrations']>`
      select round_id as "roundId", unit_id as "unitId", count(*)::integer as count from registrations
      group by round_id, unit_id order by round_id, unit_id`,
    sql<RoundEvidence['covenants']>`
      select round_id as "roundId", unit_id as "unitId", kind, parties from covenants order by round_id, inbox_id`,
    sql<RoundEvidence['handovers']>`
      select round_id as "roundId", revision, stage, nominations, list_hash as "listHash", at from round_handovers
      order by round_id, revision`,
    sql<RoundEvidence['reports']>`
      select id, kind, due_on as "dueOn", recipient_body as "recipientBody", compiled_at as at,
        (select count(*) from outbox o where o.subject_id = r.id and o.template = 'report.ready' and o.status = 'sent')::integer as told
      from reports r order by due_on, id`,
    sql<Matter[]>`
      select subject_id as "subjectId", key, due_at as "dueAt", opened_revision as "openedRevision", closed_revision as "closedRevision",
        provisional from work_items order by id`,
    sql<RoundEvidence['changeNotices']>`
      select data ->> 'changeId' as "changeId", subject_id as "subjectId", template, recipient_person as person from outbox
      where data ? 'changeId' and channel = 'email' and template <> 'deadline.remind' order by id`,
  ]);
  return {
    rounds: rounds.map((row) => ({ ...row, openedAt: row.openedAt && iso(row.openedAt) })),
    roundTransitions: roundTransitions.map(instant),
    plans: [...plans],
    answers: answers.map(instant),
    registrations: [...registrations],
    covenants: [...covenants],
    handovers: handovers.map(instant),
    reports: reports.map(instant),
    matters: matters.map((row) => ({ ...row, dueAt: iso(row.dueAt) })),
    changeNotices: [...changeNotices],
  };
}

function instant<T extends { at: string }>(row: T): T {
  return { ...row, at: iso(row.at) };
}

function iso(at: string): string {
  return new Date(at).toISOString();
}
