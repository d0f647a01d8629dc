import type { ISql } from 'postgres';
import type { SubjectKind, ViolationCode, WarningCode } from '../../contract/texts/check.ts';
import type { OutboxStatus } from '../schema/outbox.ts';
import { placeGivenBack } from './unitPlaces.ts';

/** Searches of the whole record for what must never be: each one statement over sets, none row by row. */

/** Something found; `detail` holds ids, codes, numbers and instants, as text. */
export type Suspect<Code = ViolationCode | WarningCode> = {
  code: Code;
  kind: SubjectKind;
  id: string;
  detail: Record<string, string>;
};

export type CheckAt = {
  /** Programme instant of the check. */
  now: string;
  /** Programme instant before which whatever was due must have happened, unless it was set since the real instant below. */
  timersBefore: string;
  setBefore: string;
  /** Real instant before which whatever was received must have been delivered. */
  receivedBefore: string;
};

export type CheckCounts = {
  nominations: number;
  rounds: number;
  returns: number;
  appraisals: number;
  workItems: number;
  reminders: number;
  notices: number;
  changes: number;
};

type Search = (sql: ISql, at: CheckAt) => PromiseLike<readonly Found[]>;
type Found = Omit<Suspect, 'code'>;

/** Gives how much there is to look at. */
export async function checkCounts(sql: ISql): Promise<CheckCounts> {
  const [row] = await sql<CheckCounts[]>`
    select (select count(*)::integer from nominations where closed_at is null) as nominations,
      (select count(*)::integer from rounds where closed_at is null) as rounds,
      (select count(*)::integer from nominations where state = 'returned' and closed_at is null) as returns,
      (select count(*)::integer from nominations n, jsonb_array_elements(n.snapshot #> '{context,appraisals}') asked
        where n.state = 'appraisal' and not asked ? 'given') as appraisals,
      (select count(*)::integer from work_items where closed_at is null) as "workItems",
      (select count(*)::integer from reminders where sent_at is null) as reminders,
      (select count(*)::integer from outbox) as notices,
      (select count(*)::integer from changes) as changes`;
  if (!row) throw new Error('The counts gave no row');
  return row;
}

/** Gives everything the searches find in one view of the data. Run it in one read-only, repeatable-read transaction. */
export async function suspectsOf(sql: ISql, at: CheckAt): Promise<Suspect[]> {
  const found: Suspect[] = [];
  for (const [code, search] of Object.entries(searches) as [ViolationCode | WarningCode, Search][]) {
    for (const { kind, id, detail } of await search(sql, at)) found.push({ code, kind, id, detail });
  }
  return found;
}

const searches = {
  // Design rule 12: nothing waits without an owner.
  NO_WORK_ITEM: (sql) => sql<Found[]>`
    select kind, id, jsonb_build_object('state', state) as detail from (
      select 'nomination' as kind, id, state from nominations where closed_at is null
      union all select 'round', id, state from rounds where closed_at is null) subjects
    where not exists (select from work_items w where w.subject_id = subjects.id and w.closed_at is null) order by id`,

  WORK_ITEM_LEFT: (sql) => sql<Found[]>`
    select case when w.subject_id like '%/%' then 'round' else 'nomination' end as kind, w.subject_id as id,
      jsonb_build_object('key', w.key, 'queue', w.queue) as detail
    from work_items w
    where w.closed_at is null
      and not exists (select from nominations n where n.id = w.subject_id
        and (n.closed_at is null or n.snapshot ->> 'status' <> 'done'))
      and not exists (select from rounds r where r.id = w.subject_id
        and (r.closed_at is null or r.snapshot ->> 'status' <> 'done')) order by w.id`,

  REMINDER_LEFT: (sql) => sql<Found[]>`
    select case when w.subject_id like '%/%' then 'round' else 'nomination' end as kind, w.subject_id as id,
      jsonb_build_object('key', w.key, 'count', count(*)::text) as detail
    from reminders r join work_items w on w.id = r.work_item_id
    where r.sent_at is null and w.closed_at is not null group by w.id order by w.id`,

  // What was received and not delivered may keep a deadline waiting; that is told by ACT_UNDELIVERED when it lasts.
  // What is set to an instant in the past (retroactive dates, a launch before its letter) gets its time as well.
  TIMER_LATE: (sql, { timersBefore, setBefore }) => sql<Found[]>`
    select case when w.subject_id like '%/%' then 'round' else 'nomination' end as kind, w.subject_id as id,
      jsonb_build_object('key', w.key, 'nextEscalationAt', w.next_escalation_at) as detail
    from work_items w
    where w.closed_at is null and w.next_escalation_at < ${timersBefore}::timestamptz
      and not exists (select from inbox i where i.subject_id = w.subject_id and i.status = 'received')
      and not exists (select from transitions t where t.subject_id = w.subject_id and t.recorded_at > ${setBefore}::timestamptz)
    order by w.id`,

  // The rest of the projection is compared subject by subject; this of those that are over too, or it would hide an open one.
  STATE_DISAGREES: (sql) => sql<Found[]>`
    select kind, id, jsonb_build_object('field', 'closed', 'recorded', case when over then 'yes' else 'no' end,
      'expected', case when over then 'no' else 'yes' end) as detail from (
      select 'nomination' as kind, id, closed_at is not null as over, snapshot ->> 'status' = 'done' as done from nominations
      union all select 'round', id, closed_at is not null, snapshot ->> 'status' = 'done' from rounds) subjects
    where over <> done order by id`,

  RETURN_INCOMPLETE: (sql) => sql<Found[]>`
    select 'nomination' as kind, id, jsonb_build_object('missing', missing) as detail from (
      select id, unnest(array_remove(array[
        case when coalesce(jsonb_array_length(snapshot #> '{context,itemCodes}'), 0) = 0 then 'items' end,
        case when deadline_due_at is null then 'due' end], null)) as missing
      from nominations where state = 'returned' and closed_at is null) incomplete order by id, missing`,

  // The queue of each division that is waited for is compared with the machine's; here it is what was asked that is looked at.
  APPRAISAL_INCOMPLETE: (sql) => sql<Found[]>`
    select 'nomination' as kind, id, jsonb_build_object('division', coalesce(division, ''), 'missing', missing) as detail from (
      select n.id, asked ->> 'division' as division, unnest(array_remove(array[
        case when coalesce(asked ->> 'division', '') = '' then 'owner' end,
        case when coalesce(asked ->> 'dueAt', '') = '' then 'due' end], null)) as missing
      from nominations n, jsonb_array_elements(n.snapshot #> '{context,appraisals}') asked
      where n.state = 'appraisal' and not asked ? 'given') incomplete order by id, division, missing`,

  ROUND_UNKNOWN: (sql) => sql<Found[]>`
    select 'nomination' as kind, n.id, jsonb_build_object('round', n.round_id) as detail
    from nominations n left join rounds r on r.id = n.round_id
    where n.round_id is not null and r.id is null order by n.id`,

  ROUND_OVER: (sql) => sql<Found[]>`
    select 'nomination' as kind, n.id,
      jsonb_build_object('round', r.id, 'state', n.state, 'roundState', r.state) as detail
    from rounds r join nominations n on n.round_id = r.id
    where r.closed_at is not null and n.closed_at is null
      and not exists (select from inbox i where i.subject_id = n.id and i.status = 'received') order by n.id`,

  UNIT_CAP_EXCEEDED: (sql) => sql<Found[]>`
    select 'round' as kind, r.id, jsonb_build_object('unit', n.unit_id, 'recipients', n.nominee_kind,
      'count', count(*)::text, 'most', plan.most::text) as detail
    from rounds r
    cross join lateral (
      select key as kind, value::integer as most
      from jsonb_each_text(r.snapshot #> '{context,approved,nominationsPerUnit}')) plan
    join nominations n on n.round_id = r.id and n.nominee_kind = plan.kind
      and n.state <> all(${[...placeGivenBack]}::text[])
    group by r.id, n.unit_id, n.nominee_kind, plan.most having count(*) > plan.most
    order by r.id, n.unit_id, n.nominee_kind`,

  // A round is suspended with all its nominations, or none; their shares of the change may still be on their way.
  SUSPENSION_DISAGREES: (sql) => sql<Found[]>`
    select 'nomination' as kind, n.id, jsonb_build_object('round', r.id, 'roundState', r.state,
      'nomination', case when r.state = 'suspended' then 'running' else 'suspended' end) as detail
    from rounds r join nominations n on n.round_id = r.id
    where r.closed_at is null and n.closed_at is null
      and (r.state = 'suspended') <> (jsonb_typeof(n.snapshot #> '{context,suspension}') is not distinct from 'object')
      and not exists (select from inbox i where i.subject_id in (n.id, r.id) and i.status = 'received') order by n.id`,

  // Those behind it in the queue wait for it: the eldest of each subject is told.
  ACT_UNDELIVERED: (sql, { receivedBefore }) => sql<Found[]>`
    select 'act' as kind, id, detail from (
      select distinct on (subject_id) id::text, jsonb_build_object('subject', subject_id, 'type', type,
        'receivedAt', received_at, 'attempts', attempts::text, 'error', coalesce(last_error, '')) as detail
      from inbox where status = 'received' and received_at < ${receivedBefore}::timestamptz
      order by subject_id, received_at, id) eldest order by id`,

  CHANGE_SHARE_MISSING: (sql) => sql<Found[]>`
    select 'change' as kind, c.id, jsonb_build_object('subject', subject ->> 'id') as detail
    from changes c, jsonb_array_elements(c.preview -> 'subjects') subject
    where not exists (select from inbox i where i.change_id = c.id and i.subject_id = subject ->> 'id')
    order by c.id, subject ->> 'id'`,

  // One row of the timeline and one entry of the audit chain for each revision.
  COUNTS_DISAGREE: (sql) => sql<Found[]>`
    select case when id like '%/%' then 'round' else 'nomination' end as kind, id, jsonb_build_object(
      'revision', coalesce(max(revision), 0)::text, 'transitions', coalesce(max(transitions), 0)::text,
      'audited', coalesce(max(audited), 0)::text) as detail
    from (
      select id, revision, null::bigint as transitions, null::bigint as audited from nominations
      union all select id, revision, null, null from rounds
      union all select subject_id, null, count(*), null from transitions group by subject_id
      union all select subject_id, null, null, count(*) from audit_entries
        where kind in ('applied', 'deadline') and revision is not null group by subject_id) counted
    group by id
    having coalesce(max(revision), 0) <> coalesce(max(transitions), 0) or coalesce(max(revision), 0) <> coalesce(max(audited), 0)
    order by id`,

  NOBODY_HOLDS_QUEUE: (sql, at) => unheld(sql, at, 'queue'),
  NOBODY_TO_ESCALATE_TO: (sql, at) => unheld(sql, at, 'escalated_to'),

  REMINDER_LATE: (sql, { timersBefore, setBefore }) => sql<Found[]>`
    select case when w.subject_id like '%/%' then 'round' else 'nomination' end as kind, w.subject_id as id,
      jsonb_build_object('key', w.key, 'remindAt', min(r.remind_at)) as detail
    from reminders r join work_items w on w.id = r.work_item_id
    where r.sent_at is null and w.closed_at is null and r.remind_at < ${timersBefore}::timestamptz
      and not exists (select from transitions t where t.subject_id = w.subject_id and t.recorded_at > ${setBefore}::timestamptz)
    group by w.id order by w.id`,

  NOTICES_DEAD: (sql) => undelivered(sql, 'dead'),
  NOTICES_BOUNCED: (sql) => undelivered(sql, 'bounced'),
} as const satisfies Partial<Record<ViolationCode | WarningCode, Search>>;

/** Told once for all of them, by the eldest: their recipients do not know what they should. */
function undelivered(sql: ISql, status: OutboxStatus): PromiseLike<readonly Found[]> {
  return sql<Found[]>`
    select 'notice' as kind, (array_agg(id order by created_at, id))[1]::text as id, jsonb_build_object('count', count(*)::text) as detail
    from outbox where status = ${status} and read_at is null
      and (channel <> 'webhook' or exists (select from webhooks w where w.id = recipient_person and w.active))
    having count(*) > 0`;
}

/** Queues in which something waits and that nobody holds at this instant, with who can appoint somebody. */
function unheld(sql: ISql, { now }: CheckAt, column: 'queue' | 'escalated_to'): PromiseLike<readonly Found[]> {
  return sql<Found[]>`
    with held as (
      select role || '@' || body_id as queue, role, person_id from role_assignments
      where valid_from <= ${now}::timestamptz and (valid_to is null or valid_to > ${now}::timestamptz)
    )
    select 'queue' as kind, w.queue as id, jsonb_build_object('queue', w.queue, 'count', count(*)::text,
      'example', min(w.subject_id), 'administrators', coalesce((
        select string_agg(distinct p.name || ' (' || p.id || ')', ', ') from held join people p on p.id = held.person_id
        where held.role = 'administrator'), '')) as detail
    from (select ${sql(column)} as queue, subject_id from work_items where closed_at is null and ${sql(column)} is not null) w
    where not exists (select from held where held.queue = w.queue)
    group by w.queue order by w.queue`;
}
