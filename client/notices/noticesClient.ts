import { requeueNotice } from '../../store/attempts.ts';
import type { Store } from '../../store/connect.ts';
import type { DeliveryRow, OutboxRow } from '../../store/outbox.ts';
import { deliveriesOfEach } from '../../store/outbox.ts';
import { noticeLog, noticesOf, readNotice } from '../../store/queries/notices.ts';
import { drop, heldFor, previewBatch, release } from './batches.ts';
import { NoticeError } from './errors.ts';
import type { NoticeLogEntry, NoticesClient, NoticeView } from './types.ts';
import { checkReceiver, endWebhook, listWebhooks, newWebhook } from './webhooks.ts';
import { checkAdministrator, checkPerson } from './who.ts';
import { worded } from './words.ts';

/** Gives the notices' part of the typed client; `now` is the programme instant. */
export function noticesClient(store: Store, now: () => string): NoticesClient {
  return {
    async mine(person, { unread = false, limit = 50 } = {}) {
      await checkPerson(store, person, now());
      const rows = await noticesOf(store, person, limit, unread);
      return Promise.all(rows.map((row) => viewOf(store, row)));
    },
    async read(person, id) {
      await checkPerson(store, person, now());
      const row = await readNotice(store, person, id);
      if (!row) throw new NoticeError('UNKNOWN_NOTICE', { id });
      return { ...(await viewOf(store, row)), text: (await worded(store, row)).text };
    },
    async log(by, filter = {}) {
      await checkAdministrator(store, by, now());
      const rows = await noticeLog(store, { limit: 50, ...filter });
      const attempts = await deliveriesOfEach(
        store,
        rows.map(({ id }) => id),
      );
      return rows.map((row) => logEntry(row, attempts.get(row.id) ?? []));
    },
    async retry(by, id) {
      await checkAdministrator(store, by, now());
      await checkReceiver(store, id);
      if (!(await requeueNotice(store, id))) throw new NoticeError('NOT_RETRYABLE', { id });
    },
    held: (by) => heldFor(store, by, now()),
    preview: (by, batchId) => previewBatch(store, by, batchId, now()),
    release: (by, batchId) => release(store, by, batchId, now()),
    drop: (by, batchId, reason) => drop(store, by, batchId, reason, now()),
    addWebhook: (by, wanted) => newWebhook(store, by, wanted, now()),
    webhooks: (by) => listWebhooks(store, by, now()),
    removeWebhook: (by, id) => endWebhook(store, by, id, now()),
    // Only this one needs the code that reads mail.
    recordBounce: async (rawMail) => (await import('./bounce.ts')).recordBounce(store, rawMail),
  };
}

async function viewOf(store: Store, row: OutboxRow): Promise<NoticeView> {
  const { subject, dueAt } = await worded(store, row);
  const { id, subjectId, template, createdAt, readAt } = row;
  return { id, subjectId, template, subject, createdAt, dueAt, readAt };
}

function logEntry(row: OutboxRow, attempts: DeliveryRow[]): NoticeLogEntry {
  return {
    id: row.id,
    subjectId: row.subjectId,
    revision: row.revision,
    template: row.template,
    channel: row.channel,
    recipient: row.recipientPerson,
    address: row.address,
    status: row.status,
    messageId: row.messageId,
    digestId: row.digestId,
    createdAt: row.createdAt,
    nextAttemptAt: row.nextAttemptAt,
    deliverBy: row.deliverBy,
    lastError: row.lastError,
    attempts: attempts.map(({ attempt, at, ok, response, error }) => ({ attempt, at, ok, response, error })),
  };
}
