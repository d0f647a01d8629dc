import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { NoticeTemplate } from '../../contract/nomination.ts';
import type { DeadlineName, StateName } from '../../contract/states.ts';
import { instant } from './columns.ts';

/** `failed` will be tried again; `dead` will not, and shows in the mail log as undeliverable. */
export const outboxStatuses = ['pending', 'sent', 'failed', 'dead'] as const;
export type OutboxStatus = (typeof outboxStatuses)[number];

/** The facts a notice's text is made from; people's texts are read from the inbox row when the mail is written. */
export type NoticeData = {
  type: string;
  from: StateName | null;
  to: StateName;
  at: string;
  movementId: string;
  nominee: { kind: string; id: string };
  inboxId: string | null;
  deadline: { name: DeadlineName; dueAt: string; level: number } | null;
};

/** Notices to be sent: written with the transition they tell of, one per person. */
export const outbox = pgTable(
  'outbox',
  {
    id: uuid().primaryKey(),
    nominationId: text('nomination_id').notNull(),
    revision: integer().notNull(),
    template: text().$type<NoticeTemplate>().notNull(),
    recipientPerson: text('recipient_person').notNull(),
    recipientName: text('recipient_name'),
    address: text(),
    locale: text().notNull(),
    data: jsonb().$type<NoticeData>().notNull(),
    /** The mail's Message-ID: permanent, so that a second delivery of the same notice is recognised as one. */
    messageId: text('message_id').notNull(),
    status: text().$type<OutboxStatus>().notNull(),
    nextAttemptAt: instant('next_attempt_at').notNull(),
    attempts: integer().notNull().default(0),
    lastError: text('last_error'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('outbox_once').on(table.nominationId, table.revision, table.template, table.recipientPerson),
    uniqueIndex('outbox_message_id').on(table.messageId),
    index('outbox_due').on(table.nextAttemptAt).where(sql`status in ('pending', 'failed')`),
    index('outbox_person').on(table.recipientPerson, table.createdAt),
    check('outbox_status', sql`status in ('pending', 'sent', 'failed', 'dead')`),
  ],
);

/** Each attempt to deliver a notice. */
export const deliveries = pgTable(
  'deliveries',
  {
    outboxId: uuid('outbox_id')
      .notNull()
      .references(() => outbox.id),
    attempt: integer().notNull(),
    at: instant().notNull(),
    ok: boolean().notNull(),
    response: text(),
    error: text(),
  },
  (table) => [primaryKey({ columns: [table.outboxId, table.attempt] })],
);
