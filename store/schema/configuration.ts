import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { RoleName } from '../../contract/roles.ts';
import type { RecipientKind } from '../../contract/states.ts';
import { instant } from './columns.ts';

/** Facts of the whole installation: its id, the programme clock, the version of the data. */
export const installation = pgTable('installation', {
  key: text().primaryKey(),
  value: jsonb().notNull(),
});

/** Every published version of a programme document; a nomination is pinned to one of them for life (design rule 7). */
export const programmeVersions = pgTable(
  'programme_versions',
  {
    ref: text().primaryKey(),
    id: text().notNull(),
    version: text().notNull(),
    hash: text().notNull(),
    definition: jsonb().notNull(),
    storedAt: instant('stored_at').notNull(),
  },
  (table) => [uniqueIndex('programme_versions_id_version').on(table.id, table.version)],
);

/** The last number given to a nomination of each programme. */
export const programmeCounters = pgTable('programme_counters', {
  programmeId: text('programme_id').primaryKey(),
  last: integer().notNull(),
});

export const bodies = pgTable('bodies', {
  id: text().primaryKey(),
  name: text().notNull(),
  short: text(),
  kind: text(),
  /** The body it belongs to. */
  under: text(),
});

export const people = pgTable('people', {
  id: text().primaryKey(),
  name: text().notNull(),
  title: text(),
  email: text(),
  locale: text().notNull(),
  homeBody: text('home_body')
    .notNull()
    .references(() => bodies.id),
});

/** Who held which role for which body, and when: rows are ended, never removed, so authority at an instant stays provable. */
export const roleAssignments = pgTable(
  'role_assignments',
  {
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    role: text().$type<RoleName>().notNull(),
    bodyId: text('body_id').notNull(),
    validFrom: instant('valid_from').notNull(),
    validTo: instant('valid_to'),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.role, table.bodyId, table.validFrom] }),
    index('role_assignments_queue').on(table.role, table.bodyId),
  ],
);

export const nominees = pgTable(
  'nominees',
  {
    kind: text().$type<RecipientKind>().notNull(),
    id: text().notNull(),
    name: text().notNull(),
    unitId: text('unit_id'),
    directWorker: boolean('direct_worker').notNull().default(false),
    email: text(),
    locale: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.id] })],
);
