import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { ActType, ChangeType } from '../../contract/events.ts';
import type { ActAnswer } from '../../contract/nomination.ts';
import type { Refusal } from '../../contract/refusals.ts';
import type { RoleName } from '../../contract/roles.ts';
import type { RoundAnswer } from '../../contract/round.ts';
import type { RoundActType } from '../../contract/roundEvents.ts';
import { bytes, instant } from './columns.ts';

export const inboxStatuses = ['received', 'applied', 'refused'] as const;
export type InboxStatus = (typeof inboxStatuses)[number];

/** What became of an act: the state it led to, or why it was refused. */
export type InboxAnswer = ActAnswer | RoundAnswer | { refusals: Refusal[] };

/** Everything that may be received for a nomination or a round. */
export type InboxType = ActType | ChangeType | RoundActType | 'nomination.open';

/** Every act of a person, kept before the engine sees it (design rule 4). Texts live here and in `dossiers` only. */
export const inbox = pgTable(
  'inbox',
  {
    id: uuid().primaryKey(),
    idempotencyKey: text('idempotency_key').notNull(),
    actorId: text('actor_id').notNull(),
    asRole: text('as_role').$type<RoleName>().notNull(),
    programmeId: text('programme_id').notNull(),
    subjectId: text('subject_id').notNull(),
    type: text().$type<InboxType>().notNull(),
    /** Null once erased, like its hash and salt. */
    body: jsonb(),
    bodyHash: text('body_hash'),
    bodySalt: bytes('body_salt'),
    /** The applied change of which this is one subject's share. */
    changeId: text('change_id'),
    expectedRevision: integer('expected_revision'),
    /** Real instant by the database's clock, cut (not rounded) to the millisecond: lateness is judged by it. */
    receivedAt: instant('received_at').notNull(),
    /** The same instant on the programme clock. */
    programmeAt: instant('programme_at').notNull(),
    status: text().$type<InboxStatus>().notNull(),
    answer: jsonb().$type<InboxAnswer>(),
    appliedRevision: integer('applied_revision'),
    leaseOwner: text('lease_owner'),
    leaseUntil: instant('lease_until'),
    attempts: integer().notNull().default(0),
    lastError: text('last_error'),
  },
  (table) => [
    uniqueIndex('inbox_idempotency').on(table.actorId, table.idempotencyKey),
    index('inbox_undelivered').on(table.subjectId, table.receivedAt, table.id).where(sql`status = 'received'`),
    index('inbox_subject').on(table.subjectId),
    index('inbox_change').on(table.changeId).where(sql`change_id is not null`),
    check('inbox_status', sql`status in ('received', 'applied', 'refused')`),
  ],
);
