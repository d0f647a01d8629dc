import type { Sql } from 'postgres';

/** A row outside the chain that no longer says what the chain says. */
export type Divergence = {
  table: 'inbox' | 'transitions' | 'nominations' | 'rounds';
  /** Inbox id, or the subject's id and revision. */
  row: string;
  /** Real instant of the audit entry that tells otherwise. */
  at: string;
};

/**
 * Compares receipts, timeline and projection with the audit chain: finds what somebody changed, removed or added by hand.
 * The chain itself is `verifyChain`'s matter. With `chain`, one programme's rows only.
 */
export async function compareWithChain(sql: Sql, chain: string | null = null): Promise<Divergence[]> {
  const rows = await sql<Divergence[]>`
    with entries as (
      select * from audit_entries where ${chain}::text is null or chain = ${chain}
    ), last_entry as (
      select distinct on (subject_id) * from entries where kind in ('applied', 'deadline') order by subject_id, revision desc
    )
    select 'inbox' as table, e.entry ->> 'inboxId' as row, e.at
    from entries e left join inbox i on i.id = (e.entry ->> 'inboxId')::uuid
    where e.kind = 'received' and (i.subject_id, i.actor_id, i.type, i.as_role, i.received_at)
      is distinct from (e.subject_id, e.actor_id, e.entry ->> 'type', e.entry ->> 'as', e.at)
    union all
    select 'transitions', e.subject_id || ' ' || e.revision, e.at
    from entries e left join transitions t on t.subject_id = e.subject_id and t.revision = e.revision
    where e.kind in ('applied', 'deadline') and (t.type, t.from_state, t.to_state, t.at, t.inbox_id, t.actor_id, t.recorded_at)
      is distinct from (e.entry #>> '{event,type}', e.entry ->> 'from', e.entry ->> 'to', (e.entry #>> '{event,at}')::timestamptz,
        (e.entry ->> 'inboxId')::uuid, e.actor_id, e.at)
    union all
    select 'transitions', t.subject_id || ' ' || t.revision, t.recorded_at
    from transitions t join (select id, programme_id from nominations union all select id, programme_id from rounds) s
      on s.id = t.subject_id
    where (${chain}::text is null or s.programme_id = ${chain})
      and not exists (select from entries e where e.subject_id = t.subject_id and e.revision = t.revision)
    union all
    select 'nominations', e.subject_id || ' ' || e.revision, e.at
    from last_entry e left join nominations n on n.id = e.subject_id
    left join entries award on award.subject_id = e.subject_id and award.entry #>> '{event,type}' = 'authority.award'
      and award.revision = (select max(a.revision) from entries a
        where a.subject_id = e.subject_id and a.entry #>> '{event,type}' = 'authority.award')
    where e.subject_id not like '%/%' and ((n.state, n.revision) is distinct from (e.entry ->> 'to', e.revision)
      or (n.decision_number is not null and n.decision_number is distinct from award.entry #>> '{event,decisionNumber}'))
    union all
    select 'rounds', e.subject_id || ' ' || e.revision, e.at
    from last_entry e left join rounds r on r.id = e.subject_id
    where e.subject_id like '%/%' and (r.state, r.revision) is distinct from (e.entry ->> 'to', e.revision)`;
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}
