import { boolean, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

/** Where other systems are told: each notice whose template is wanted is posted, signed with the secret. */
export const webhooks = pgTable('webhooks', {
  id: text().primaryKey(),
  url: text().notNull(),
  secret: text().notNull(),
  /** Notice templates; empty: all. */
  templates: jsonb().$type<string[]>().notNull(),
  active: boolean().notNull(),
  createdAt: instant('created_at').notNull(),
});
