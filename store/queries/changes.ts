import type { ISql } from 'postgres';
import type { ChangeScope } from '../../contract/changeSpec.ts';
import type { ChangedSubject, ChangePreview, ChangeProgress } from '../../contract/changes.ts';
import type { PersistedNomination } from '../../contract/nomination.ts';
import type { RoleName } from '../../contract/roles.ts';
import type { PersistedRound } from '../../contract/round.ts';
import type { RoundStateName } from '../../contract/roundStates.ts';
import type { RecipientKind, StateName } from '../../contract/states.ts';
import type { Store } from '../connect.ts';

/** A nomination or a round in the scope of a change, with the machine's snapshot. */
type Scoped<S, P> = {
  id: string;
  programmeId: string;
  programmeRef: string;
  movementId: string;
  revision: number;
  state: S;
  snapshot: P;
};
export type ScopedNomination = Scoped<StateName, PersistedNomination> & { roundId: string | null; unitId: string };
export type ScopedRound = Scoped<RoundStateName, PersistedRound>;

/**
 * Gives the nominations in the scope, by id. Those that are over are left out, but for one named itself. Waiting for a
 * person: the person holds the queue of an open matter at the programme instant.
 */
export async function nominationsIn(sql: ISql, scope: ChangeScope, at: string): Promise<ScopedNomination[]> {
  const nominationId = 'nominationId' in scope ? scope.nominationId : null;
  const roundId = 'roundId' in scope ? scope.roundId : null;
  const unitId = 'roundId' in scope ? (scope.unitId ?? null) : null;
  const personId = 'roundId' in scope ? (scope.personId ?? null) : null;
  const programmeId = 'programmeId' in scope ? scope.programmeId : null;
  return sql<ScopedNomination[]>`
    select n.id, n.programme_id as "programmeId", n.programme_ref as "programmeRef", n.movement_id as "movementId",
      n.round_id as "roundId", n.unit_id as "unitId", n.revision, n.state, n.snapshot
    from nominations n
    where (n.id = ${nominationId}
        or (n.closed_at is null and (n.round_id = ${roundId} or n.programme_id = ${programmeId})))
      and (${unitId}::text is null or n.unit_id = ${unitId})
      and (${personId}::text is null or exists (
        select from work_items w join role_assignments held on w.queue = held.role || '@' || held.body_id
        where w.subject_id = n.id and w.closed_at is null and held.person_id = ${personId}
          and held.valid_from <= ${at} and (held.valid_to is null or held.valid_to > ${at})))
    order by n.id collate "C"`;
}

/** Gives the rounds that the scope is of as a whole, or of a unit of which it is; by id. Of a programme: those not over. */
export async function roundsIn(sql: ISql, scope: ChangeScope): Promise<ScopedRound[]> {
  const roundId = 'roundId' in scope && scope.personId === undefined ? scope.roundId : null;
  const programmeId = 'programmeId' in scope ? scope.programmeId : null;
  return sql<ScopedRound[]>`
    select id, programme_id as "programmeId", programme_ref as "programmeRef", movement_id as "movementId", revision, state, snapshot
    from rounds where id = ${roundId} or (programme_id = ${programmeId} and closed_at is null) order by id collate "C"`;
}

/** A queue or a nominee to whom a subject's notice of a template would go. */
export type AskedQueue = { subjectId: string; template: string; role: string; body: string };
export type AskedNominee = { subjectId: string; template: string; kind: RecipientKind; nomineeId: string };
export type Told = { subjectId: string; template: string; personId: string; personName: string };

/**
 * Gives who would be told, as `write_notices` chooses them: whoever holds a queue at the programme instant, nominees with an
 * address, and not the person who acts, unless nobody else is there to be told.
 */
export async function toldPeople(
  sql: ISql,
  asked: { queues: AskedQueue[]; nominees: AskedNominee[] },
  actorId: string,
  at: string,
): Promise<Told[]> {
  return sql<Told[]>`
    with found as (
      select asked."subjectId", asked.template, person.id, person.name
      from jsonb_to_recordset(${JSON.stringify(asked.queues)}::jsonb)
        as asked("subjectId" text, template text, role text, body text)
      join role_assignments held on held.role = asked.role and held.body_id = asked.body
        and held.valid_from <= ${at} and (held.valid_to is null or held.valid_to > ${at})
      join people person on person.id = held.person_id
      union
      select asked."subjectId", asked.template, nominee.id, nominee.name
      from jsonb_to_recordset(${JSON.stringify(asked.nominees)}::jsonb)
        as asked("subjectId" text, template text, kind text, "nomineeId" text)
      join nominees nominee on nominee.kind = asked.kind and nominee.id = asked."nomineeId" and nominee.email is not null
    ),
    chosen as (
      select distinct on ("subjectId", template, id) found.*,
        bool_or(id is distinct from ${actorId}) over (partition by "subjectId", template) as others
      from found order by "subjectId", template, id, name
    )
    select "subjectId", template, id as "personId", name as "personName" from chosen
    where id is distinct from ${actorId} or not others
    order by "subjectId" collate "C", template, id collate "C"`;
}

/** Gives how many changes have been kept for each of these subjects, whatever became of their shares. */
export async function changesKept(sql: ISql, subjects: string[]): Promise<Map<string, number>> {
  const rows = await sql<{ id: string; count: number }[]>`
    select subject_id as id, count(*)::integer as count from inbox
    where subject_id = any(${subjects}::text[]) and change_id is not null group by subject_id`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** Gives what was foretold of an applied change; null when there is no such change. */
export async function keptPreview(sql: ISql, id: string): Promise<ChangePreview | null> {
  const [row] = await sql<{ preview: ChangePreview }[]>`select preview from changes where id = ${id}`;
  return row?.preview ?? null;
}

/** An applied change as it was asked for, with how far it has got. */
export type ChangeRow = Omit<ChangeProgress, 'changeId' | 'waiting'> & {
  id: string;
  as: RoleName;
  holdNotices: boolean;
};

/** Gives applied changes with how far they have got, the latest first: all, a programme's, or the one of that id. */
export async function changeRows(sql: ISql, filter: { id?: string; programmeId?: string } = {}): Promise<ChangeRow[]> {
  const rows = await sql<ChangeRow[]>`
    select c.id, c.applied_at as "appliedAt", c.actor_id as by, c.reason, c.spec, c.hash, c.as_role as "as", c.hold_notices as "holdNotices",
      shares.total, shares.applied, shares.refused
    from changes c cross join lateral (
      select count(*)::integer as total, count(applied_revision)::integer as applied,
        (count(*) filter (where status = 'refused'))::integer as refused
      from inbox where change_id = c.id) shares
    where (${filter.id ?? null}::text is null or c.id = ${filter.id ?? null})
      and (${filter.programmeId ?? null}::text is null or c.programme_id = ${filter.programmeId ?? null})
    order by c.applied_at desc, c.id`;
  return rows.map((row) => ({ ...row, appliedAt: new Date(row.appliedAt).toISOString() }));
}

/** Gives what the applied changes did to the subject, by the change's id; those that did nothing to it are left out. */
export async function doneByChanges(
  store: Store,
  subjectId: string,
  changeIds: string[],
): Promise<Map<string, ChangedSubject>> {
  if (changeIds.length === 0) return new Map();
  const rows = await store.sql<{ id: string; subject: ChangedSubject }[]>`
    select c.id, subject from changes c, jsonb_array_elements(c.preview -> 'subjects') subject
    where c.id = any(${changeIds}) and subject ->> 'id' = ${subjectId}`;
  return new Map(rows.map(({ id, subject }) => [id, subject]));
}
