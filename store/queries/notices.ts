import { and, desc, eq, notInArray, sql } from 'drizzle-orm';
import type { Store } from '../connect.ts';
import type { OutboxStatus } from '../schema/outbox.ts';
import { outbox } from '../schema/outbox.ts';

export type NoticeRow = typeof outbox.$inferSelect;

/** Nobody has been told of these. */
const untold: OutboxStatus[] = ['held', 'dropped'];

/**
 * Gives a person's notices, unread first, then newest first: what the application itself shows, sent by mail or not. Held
 * and dropped ones are nobody's yet.
 */
export async function noticesOf(store: Store, personId: string, limit = 50, unreadOnly = false): Promise<NoticeRow[]> {
  return store.db
    .select()
    .from(outbox)
    .where(
      and(
        eq(outbox.recipientPerson, personId),
        eq(outbox.channel, 'email'),
        notInArray(outbox.status, untold),
        unreadOnly ? sql`${outbox.readAt} is null` : undefined,
      ),
    )
    .orderBy(sql`${outbox.readAt} is not null`, desc(outbox.createdAt), desc(outbox.id))
    .limit(limit);
}

/** Gives a person's own notice and marks it read, the first time only; null when there is none of this id to see. */
export async function readNotice(store: Store, personId: string, id: string): Promise<NoticeRow | null> {
  const [row] = await store.db
    .update(outbox)
    .set({ readAt: sql`coalesce(${outbox.readAt}, real_now())` })
    .where(
      and(
        sql`${outbox.id}::text = ${id}`,
        eq(outbox.recipientPerson, personId),
        eq(outbox.channel, 'email'),
        notInArray(outbox.status, untold),
      ),
    )
    .returning();
  return row ?? null;
}

/** Gives the notices of a nomination, newest first; with `status`, those only. */
export async function noticesOfNomination(
  store: Store,
  nominationId: string,
  status?: OutboxStatus,
): Promise<NoticeRow[]> {
  return noticeLog(store, { subjectId: nominationId, ...(status ? { status } : {}) });
}

export type NoticeLogFilter = { subjectId?: string; status?: OutboxStatus; limit?: number };

/** Gives notices whoever they are for, newest first: the mail log. */
export async function noticeLog(store: Store, filter: NoticeLogFilter): Promise<NoticeRow[]> {
  const { subjectId, status, limit } = filter;
  const rows = store.db
    .select()
    .from(outbox)
    .where(
      and(
        subjectId === undefined ? undefined : eq(outbox.subjectId, subjectId),
        status === undefined ? undefined : eq(outbox.status, status),
      ),
    )
    .orderBy(desc(outbox.createdAt), desc(outbox.revision), desc(outbox.id));
  return limit === undefined ? rows : rows.limit(limit);
}
