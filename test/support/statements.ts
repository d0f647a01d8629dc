import { drizzle } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import type { Store } from '../../store/connect.ts';
import * as schema from '../../store/schema/index.ts';

/** Gives the same store, and a list that grows with the text of each statement sent over its pool. */
export function noted(store: Store): { store: Store; statements: string[] } {
  const statements: string[] = [];
  const sql = new Proxy(store.sql, {
    apply(target, self, args: unknown[]) {
      const [first] = args;
      // A fragment's name or a list of values is no statement.
      if (Array.isArray(first) && 'raw' in first) statements.push(first.join('?'));
      return Reflect.apply(target, self, args);
    },
    get(target, key) {
      if (key !== 'unsafe') return Reflect.get(target, key);
      return (query: string, ...rest: unknown[]) => {
        statements.push(query);
        return Reflect.apply(target.unsafe, target, [query, ...rest]);
      };
    },
  }) as Sql;
  return { store: { ...store, sql, db: drizzle(sql, { schema }) }, statements };
}
