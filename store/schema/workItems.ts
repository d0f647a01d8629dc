import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Queue } from '../../contract/roles.ts';
import { instant } from './columns.ts';

/** What waits for whom. An open item always has a queue, a due time and a next escalation (design rule 12): not null. */
export const workItems = pgTable(
  'work_items',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    nominationId: text('nomination_id').notNull(),
    key: text().notNull(),
    queue: text().$type<Queue>().notNull(),
    openedAt: instant('opened_at').notNull(),
    dueAt: instant('due_at').notNull(),
    nextEscalationAt: instant('next_escalation_at').notNull(),
    level: integer().notNull(),
    escalatedTo: text('escalated_to').$type<Queue>(),
    closedAt: instant('closed_at'),
    openedRevision: integer('opened_revision').notNull(),
    closedRevision: integer('closed_revision'),
  },
  (table) => [
    uniqueIndex('work_items_open').on(table.nominationId, table.key).where(sql`closed_at is null`),
    index('work_items_queue').on(table.queue, table.dueAt).where(sql`closed_at is null`),
    index('work_items_escalated')
      .on(table.escalatedTo, table.dueAt)
      .where(sql`closed_at is null and escalated_to is not null`),
  ],
);
