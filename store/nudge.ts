import { localDay } from '../contract/calendarDay.ts';
import type { Queue, RoleHeld, RoleName } from '../contract/roles.ts';
import { appendAudit } from './audit/append.ts';
import type { Store } from './connect.ts';
import { holdersOf } from './directory.ts';
import { uuidV7 } from './ids.ts';
import { installationChain } from './schema/audit.ts';

/** One open matter a nudge lists. */
export type NudgedMatter = {
  subjectId: string;
  key: string;
  queue: Queue;
  openedAt: string;
  dueAt: string;
  overdue: boolean;
};

/** What a notice `progress.nudge` is made from, in `outbox.data` beside the members every notice has. */
export type NudgeNoticeFacts = {
  by: string;
  byName: string;
  as: RoleName;
  message: string | null;
  matters: NudgedMatter[];
};

export type NudgeRequest = {
  by: { personId: string; name: string; roles: RoleHeld[] };
  message: string | null;
  /** Programme instant. */
  at: string;
  mailDomain?: string;
};

/** What came of it for one person. A refusal changed nothing. */
export type NudgeOutcome =
  | { kind: 'nudged'; personId: string; name: string; matters: NudgedMatter[] }
  /** Once a local day: the reader must not be told of the same work by everybody. */
  | { kind: 'alreadyNudged'; personId: string; name: string; by: string; at: string }
  | { kind: 'nothingOpen'; personId: string; name: string }
  | { kind: 'notYours'; personId: string; name: string }
  | { kind: 'yourself'; personId: string; name: string };

type MatterRow = NudgedMatter & { standingBody: string | null; authorities: string[] | null };

/** Gives the people a nudge of the queue goes to. Throws RangeError when it is not a queue's name. */
export async function nudgeable(store: Store, queue: Queue, at: string): Promise<{ id: string; name: string }[]> {
  return holdersOf(store, queue, at);
}

/**
 * Writes one notice to the person, listing what is open for them and may be chased by whoever nudges; audited. The database
 * allows one a person and local day, also when two people nudge at the same moment.
 */
export async function nudge(
  store: Store,
  person: { id: string; name: string },
  request: NudgeRequest,
): Promise<NudgeOutcome> {
  const about = { personId: person.id, name: person.name };
  const { by, at, message } = request;
  if (by.personId === person.id) return { kind: 'yourself', ...about };
  const open = await openMattersOf(store, person.id, at);
  if (open.length === 0) return { kind: 'nothingOpen', ...about };
  const chased = open.flatMap((matter) => {
    const as = capacityFor(by.roles, matter);
    const { standingBody: _, authorities: __, ...shown } = matter;
    return as === null ? [] : [{ as, matter: shown }];
  });
  const [first] = chased;
  if (!first) return { kind: 'notYours', ...about };
  const matters = chased.map(({ matter }) => matter);
  const facts: NudgeNoticeFacts = { by: by.personId, byName: by.name, as: first.as, message, matters };
  return store.transact(async (tx) => {
    const id = uuidV7();
    const day = localDay(at);
    const data = { type: 'progress.nudge', from: null, at, inboxId: null, deadline: null, nudge: facts };
    const inserted = await tx`
      with written as (
        insert into outbox (id, subject_id, revision, template, occasion, channel, recipient_person, recipient_name, address,
          locale, data, message_id, status, last_error, next_attempt_at, created_at)
        select ${id}, ${subjectOf(person.id)}, 1, 'progress.nudge', ${day}, 'email', p.id, p.name, p.email, p.locale,
          ${JSON.stringify(data)}::jsonb, ${`<${id}@${request.mailDomain ?? 'vinhdanh.invalid'}>`},
          case when p.email is null then 'dead' else 'pending' end, case when p.email is null then 'NO_ADDRESS' end,
          real_now(), real_now()
        from people p where p.id = ${person.id}
        on conflict (subject_id, revision, template, recipient_person, occasion, channel) do nothing returning id, status),
      logged as (
        insert into deliveries (outbox_id, attempt, at, ok, error)
        select id, 0, real_now(), false, 'HOPELESS: NO_ADDRESS' from written where status = 'dead')
      select id from written`;
    if (inserted.length === 0) {
      const [earlier] = await tx<{ by: string; at: string }[]>`
        select data #>> '{nudge,byName}' as by, data ->> 'at' as at from outbox
        where subject_id = ${subjectOf(person.id)} and template = 'progress.nudge' and occasion = ${day}`;
      return { kind: 'alreadyNudged' as const, ...about, by: earlier?.by ?? '', at: earlier?.at ?? at };
    }
    await appendAudit(tx, {
      chain: installationChain,
      kind: 'configuration',
      actorId: by.personId,
      entry: {
        act: 'progress.nudge',
        person: person.id,
        as: first.as,
        at,
        matters: matters.map(({ subjectId, key }) => `${subjectId} ${key}`),
      },
      ...(message === null ? {} : { payload: { message } }),
    });
    return { kind: 'nudged' as const, ...about, matters };
  });
}

/** Stands for the person in the outbox: a nudge is about no single nomination. */
function subjectOf(personId: string): string {
  return `progress/${personId}`;
}

/** Gives what waits for the person at the instant, in queues held or escalated to them, the most urgent first. */
async function openMattersOf(store: Store, personId: string, at: string): Promise<MatterRow[]> {
  const rows = await store.sql<MatterRow[]>`
    with held as (
      select distinct role || '@' || body_id as queue from role_assignments
      where person_id = ${personId} and valid_from <= ${at}::timestamptz and (valid_to is null or valid_to > ${at}::timestamptz))
    select w.subject_id as "subjectId", w.key, w.queue, w.opened_at as "openedAt", w.due_at as "dueAt",
      w.due_at < ${at}::timestamptz as overdue,
      coalesce(n.snapshot, r.snapshot) #>> '{context,bodies,standingBody}' as "standingBody",
      coalesce(n.snapshot, r.snapshot) #> '{context,bodies,authorities}' as authorities
    from work_items w left join nominations n on n.id = w.subject_id left join rounds r on r.id = w.subject_id
    where w.closed_at is null and (w.queue in (select queue from held) or w.escalated_to in (select queue from held))
    order by w.due_at, w.subject_id, w.key`;
  return rows.map((row) => ({
    ...row,
    openedAt: new Date(row.openedAt).toISOString(),
    dueAt: new Date(row.dueAt).toISOString(),
  }));
}

/** Gives the capacity in which somebody with these roles may chase the matter, or null. */
function capacityFor(roles: RoleHeld[], { standingBody, authorities }: MatterRow): RoleName | null {
  const found = roles.find(({ role, body }) => {
    if (role === 'administrator') return true;
    if (role === 'councilSecretary') return body === standingBody;
    return role === 'approvingAuthority' && (authorities ?? []).includes(body);
  });
  return found?.role ?? null;
}
