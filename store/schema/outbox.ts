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
import type { RoundDeadlineName, RoundStateName } from '../../contract/roundStates.ts';
import type { DeadlineName, StateName } from '../../contract/states.ts';
import { instant } from './columns.ts';

/**
 * `held` waits for a person to release it; `dropped` was held and will not be sent; `failed` will be tried again; `dead` will
 * not, and shows in the mail log as undeliverable; `bounced` was taken by a server and came back.
 */
export const outboxStatuses = ['held', 'pending', 'sent', 'failed', 'dead', 'bounced', 'dropped'] as const;
export type OutboxStatus = (typeof outboxStatuses)[number];

/** How a notice travels. Every notice to a person can also be read in the product itself, whatever becomes of the mail. */
export const channels = ['email', 'webhook'] as const;
export type Channel = (typeof channels)[number];

/** The facts a notice's text is made from; people's texts are read from the inbox row when the mail is written. */
export type NoticeData = {
  type: string;
  /** A nomination's states, or a round's. */
  from: StateName | RoundStateName | null;
  to: StateName | RoundStateName;
  at: string;
  movementId: string;
  /** Absent for notices of a round. */
  nominee?: { kind: string; id: string };
  inboxId: string | null;
  deadline: { name: DeadlineName | RoundDeadlineName; dueAt: string; level: number } | null;
  /** The applied change it tells of. */
  changeId?: string;
};

/** Notices to be sent: written with the transition they tell of, one per person. */
export const outbox = pgTable(
  'outbox',
  {
    id: uuid().primaryKey(),
    subjectId: text('subject_id').notNull(),
    revision: integer().notNull(),
    template: text().$type<NoticeTemplate>().notNull(),
    /** Tells apart notices of one template at one revision: instant and matter of a reminder, say. */
    occasion: text().notNull().default(''),
    channel: text().$type<Channel>().notNull().default('email'),
    /** A person's id; for a webhook its id. */
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
    /** The digest that carries it, once and for all; null: it travels alone. */
    digestId: uuid('digest_id'),
    /** Notices written together, which are held, seen and released together: the id of a change. */
    batchId: text('batch_id'),
    /** By when it must have been delivered (programme instant): a refusal's own deadline. */
    deliverBy: instant('deliver_by'),
    /** When its recipient opened it in the product. */
    readAt: instant('read_at'),
  },
  (table) => [
    uniqueIndex('outbox_once').on(
      table.subjectId,
      table.revision,
      table.template,
      table.recipientPerson,
      table.occasion,
      table.channel,
    ),
    uniqueIndex('outbox_message_id').on(table.messageId),
    index('outbox_due').on(table.nextAttemptAt).where(sql`status in ('pending', 'failed')`),
    index('outbox_person').on(table.recipientPerson, table.createdAt),
    index('outbox_batch').on(table.batchId).where(sql`batch_id is not null`),
    index('outbox_digest').on(table.digestId).where(sql`digest_id is not null`),
    check('outbox_status', sql`status in ('held', 'pending', 'sent', 'failed', 'dead', 'bounced', 'dropped')`),
    check('outbox_channel', sql`channel in ('email', 'webhook')`),
  ],
);

/** One mail in place of many: a burst of notices to one address. Its Message-ID is its own, for ever, as theirs are. */
export const digests = pgTable('digests', {
  id: uuid().primaryKey(),
  recipientPerson: text('recipient_person').notNull(),
  address: text().notNull(),
  locale: text().notNull(),
  messageId: text('message_id').notNull().unique(),
  createdAt: instant('created_at').notNull(),
});

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
