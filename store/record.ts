import type { RecordEntry } from '../contract/nomination.ts';
import { parseQueue } from '../contract/roles.ts';
import { isTerminal } from '../contract/states.ts';
import { canonicalHash } from './audit/canonical.ts';
import type { Store } from './connect.ts';
import { OutOfOrder, RecordConflict } from './errors.ts';
import { recipientsOf } from './recipients.ts';
import type { NoticeData } from './schema/outbox.ts';

export type RecordOptions = {
  /** Right-hand side of each notice's Message-ID. */
  mailDomain?: string;
};

/** `alreadyRecorded`: the call was a repetition and wrote nothing. */
export type Recorded = { alreadyRecorded: boolean };

/**
 * Writes one applied event and all that follows from it, in one transaction and one round trip: projection, timeline,
 * dossier version, work items, notices, the act's answer, audit entry. Once per (nomination, revision).
 * Throws OutOfOrder (retryable) when an earlier revision is missing, RecordConflict when the revision holds another event.
 */
export async function record(store: Store, entry: RecordEntry, options: RecordOptions = {}): Promise<Recorded> {
  const audited = {
    event: entry.event,
    from: entry.from,
    to: entry.to,
    inboxId: entry.inboxId,
    programme: entry.snapshot.context.programme,
  };
  const parameters = JSON.stringify(recordParameters(entry, options.mailDomain ?? 'vinhdanh.invalid'));

  const outcome = await store.commits.run(async (async) => {
    const [row] = await store.sql<
      { outcome: { result: 'recorded' | 'already' | 'outOfOrder' | 'conflict'; revision: number } }[]
    >`
      select record_transition(
        ${parameters}, ${JSON.stringify(entry.snapshot)}, ${JSON.stringify(audited)}, ${canonicalHash(audited)}, ${async}) as outcome`;
    if (!row) throw new Error('record_transition gave no row');
    return { value: row.outcome, wrote: row.outcome.result === 'recorded' };
  });
  if (outcome.result === 'outOfOrder') throw new OutOfOrder(entry.nominationId, entry.revision, outcome.revision);
  if (outcome.result === 'conflict') throw new RecordConflict(entry.nominationId, entry.revision);
  return { alreadyRecorded: outcome.result === 'already' };
}

/** Gives the id of the programme a reference `id@version#hash` points to; it also names the programme's audit chain. */
export function programmeIdOf(ref: string): string {
  return ref.split('@', 1)[0] ?? ref;
}

/** The flat facts `record_transition` reads; see its SQL. */
function recordParameters(entry: RecordEntry, mailDomain: string): Record<string, unknown> {
  const { event, snapshot } = entry;
  const { context } = snapshot;
  const person = 'actor' in event ? { actorId: event.actor.personId, as: event.as } : {};
  const opening = event.type === 'nomination.open';
  return {
    nominationId: entry.nominationId,
    programmeId: programmeIdOf(context.programme),
    revision: entry.revision,
    type: event.type,
    from: entry.from,
    to: entry.to,
    at: event.at,
    inboxId: entry.inboxId,
    ...person,
    ...(opening ? { actorId: context.openedBy } : {}),
    ...('dossierHash' in event
      ? { dossierHash: event.dossierHash }
      : opening
        ? { dossierHash: context.dossierHash }
        : {}),
    auditKind: event.type === 'deadline.pass' ? 'deadline' : 'applied',
    terminal: isTerminal(entry.to),
    workItems: entry.workItems,
    ...(entry.notices.length > 0 ? noticeParameters(entry, mailDomain) : {}),
  };
}

function noticeParameters(entry: RecordEntry, mailDomain: string): Record<string, unknown> {
  const { context } = entry.snapshot;
  const addressed = entry.notices.map(({ template, to }) => ({
    template,
    ...recipientsOf(to, context, entry.workItems),
  }));
  const noticeData: NoticeData = {
    type: entry.event.type,
    from: entry.from,
    to: entry.to,
    at: entry.event.at,
    movementId: context.movementId,
    nominee: context.nominee,
    inboxId: entry.inboxId,
    deadline: context.deadline && {
      name: context.deadline.name,
      dueAt: context.deadline.dueAt,
      level: context.deadline.level,
    },
  };
  return {
    mailDomain,
    noticeData,
    recipients: addressed.flatMap(({ template, queues }) =>
      queues.map((queue) => ({ template, ...parseQueue(queue) })),
    ),
    nomineeTemplates: addressed.flatMap(({ template, nominee }) => (nominee ? [template] : [])),
  };
}
