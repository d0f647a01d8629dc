import { and, desc, eq } from 'drizzle-orm';
import type { Store } from '../connect.ts';
import type { OutboxStatus } from '../schema/outbox.ts';
import { deliveries, outbox } from '../schema/outbox.ts';

export type NoticeRow = typeof outbox.$inferSelect;
export type MailAttempt = {
  outboxId: string;
  nominationId: string;
  template: string;
  recipientPerson: string;
  address: string | null;
  messageId: string;
  attempt: number;
  at: string;
  ok: boolean;
  response: string | null;
  error: string | null;
};

/** Gives a person's notices, newest first: what the application itself shows, sent by mail or not. */
export async function noticesOf(store: Store, personId: string, limit = 50): Promise<NoticeRow[]> {
  return store.db
    .select()
    .from(outbox)
    .where(eq(outbox.recipientPerson, personId))
    .orderBy(desc(outbox.createdAt))
    .limit(limit);
}

/** Gives the notices of a nomination, newest first; with `status`, those only. */
export async function noticesOfNomination(
  store: Store,
  nominationId: string,
  status?: OutboxStatus,
): Promise<NoticeRow[]> {
  return store.db
    .select()
    .from(outbox)
    .where(and(eq(outbox.nominationId, nominationId), status === undefined ? undefined : eq(outbox.status, status)))
    .orderBy(desc(outbox.revision), desc(outbox.createdAt));
}

/** Gives attempts to deliver, newest first; with `nominationId`, that nomination's only. */
export async function mailLog(store: Store, nominationId?: string, limit = 100): Promise<MailAttempt[]> {
  return store.db
    .select({
      outboxId: outbox.id,
      nominationId: outbox.nominationId,
      template: outbox.template,
      recipientPerson: outbox.recipientPerson,
      address: outbox.address,
      messageId: outbox.messageId,
      attempt: deliveries.attempt,
      at: deliveries.at,
      ok: deliveries.ok,
      response: deliveries.response,
      error: deliveries.error,
    })
    .from(deliveries)
    .innerJoin(outbox, eq(outbox.id, deliveries.outboxId))
    .where(nominationId === undefined ? undefined : eq(outbox.nominationId, nominationId))
    .orderBy(desc(deliveries.at), desc(deliveries.attempt))
    .limit(limit);
}
