import type { WorkItem } from '../contract/nomination.ts';
import type { Queue, RecipientName } from '../contract/roles.ts';
import { queueOf } from '../contract/roles.ts';
import type { RoundContext, StageCounts } from '../contract/round.ts';
import { roundParts } from '../contract/round.ts';
import type { MovementPlan } from '../contract/roundActs.ts';
import type { Store } from './connect.ts';
import type { Found } from './nominationFacts.ts';
import type { OutboxRow } from './outbox.ts';

type Body = { reason?: string; unit?: string; takesPart?: boolean; parties?: string[]; nominees?: { name: string }[] };
type Item = WorkItem & { ownerName: string | null };
type Facts = {
  context: RoundContext | null;
  plan: MovementPlan | null;
  counts: StageCounts | null;
  programme_title: string | null;
  movement_title: string | null;
  phase_name: string | null;
  in_charge: string | null;
  body: Body | null;
  acting_unit: string | null;
  actor_name: string | null;
  items: Item[] | null;
  held: Queue[] | null;
};

/** Gives what the record tells of a notice's round: movement, plan as it stood, unit that acted, counts handed on. */
export async function roundFacts(store: Store, row: OutboxRow): Promise<Found> {
  const [facts] = await store.sql<Facts[]>`
    select r.snapshot -> 'context' as context,
      (select content from round_plans v where v.round_id = r.id and v.submitted_revision <= ${row.revision}
        order by (v.approved_revision is not null) desc, version desc limit 1) as plan,
      (select counts from round_handovers h where h.round_id = r.id and h.revision = ${row.revision}) as counts,
      coalesce(p.definition #>> '{title,value}', p.definition #>> '{document,number,value}', p.id) as programme_title,
      jsonb_path_query_first(p.definition, '$.movements[*] ? (@.id == $id).title.value',
        jsonb_build_object('id', r.movement_id)) #>> '{}' as movement_title,
      jsonb_path_query_first(p.definition, '$.phases[*] ? (@.id == $id).name',
        jsonb_build_object('id', r.phase_id)) #>> '{}' as phase_name,
      (select name from bodies where id = r.snapshot #>> '{context,bodies,inCharge}') as in_charge,
      i.body, (select name from bodies where id = i.body ->> 'unit') as acting_unit,
      (select name from people where id = t.actor_id) as actor_name,
      (select jsonb_agg(jsonb_build_object('key', w.key, 'queue', w.queue, 'dueAt', w.due_at, 'level', w.level,
          'nextEscalationAt', w.next_escalation_at, 'escalatedTo', w.escalated_to,
          'ownerName', (select name from bodies where id = split_part(w.queue, '@', 2))) order by w.id)
        from work_items w where w.subject_id = r.id and w.opened_revision <= ${row.revision}
          and (w.closed_revision is null or w.closed_revision > ${row.revision})) as items,
      (select jsonb_agg(a.role || '@' || a.body_id) from role_assignments a
        where a.person_id = ${row.recipientPerson} and a.valid_from <= ${row.data.at}::timestamptz
          and (a.valid_to is null or a.valid_to > ${row.data.at}::timestamptz)) as held
    from rounds r
    left join programme_versions p on p.ref = r.programme_ref
    left join transitions t on t.subject_id = r.id and t.revision = ${row.revision} and t.type = ${row.data.type}
    left join inbox i on i.id = t.inbox_id
    where r.id = ${row.subjectId}`;
  const body = facts?.body ?? {};
  const plan = facts?.plan;
  const items = facts?.items ?? [];
  return {
    about: 'round',
    roundId: row.subjectId,
    movementTitle: facts?.movement_title ?? roundParts(row.subjectId)?.movementId,
    phaseName: facts?.phase_name,
    programmeTitle: facts?.programme_title,
    bodyInCharge: facts?.in_charge,
    unitName: facts?.acting_unit ?? body.unit,
    actorName: facts?.actor_name,
    owner: ownersOf(items, row.data.deadline?.name),
    reason: body.reason,
    takesPart: body.takesPart === undefined ? undefined : body.takesPart ? 'yes' : 'no',
    nominees: body.nominees && String(body.nominees.length),
    parties: body.parties,
    criteria: plan?.criteria.map(({ text }) => text),
    mostCollective: plan?.nominationsPerUnit?.collective?.toString(),
    mostIndividual: plan?.nominationsPerUnit?.individual?.toString(),
    awardForm: plan?.awardForm,
    ...(facts ? datesOf(facts) : {}),
    counts: facts?.counts,
    to: facts ? relationsOf(row, facts) : undefined,
  };
}

/**
 * Bodies by name, each once, whose duty the told deadline is: while the units are asked to answer, whoever watches over the
 * window has a matter too. A change or a suspension may tell of a deadline nobody has a matter of any more; then all are.
 */
function ownersOf(items: Item[], told: string | undefined): string[] {
  const own = items.filter(({ key }) => key !== 'stalled' && key.startsWith('answer:') === (told === 'answer'));
  return [...new Set((own.length > 0 ? own : items).map(({ ownerName, queue }) => ownerName ?? queue))];
}

/**
 * The season's dates as they now stand: the approved plan's, which changes and suspensions move, or those of the plan as
 * submitted. The end is that of the unit the recipient speaks for, which may have one of its own; of several the first to come.
 */
function datesOf({ plan, context, held }: Facts): Found {
  const approved = context?.approved;
  if (!approved) {
    return {
      opensOn: plan?.opensOn,
      windowFrom: plan?.window.from,
      windowTo: plan?.window.to,
      answerBy: plan?.answerBy,
    };
  }
  const { bodies, unitWindows } = context;
  const ends = bodies.units
    .filter((unit) => speaksFor(unit, held))
    .map((unit) => unitWindows[unit] ?? approved.closesAt);
  return {
    opensOn: approved.opensAt,
    windowFrom: approved.nominationsFrom,
    windowTo: ends.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? approved.closesAt,
    answerBy: approved.answerBy,
  };
}

function speaksFor(unit: string, held: Queue[] | null): boolean {
  return [queueOf('unitClerk', unit), queueOf('unitHead', unit)].some((queue) => held?.includes(queue));
}

/** What the recipient is to the round, by the queues held when it happened. */
function relationsOf({ data }: OutboxRow, { context, items, held }: Facts): RecipientName[] {
  if (!context) return [];
  const { bodies, answers } = context;
  const has = (...queues: Queue[]) => queues.some((queue) => held?.includes(queue));
  const ofUnit = (unit: string) => speaksFor(unit, held);
  const holds: Partial<Record<RecipientName, boolean>> = {
    bodyInCharge: has(queueOf('reviewer', bodies.inCharge)),
    standingBody: has(queueOf('councilSecretary', bodies.standingBody)),
    approvingAuthority: bodies.authorities.slice(0, 1).some((body) => has(queueOf('approvingAuthority', body))),
    nextTier: bodies.authorities.slice(1, 2).some((body) => has(queueOf('approvingAuthority', body))),
    currentOwner: (items ?? []).some(({ queue }) => has(queue)),
    escalation: (items ?? []).some(({ escalatedTo }) => escalatedTo !== null && has(escalatedTo)),
    units: bodies.units.some(ofUnit),
    unansweredUnits: bodies.units.some(
      (unit) => ofUnit(unit) && !(answers[unit] && Date.parse(answers[unit].at) <= Date.parse(data.at)),
    ),
  };
  return (Object.keys(holds) as RecipientName[]).filter((name) => holds[name]);
}
