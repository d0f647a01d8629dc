import type { ISql } from 'postgres';
import type { ChangePreview } from '../../../contract/changes.ts';
import type { Finding } from './finding.ts';
import { findings } from './finding.ts';

/** A change somebody was told is kept, and the preview they had seen. */
export type Kept = { changeId: string; hash: string };

/**
 * Checks every applied change against what it foretold: each subject named got its share and no other did, each share was
 * applied exactly once, to the revision and into the state foretold; and who was told, with which deadline.
 */
export async function checkChanges(sql: ISql, kept: readonly Kept[]): Promise<Finding[]> {
  const changes = await sql<
    { id: string; hash: string; preview: ChangePreview }[]
  >`select id, hash, preview from changes`;
  const byId = new Map(changes.map((change) => [change.id, change]));
  const queries: [rule: string, rows: Promise<readonly object[]>][] = [
    [
      'each share of a change is applied exactly once',
      sql`select s.change, s.id, count(distinct i.id)::int as shares, count(t.*)::int as applied
        from (select c.id as change, s ->> 'id' as id from changes c, jsonb_array_elements(c.preview -> 'subjects') s) s
        left join inbox i on i.change_id = s.change and i.subject_id = s.id
        left join transitions t on t.inbox_id = i.id
        group by 1, 2 having count(distinct i.id) <> 1 or count(t.*) <> 1`,
    ],
    [
      'a change touches nothing it did not foretell',
      sql`select i.change_id, i.subject_id from inbox i where i.change_id is not null and not exists (
        select from changes c, jsonb_array_elements(c.preview -> 'subjects') s
        where c.id = i.change_id and s ->> 'id' = i.subject_id)`,
    ],
    [
      'a change finds and leaves the states it foretold',
      sql`select c.id, t.subject_id, t.revision, t.from_state, t.to_state, s -> 'revision' as foretold, s -> 'state' as states
        from changes c cross join jsonb_array_elements(c.preview -> 'subjects') s
        join inbox i on i.change_id = c.id and i.subject_id = s ->> 'id' join transitions t on t.inbox_id = i.id
        where (t.revision, t.from_state, t.to_state) is distinct from
          ((s ->> 'revision')::int + 1, s #>> '{state,from}', s #>> '{state,to}')`,
    ],
    [
      'a subject that has not gone on since has the deadlines foretold',
      sql`select c.id, n.id as subject, d.* from changes c cross join jsonb_array_elements(c.preview -> 'subjects') s
        cross join jsonb_to_recordset(s -> 'deadlines') as d(name text, "to" text)
        join nominations n on n.id = s ->> 'id' and n.revision = (s ->> 'revision')::int + 1
        where d.name = n.snapshot #>> '{context,deadline,name}' and d."to" is distinct from n.snapshot #>> '{context,deadline,dueAt}'`,
    ],
    [
      'and wakes when foretold',
      sql`select c.id, n.id as subject, n.at, s -> 'timer' as timer from changes c
        cross join jsonb_array_elements(c.preview -> 'subjects') s
        join (select id, revision, deadline_wake_at as at from nominations union all select id, revision, wake_at from rounds) n
          on n.id = s ->> 'id' and n.revision = (s ->> 'revision')::int + 1
        where n.at is distinct from (s #>> '{timer,to}')::timestamptz`,
    ],
    [
      'a change tells of the deadline it foretold',
      sql`select distinct c.id, o.subject_id, o.data -> 'deadline' as told, d.* from changes c
        cross join jsonb_array_elements(c.preview -> 'subjects') s
        cross join jsonb_to_recordset(s -> 'deadlines') as d(name text, "to" text, unit text)
        join outbox o on o.subject_id = s ->> 'id' and o.revision = (s ->> 'revision')::int + 1
        where s ->> 'kind' = 'nomination' and d.unit is null and d."to" is not null and s #>> '{state,to}' <> 'onHold'
          and o.data ->> 'changeId' = c.id and o.data #>> '{deadline,name}' = d.name and o.data #>> '{deadline,dueAt}' <> d."to"`,
    ],
    [
      'a change tells exactly those it foretold',
      sql`with foretold as (
          select c.id as change, s ->> 'id' as subject, p.template, p."personId" as person from changes c
          cross join jsonb_array_elements(c.preview -> 'subjects') s
          cross join jsonb_to_recordset(s -> 'notices') as p(template text, "personId" text)
        ), told as (
          select o.batch_id as change, o.subject_id as subject, o.template, o.recipient_person as person from outbox o
          join changes c on c.id = o.batch_id where o.channel = 'email'
        )
        select 'not told' as how, * from (select * from foretold except all select * from told) missing
        union all select 'not foretold', * from (select * from told except all select * from foretold) more`,
    ],
  ];
  const found = await Promise.all(queries.map(async ([rule, rows]) => findings(rule, await rows)));
  return [
    ...found.flat(),
    ...findings(
      'a change somebody was told is kept is on record, by the hash they saw',
      kept.filter(({ changeId, hash }) => byId.get(changeId)?.hash !== hash),
    ),
  ];
}

/** Gives how many changes there are, and how many shares they had. */
export async function countChanges(sql: ISql): Promise<{ changes: number; shares: number; rounds: number }> {
  const [row] = await sql<{ changes: number; shares: number; rounds: number }[]>`
    select (select count(*)::int from changes) as changes, (select count(*)::int from rounds) as rounds,
      (select count(*)::int from inbox where change_id is not null) as shares`;
  return row ?? { changes: 0, shares: 0, rounds: 0 };
}
