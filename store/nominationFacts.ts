import type { NominationContext, WorkItem } from '../contract/nomination.ts';
import type { Queue, RecipientName } from '../contract/roles.ts';
import { recipientNames } from '../contract/roles.ts';
import type { NoticeValues } from '../contract/texts/notices/shape.ts';
import type { Store } from './connect.ts';
import type { OutboxRow } from './outbox.ts';
import { recipientsOf } from './recipients.ts';

type Body = Partial<Record<'reason' | 'ground' | 'decisionNumber' | 'decisionDate' | 'dueOn', string>> & {
  items?: { code: string; text: string }[];
};
type Facts = {
  context: NominationContext | null;
  nominee_name: string | null;
  unit_name: string | null;
  programme_title: string | null;
  movement_title: string | null;
  body: Body | null;
  actor_name: string | null;
  items: (WorkItem & { ownerName: string | null })[] | null;
  held: Queue[] | null;
};

/** What a fact may be while it is gathered; empty ones are left out at the end. */
export type Found = { [K in keyof NoticeValues]: NoticeValues[K] | null | undefined };

/** Gives what the record tells of a notice's nomination. */
export async function nominationFacts(store: Store, row: OutboxRow): Promise<Found> {
  const [facts] = await store.sql<Facts[]>`
    select n.snapshot -> 'context' as context,
      coalesce(
        (select name from nominees where kind = n.nominee_kind and id = n.nominee_id),
        (select content ->> 'nomineeName' from dossiers d
          where d.nomination_id = n.id and d.revision <= ${row.revision} order by version desc limit 1)) as nominee_name,
      (select name from bodies where id = n.unit_id) as unit_name,
      coalesce(p.definition #>> '{title,value}', p.definition #>> '{document,number,value}', p.id) as programme_title,
      jsonb_path_query_first(p.definition, '$.movements[*] ? (@.id == $id).title.value',
        jsonb_build_object('id', n.movement_id)) #>> '{}' as movement_title,
      i.body, (select name from people where id = t.actor_id) as actor_name,
      (select jsonb_agg(jsonb_build_object('key', w.key, 'queue', w.queue, 'dueAt', w.due_at, 'level', w.level,
          'nextEscalationAt', w.next_escalation_at, 'escalatedTo', w.escalated_to,
          'ownerName', (select name from bodies where id = split_part(w.queue, '@', 2))) order by w.id)
        from work_items w where w.subject_id = n.id and w.opened_revision <= ${row.revision}
          and (w.closed_revision is null or w.closed_revision > ${row.revision})) as items,
      (select jsonb_agg(r.role || '@' || r.body_id) from role_assignments r
        where r.person_id = ${row.recipientPerson} and r.valid_from <= ${row.data.at}::timestamptz
          and (r.valid_to is null or r.valid_to > ${row.data.at}::timestamptz)) as held
    from nominations n
    left join programme_versions p on p.ref = n.programme_ref
    left join transitions t on t.subject_id = n.id and t.revision = ${row.revision} and t.type = ${row.data.type}
    left join inbox i on i.id = t.inbox_id
    where n.id = ${row.subjectId}`;
  const body = facts?.body ?? {};
  const context = facts?.context;
  const owners = new Set((facts?.items ?? []).map((item) => item.ownerName ?? item.queue));
  return {
    nominationId: row.subjectId,
    nomineeName: facts?.nominee_name,
    unitName: facts?.unit_name,
    programmeTitle: facts?.programme_title,
    movementTitle: facts?.movement_title,
    actorName: facts?.actor_name,
    owner: [...owners],
    reason: body.reason,
    items: body.items,
    ground: body.ground ?? context?.hold?.ground ?? context?.refusalGround,
    decisionNumber: body.decisionNumber || context?.decision?.number,
    decisionDate: body.decisionDate ?? context?.decision?.date,
    to: facts ? relationsOf(row, facts) : undefined,
  };
}

/** What the recipient is to the nomination, by the queues held when it happened: decides which task the text gives. */
function relationsOf(row: OutboxRow, { context, items, held }: Facts): RecipientName[] {
  const isNominee = row.data.nominee !== undefined && row.recipientPerson === row.data.nominee.id;
  return recipientNames.filter((name) => {
    if (name === 'nominee') return isNominee;
    if (!context) return false;
    return recipientsOf(name, context, items ?? []).queues.some((queue) => held?.includes(queue));
  });
}
