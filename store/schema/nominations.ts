import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { EventType, RefusalGround } from '../../contract/events.ts';
import type { PersistedNomination } from '../../contract/nomination.ts';
import type { RoleName } from '../../contract/roles.ts';
import type { RoundEventType } from '../../contract/roundEvents.ts';
import type { RoundStateName } from '../../contract/roundStates.ts';
import type { DeadlineName, RecipientKind, RoadName, StateName } from '../../contract/states.ts';
import { instant } from './columns.ts';

/**
 * Where each nomination stands: a projection of the workflow's machine, written only by `record_transition`.
 * The hot tables have no foreign keys: only the SQL functions write them, and each key would cost a lock per row.
 */
export const nominations = pgTable(
  'nominations',
  {
    id: text().primaryKey(),
    programmeId: text('programme_id').notNull(),
    programmeRef: text('programme_ref').notNull(),
    movementId: text('movement_id').notNull(),
    /** Null: opened before there were rounds. */
    roundId: text('round_id'),
    road: text().$type<RoadName>().notNull(),
    unitId: text('unit_id').notNull(),
    nomineeKind: text('nominee_kind').$type<RecipientKind>().notNull(),
    nomineeId: text('nominee_id').notNull(),
    state: text().$type<StateName>().notNull(),
    revision: integer().notNull(),
    tier: integer().notNull(),
    snapshot: jsonb().$type<PersistedNomination>().notNull(),
    deadlineName: text('deadline_name').$type<DeadlineName>(),
    deadlineDueAt: instant('deadline_due_at'),
    deadlineWakeAt: instant('deadline_wake_at'),
    deadlineLevel: integer('deadline_level'),
    decisionNumber: text('decision_number'),
    decisionDate: text('decision_date'),
    decisionBody: text('decision_body'),
    refusalGround: text('refusal_ground').$type<RefusalGround>(),
    /** Programme instants, like every instant of this table. */
    openedAt: instant('opened_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (table) => [
    index('nominations_by_movement').on(table.programmeId, table.movementId, table.state, table.changedAt, table.id),
    index('nominations_by_change').on(table.changedAt, table.id),
    index('nominations_by_unit').on(table.unitId, table.changedAt),
    index('nominations_by_round').on(table.roundId, table.state),
    index('nominations_by_nominee').on(table.nomineeKind, table.nomineeId),
  ],
);

/** Each version of the form as the unit handed it in. */
export const dossiers = pgTable(
  'dossiers',
  {
    nominationId: text('nomination_id').notNull(),
    version: integer().notNull(),
    /** Null once erased. */
    content: jsonb(),
    hash: text().notNull(),
    revision: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.nominationId, table.version] })],
);

/** The timeline of nominations and rounds: one row for each applied event. Append-only (trigger). */
export const transitions = pgTable(
  'transitions',
  {
    subjectId: text('subject_id').notNull(),
    revision: integer().notNull(),
    type: text().$type<EventType | RoundEventType>().notNull(),
    fromState: text('from_state').$type<StateName | RoundStateName>(),
    toState: text('to_state').$type<StateName | RoundStateName>().notNull(),
    /** Programme instant of the event. */
    at: instant().notNull(),
    /** Real instant of the recording. */
    recordedAt: instant('recorded_at').notNull(),
    inboxId: uuid('inbox_id'),
    actorId: text('actor_id'),
    asRole: text('as_role').$type<RoleName>(),
    /** Accepted after the due instant, in a soft grace time. */
    late: boolean().notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.subjectId, table.revision] })],
);
