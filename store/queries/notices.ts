import { and, desc, eq } from 'drizzle-orm';
import type { Store } from '../connect.ts';
import type { OutboxStatus } from '../schema/outbox.ts';
import { outbox } from '../schema/outbox.ts';

export type NoticeRow = typeof outbox.$inferSelect;

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
