import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Queue } from '../../contract/roles.ts';
import { instant } from './columns.ts';

/** What waits for whom. An open item always has a queue, a due time and a next escalation (design rule 12): not null. */
export const workItems = pgTable(
  'work_items',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    subjectId: text('subject_id').notNull(),
    key: text().notNull(),
    queue: text().$type<Queue>().notNull(),
    openedAt: instant('opened_at').notNull(),
    dueAt: instant('due_at').notNull(),
    nextEscalationAt: instant('next_escalation_at').notNull(),
    level: integer().notNull(),
    escalatedTo: text('escalated_to').$type<Queue>(),
    /** Computed over days whose yearly notice had not been issued. */
    provisional: boolean().notNull().default(false),
    closedAt: instant('closed_at'),
    openedRevision: integer('opened_revision').notNull(),
    closedRevision: integer('closed_revision'),
  },
  (table) => [
    uniqueIndex('work_items_open').on(table.subjectId, table.key).where(sql`closed_at is null`),
    index('work_items_queue').on(table.queue, table.dueAt).where(sql`closed_at is null`),
    index('work_items_escalated')
      .on(table.escalatedTo, table.dueAt)
      .where(sql`closed_at is null and escalated_to is not null`),
  ],
);

/** When the owner of an open item is reminded. Kept in step with the item; a row that was sent stays. */
export const reminders = pgTable(
  'reminders',
  {
    workItemId: bigint('work_item_id', { mode: 'number' }).notNull(),
    /** Programme instant. */
    remindAt: instant('remind_at').notNull(),
    /** Real instant at which its notices were written. */
    sentAt: instant('sent_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workItemId, table.remindAt] }),
    index('reminders_due').on(table.remindAt).where(sql`sent_at is null`),
  ],
);
