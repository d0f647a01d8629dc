import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { PersistedRound, StageCounts } from '../../contract/round.ts';
import type { MovementPlan } from '../../contract/roundActs.ts';
import type { CovenantKind, RoundStateName } from '../../contract/roundStates.ts';
import type { RecipientKind } from '../../contract/states.ts';
import { bytes, instant } from './columns.ts';

/** Where each round stands: a projection of the workflow's machine, written only by `record_round`. Instants of the programme. */
export const rounds = pgTable(
  'rounds',
  {
    id: text().primaryKey(),
    programmeId: text('programme_id').notNull(),
    programmeRef: text('programme_ref').notNull(),
    movementId: text('movement_id').notNull(),
    phaseId: text('phase_id').notNull(),
    state: text().$type<RoundStateName>().notNull(),
    revision: integer().notNull(),
    snapshot: jsonb().$type<PersistedRound>().notNull(),
    planHash: text('plan_hash'),
    opensAt: instant('opens_at'),
    closesAt: instant('closes_at'),
    /** When the workflow next has something to do. */
    wakeAt: instant('wake_at'),
    begunAt: instant('begun_at').notNull(),
    openedAt: instant('opened_at'),
    changedAt: instant('changed_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (table) => [index('rounds_by_movement').on(table.programmeId, table.movementId, table.state)],
);

/** Every plan submitted for a round, in full; the approved one is frozen. */
export const roundPlans = pgTable(
  'round_plans',
  {
    roundId: text('round_id').notNull(),
    version: integer().notNull(),
    content: jsonb().$type<MovementPlan>().notNull(),
    hash: text().notNull(),
    submittedRevision: integer('submitted_revision').notNull(),
    approvedRevision: integer('approved_revision'),
  },
  (table) => [primaryKey({ columns: [table.roundId, table.version] })],
);

/** Each unit's latest answer to the launch. */
export const roundUnits = pgTable(
  'round_units',
  {
    roundId: text('round_id').notNull(),
    unitId: text('unit_id').notNull(),
    answeredAt: instant('answered_at').notNull(),
    takesPart: boolean('takes_part').notNull(),
    unitPlan: text('unit_plan'),
    inboxId: uuid('inbox_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.roundId, table.unitId] })],
);

/** Đăng ký thi đua: whom a unit registered for the movement. */
export const registrations = pgTable(
  'registrations',
  {
    roundId: text('round_id').notNull(),
    unitId: text('unit_id').notNull(),
    nomineeKind: text('nominee_kind').$type<RecipientKind>().notNull(),
    nomineeId: text('nominee_id').notNull(),
    name: text().notNull(),
    title: text(),
    registeredAt: instant('registered_at').notNull(),
    inboxId: uuid('inbox_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.roundId, table.unitId, table.nomineeKind, table.nomineeId] })],
);

/** Giao ước thi đua: signed between departments of a unit or between units of a block (seed 004 III.3). */
export const covenants = pgTable(
  'covenants',
  {
    roundId: text('round_id').notNull(),
    inboxId: uuid('inbox_id').primaryKey(),
    unitId: text('unit_id').notNull(),
    kind: text().$type<CovenantKind>().notNull(),
    parties: jsonb().$type<string[]>().notNull(),
    signedOn: text('signed_on').notNull(),
    content: text(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (table) => [index('covenants_by_round').on(table.roundId, table.unitId)],
);

/** The list handed on when a stage was complete; its hash is in the round's own history. */
export const roundHandovers = pgTable(
  'round_handovers',
  {
    roundId: text('round_id').notNull(),
    revision: integer().notNull(),
    stage: text().$type<RoundStateName>().notNull(),
    nominations: jsonb().$type<string[]>().notNull(),
    counts: jsonb().$type<StageCounts>().notNull(),
    listHash: text('list_hash').notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.roundId, table.revision] })],
);

/** Applied changes: what was foretold, and by whom. Their shares travel through the inbox (`inbox.change_id`). */
export const changes = pgTable(
  'changes',
  {
    id: text().primaryKey(),
    programmeId: text('programme_id').notNull(),
    spec: jsonb().notNull(),
    preview: jsonb().notNull(),
    hash: text().notNull(),
    actorId: text('actor_id').notNull(),
    asRole: text('as_role').notNull(),
    reason: text().notNull(),
    holdNotices: boolean('hold_notices').notNull(),
    /** What was decided of the notices held: it holds for those of shares recorded later too. Null: nothing yet. */
    settledAs: text('settled_as').$type<'released' | 'dropped'>(),
    /** Programme instant. */
    appliedAt: instant('applied_at').notNull(),
  },
  () => [check('changes_settled_as', sql`settled_as in ('released', 'dropped')`)],
);

/** A report as it was sent: figures, workbook and page. */
export const reports = pgTable('reports', {
  id: text().primaryKey(),
  programmeId: text('programme_id').notNull(),
  kind: text().$type<'interim' | 'final'>().notNull(),
  dueOn: text('due_on').notNull(),
  recipientBody: text('recipient_body').notNull(),
  figures: jsonb().notNull(),
  workbook: bytes().notNull(),
  page: text().notNull(),
  hash: text().notNull(),
  compiledAt: instant('compiled_at').notNull(),
});
