import type { DayCount } from '../contract/dayCount.ts';
import type { RecordEntry } from '../contract/nomination.ts';
import { parseQueue } from '../contract/roles.ts';
import { isTerminal } from '../contract/states.ts';
import { canonicalHash } from './audit/canonical.ts';
import type { Store } from './connect.ts';
import { deliverByOf } from './deliverBy.ts';
import { recipientsOf } from './recipients.ts';
import type { NoticeData } from './schema/outbox.ts';
import type { Outcome, Recorded } from './written.ts';
import { auditedOf, written } from './written.ts';

export type RecordOptions = {
  /** Right-hand side of each notice's Message-ID. */
  mailDomain?: string;
  /** By when a refusal's notice must be with the unit; null: no such deadline. */
  refusalNoticeWithin?: DayCount | null;
};

/**
 * Writes one applied event and all that follows from it, in one transaction and one round trip: projection, timeline,
 * dossier version, work items, notices, the act's answer, audit entry. Once per (nomination, revision).
 * Throws OutOfOrder (retryable) when an earlier revision is missing, RecordConflict when the revision holds another event.
 */
export async function record(store: Store, entry: RecordEntry, options: RecordOptions = {}): Promise<Recorded> {
  const audited = auditedOf(entry);
  const parameters = JSON.stringify(recordParameters(entry, options));

  return written(store, entry.nominationId, entry.revision, async (async) => {
    const [row] = await store.sql<{ outcome: Outcome }[]>`
      select record_transition(
        ${parameters}, ${JSON.stringify(entry.snapshot)}, ${JSON.stringify(audited)}, ${canonicalHash(audited)}, ${async}) as outcome`;
    return row?.outcome;
  });
}

/** Gives the id of the programme a reference `id@version#hash` points to; it also names the programme's audit chain. */
export function programmeIdOf(ref: string): string {
  return ref.split('@', 1)[0] ?? ref;
}

/** The flat facts `record_transition` reads; see its SQL. */
function recordParameters(entry: RecordEntry, options: RecordOptions): Record<string, unknown> {
  const { event, snapshot } = entry;
  const { context } = snapshot;
  const person = 'actor' in event ? { actorId: event.actor.personId, as: event.as } : {};
  const opening = event.type === 'nomination.open';
  return {
    subjectId: entry.nominationId,
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
    late: entry.late ?? false,
    ...('changeId' in event ? { changeId: event.changeId } : {}),
    workItems: entry.workItems,
    ...(entry.notices.length > 0 ? noticeParameters(entry, options) : {}),
  };
}

function noticeParameters(
  entry: RecordEntry,
  { mailDomain = 'vinhdanh.invalid', refusalNoticeWithin = null }: RecordOptions,
): Record<string, unknown> {
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
    ...('changeId' in entry.event ? { changeId: entry.event.changeId } : {}),
  };
  const templates = entry.notices.map(({ template }) => template);
  return {
    mailDomain,
    noticeData,
    deliverBy: deliverByOf(templates, entry.event.at, refusalNoticeWithin, context.calendar),
    recipients: addressed.flatMap(({ template, queues }) =>
      queues.map((queue) => ({ template, ...parseQueue(queue) })),
    ),
    nomineeTemplates: addressed.flatMap(({ template, nominee }) => (nominee ? [template] : [])),
  };
}
