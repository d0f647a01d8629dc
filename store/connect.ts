import { setTimeout as sleep } from 'node:timers/promises';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { drizzle } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import type { CommitGroup } from './commitGroup.ts';
import { createCommitGroup } from './commitGroup.ts';
import { DatabaseUnreachable } from './errors.ts';
import { sessionFlush } from './flush.ts';
import { isPassing } from './passing.ts';
import { openPool } from './pool.ts';
import * as schema from './schema/index.ts';
import type { Transactions } from './transactions.ts';
import { openTransactions } from './transactions.ts';

export type Database = PostgresJsDatabase<typeof schema>;

/**
 * One pool of connections. Drizzle takes over the type conversion of `sql` too: in raw statements instants come back as
 * PostgreSQL's text and JSON parameters must be given as text.
 */
export type Store = {
  sql: postgres.Sql;
  db: Database;
  /** Runs statements in one transaction, on a connection that only transactions use. */
  transact: Transactions['run'];
  commits: CommitGroup;
  close(): Promise<void>;
};

export type ConnectOptions = {
  /** Connections of this process. */
  max?: number;
  /** Shown in pg_stat_activity. */
  name?: string;
};

/** Few of our writes need more than one statement; those that do wait for one another, not for the rest. */
const transactionsAtOnce = 2;

/** Opens a pool; connections are made on first use. `waitUntilReady` waits for a server that is starting. */
export function connect(url: string, options: ConnectOptions = {}): Store {
  const application_name = options.name ?? 'vinhdanh';
  const settings = {
    application_name,
    TimeZone: 'UTC',
    // A lost process must not hold a nomination's or a chain's lock for ever.
    lock_timeout: 15_000,
    idle_in_transaction_session_timeout: 60_000,
  };
  const pool = openPool(url, { max: options.max ?? 8, connection: settings }, (sql) => ({
    sql,
    db: drizzle(prepared(sql), { schema }),
  }));
  const transactions = openTransactions(url, { connection: settings }, transactionsAtOnce, (sql) => {
    // The same type conversion as in the pool beside it.
    drizzle(sql, { schema });
    return sql;
  });
  // One more connection, made when writes first come together: its session stands for the server's life.
  const lasting = openPool(url, { max: 1, connection: { application_name } }, (sql) => sql);
  return {
    get sql() {
      return pool.current.sql;
    },
    get db() {
      return pool.current.db;
    },
    transact: (work, mode) => transactions.run(work, mode),
    commits: createCommitGroup(sessionFlush(lasting)),
    close: async () => {
      await Promise.all([pool.close(), transactions.close(), lasting.close()]);
    },
  };
}

/**
 * Drizzle asks for unnamed statements, which cost two round trips and a new plan each time. Ours are few and always the
 * same, so each connection keeps them.
 */
function prepared(sql: postgres.Sql): postgres.Sql {
  const unsafe: postgres.Sql['unsafe'] = (query, parameters, options) =>
    sql.unsafe(query, parameters, { ...options, prepare: true });
  return Object.assign((...args: Parameters<typeof sql>) => sql(...args), sql, { unsafe }) as unknown as postgres.Sql;
}

/** Waits until the server answers. Throws DatabaseUnreachable when it does not in time, and other failures (password, no such database) at once. */
export async function waitUntilReady(store: Store, timeoutMs = 30_000): Promise<void> {
  const giveUpAt = Date.now() + timeoutMs;
  for (;;) {
    try {
      await store.sql`select 1`;
      return;
    } catch (error) {
      if (!isPassing(error)) throw error;
      if (Date.now() >= giveUpAt) throw new DatabaseUnreachable(error);
      await sleep(200);
    }
  }
}
