import type { ISql } from 'postgres';
import type { StateName } from '../../../contract/states.ts';
import { terminalStates } from '../../../contract/states.ts';
import type { Finding } from './finding.ts';
import { findings } from './finding.ts';

/** Checks the record against itself: transitions without gap or double, acts and transitions one to one, projection, work, notices. */
export async function checkRecord(sql: ISql): Promise<Finding[]> {
  const ended: readonly StateName[] = terminalStates;
  // What nobody does.
  const season = ['deadline.pass', 'round.begin', 'stage.complete', 'movement.stall'];
  const queries: [rule: string, rows: Promise<readonly object[]>][] = [
    [
      'revisions of a nomination run 1 … n, each once',
      sql`select subject_id, count(*)::int, count(distinct revision)::int as kinds, min(revision), max(revision) from transitions
        group by 1 having min(revision) <> 1 or max(revision) <> count(*) or count(distinct revision) <> count(*)`,
    ],
    [
      'each transition starts where the one before it ended',
      sql`select * from (select subject_id, revision, type, from_state,
          lag(to_state) over (partition by subject_id order by revision) as before from transitions) t
        where from_state is distinct from before`,
    ],
    [
      'nothing follows an end',
      sql`select t.subject_id, t.revision, t.from_state from transitions t where t.from_state = any(${ended as string[]})`,
    ],
    [
      'an applied act has exactly one transition, and that says the same',
      sql`select i.id, i.type, i.applied_revision, i.answer, count(t.*)::int as transitions
        from inbox i left join transitions t on t.inbox_id = i.id
        where i.status = 'applied' group by i.id
        having count(t.*) <> 1 or bool_or((t.subject_id, t.revision, t.type, t.to_state, t.actor_id)
          is distinct from (i.subject_id, i.applied_revision, i.type, i.answer ->> 'state', i.actor_id))`,
    ],
    [
      'a transition by a person has its applied act, one by a timer or the season has none',
      sql`select t.subject_id, t.revision, t.type, t.inbox_id from transitions t
        left join inbox i on i.id = t.inbox_id and i.status = 'applied'
        where (t.type = any(${season})) <> (t.inbox_id is null) or (t.inbox_id is not null and i.id is null)`,
    ],
    [
      'the projection is the last transition',
      sql`select n.id, n.state, n.revision, n.snapshot #>> '{context,revision}' as snapshot, t.to_state, t.revision as last
        from (select id, state, revision, snapshot from nominations union all select id, state, revision, snapshot from rounds) n
        left join lateral (select * from transitions t where t.subject_id = n.id order by revision desc limit 1) t on true
        where (n.state, n.revision, n.snapshot #>> '{context,revision}') is distinct from (t.to_state, t.revision, t.revision::text)`,
    ],
    [
      'everything opened or begun has a projection',
      sql`select distinct subject_id from transitions t where not exists (select from nominations n where n.id = t.subject_id)
        and not exists (select from rounds r where r.id = t.subject_id)`,
    ],
    [
      'an open nomination waits for somebody, an ended one for nobody',
      sql`select n.id, n.state, count(w.*)::int as items from nominations n
        left join work_items w on w.subject_id = n.id and w.closed_at is null
        group by n.id having (n.state = any(${ended as string[]})) <> (count(w.*) = 0)`,
    ],
    [
      'each form handed in and applied is one version of the dossier',
      sql`select t.subject_id, t.revision, count(d.*)::int as versions from transitions t
        left join dossiers d on d.nomination_id = t.subject_id and d.revision = t.revision
        where t.type in ('nomination.open', 'draft.amend', 'supplement.submit')
        group by 1, 2 having count(d.*) <> 1`,
    ],
    [
      'one notice for each event, template and person',
      sql`select subject_id, revision, template, channel, recipient_person, count(*)::int from outbox
        where template <> 'deadline.remind' group by 1, 2, 3, 4, 5 having count(*) > 1`,
    ],
    [
      'each notice belongs to a transition',
      sql`select o.id, o.subject_id, o.revision from outbox o
        left join transitions t on t.subject_id = o.subject_id and t.revision = o.revision where t.revision is null`,
    ],
  ];
  return (await Promise.all(queries.map(async ([rule, rows]) => findings(rule, await rows)))).flat();
}
