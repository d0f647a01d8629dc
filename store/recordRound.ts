import { parseQueue } from '../contract/roles.ts';
import type { RoundRecordEntry } from '../contract/round.ts';
import { isRoundOver } from '../contract/roundStates.ts';
import { canonicalHash } from './audit/canonical.ts';
import type { Store } from './connect.ts';
import type { RecordOptions } from './record.ts';
import { programmeIdOf } from './record.ts';
import { roundRecipientsOf } from './roundRecipients.ts';
import type { NoticeData } from './schema/outbox.ts';
import type { Outcome, Recorded } from './written.ts';
import { auditedOf, written } from './written.ts';

/**
 * Writes one applied event of a round and all that follows from it, in one transaction and one round trip: projection,
 * timeline, work items, what the act brings (plan, answer, registrations, covenant), the list handed on, notices, the act's
 * answer, audit entry. Once per (round, revision).
 * Throws OutOfOrder (retryable) when an earlier revision is missing, RecordConflict when the revision holds another event.
 */
export async function recordRound(
  store: Store,
  entry: RoundRecordEntry,
  options: RecordOptions = {},
): Promise<Recorded> {
  const audited = auditedOf(entry);
  const parameters = JSON.stringify(roundParameters(entry, options.mailDomain ?? 'vinhdanh.invalid'));
  return written(store, entry.roundId, entry.revision, async (async) => {
    const [row] = await store.sql<{ outcome: Outcome }[]>`
      select record_round(
        ${parameters}, ${JSON.stringify(entry.snapshot)}, ${JSON.stringify(audited)}, ${canonicalHash(audited)}, ${async}) as outcome`;
    return row?.outcome;
  });
}

/** The flat facts `record_round` reads; see its SQL. */
function roundParameters(entry: RoundRecordEntry, mailDomain: string): Record<string, unknown> {
  const { event } = entry;
  const { context } = entry.snapshot;
  return {
    subjectId: entry.roundId,
    programmeId: programmeIdOf(context.programme),
    revision: entry.revision,
    type: event.type,
    from: entry.from,
    to: entry.to,
    at: event.at,
    inboxId: entry.inboxId,
    ...('actor' in event ? { actorId: event.actor.personId, as: event.as } : {}),
    ...('unit' in event ? { unit: event.unit } : {}),
    ...('takesPart' in event ? { takesPart: event.takesPart } : {}),
    ...('changeId' in event ? { changeId: event.changeId } : {}),
    ...(event.type === 'stage.complete' ? { counts: event.counts, listHash: event.listHash } : {}),
    auditKind: event.type === 'deadline.pass' ? 'deadline' : 'applied',
    terminal: isRoundOver(entry.to),
    late: entry.late ?? false,
    wakeAt: context.deadlines[0]?.wakeAt ?? null,
    workItems: entry.workItems,
    ...(entry.notices.length > 0 ? noticeParameters(entry, mailDomain) : {}),
  };
}

function noticeParameters(entry: RoundRecordEntry, mailDomain: string): Record<string, unknown> {
  const { event } = entry;
  const { context } = entry.snapshot;
  const noticeData: NoticeData = {
    type: event.type,
    from: entry.from,
    to: entry.to,
    at: event.at,
    movementId: context.movementId,
    inboxId: entry.inboxId,
    deadline: toldDeadline(entry),
    ...('changeId' in event ? { changeId: event.changeId } : {}),
  };
  return {
    mailDomain,
    noticeData,
    recipients: entry.notices.flatMap(({ template, to }) =>
      roundRecipientsOf(to, context, entry.workItems, 'unit' in event ? event.unit : undefined).map((queue) => ({
        template,
        ...parseQueue(queue),
      })),
    ),
    nomineeTemplates: [],
  };
}

/** Of several deadlines a notice tells the one that was moved, the latest escalated one, or else the soonest. */
function toldDeadline({ snapshot, event }: RoundRecordEntry): NoticeData['deadline'] {
  const moved = 'of' in event ? event.of : undefined;
  const [told] = snapshot.context.deadlines.toSorted(
    (a, b) =>
      Number(b.name === moved) - Number(a.name === moved) ||
      b.level - a.level ||
      Date.parse(a.dueAt) - Date.parse(b.dueAt),
  );
  return told ? { name: told.name, dueAt: told.dueAt, level: told.level } : null;
}
