import { bigint, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns.ts';

export const auditKinds = ['received', 'applied', 'deadline', 'refused', 'configuration', 'read', 'erasure'] as const;
export type AuditKind = (typeof auditKinds)[number];

/** The chain of everything that concerns the installation and no single programme. */
export const installationChain = 'installation';

/** The newest hash of each chain: what is published outside, and what shows that a tail was cut off. */
export const auditHeads = pgTable('audit_heads', {
  chain: text().primaryKey(),
  seq: bigint({ mode: 'number' }).notNull(),
  hash: bytes().notNull(),
});

/** The chain's entries: ids, codes and hashes, no personal data. Append-only (trigger). */
export const auditEntries = pgTable(
  'audit_entries',
  {
    chain: text().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    /** Real instant by the database's clock; part of the hash. */
    at: instant().notNull(),
    kind: text().$type<AuditKind>().notNull(),
    subjectId: text('subject_id'),
    revision: integer(),
    actorId: text('actor_id'),
    entry: jsonb().$type<Record<string, unknown>>().notNull(),
    entryHash: bytes('entry_hash').notNull(),
    hash: bytes().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.chain, table.seq] }),
    index('audit_entries_subject').on(table.subjectId, table.seq),
  ],
);

/** Personal data and texts an entry commits to by a salted hash. Deleting a row erases them and leaves the chain whole. */
export const auditPayloads = pgTable(
  'audit_payloads',
  {
    chain: text().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    salt: bytes().notNull(),
    payload: jsonb().notNull(),
  },
  (table) => [primaryKey({ columns: [table.chain, table.seq] })],
);
