import { setTimeout as sleep } from 'node:timers/promises';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { CommitGroup } from './commitGroup.ts';
import { createCommitGroup } from './commitGroup.ts';
import { DatabaseUnreachable } from './errors.ts';
import { sessionFlush } from './flush.ts';
import * as schema from './schema/index.ts';

export type Database = PostgresJsDatabase<typeof schema>;

/**
 * One pool of connections. Drizzle takes over the type conversion of `sql` too: in raw statements instants come back as
 * PostgreSQL's text and JSON parameters must be given as text.
 */
export type Store = {
  sql: postgres.Sql;
  db: Database;
  commits: CommitGroup;
  close(): Promise<void>;
};

export type ConnectOptions = {
  /** Connections of this process. */
  max?: number;
  /** Shown in pg_stat_activity. */
  name?: string;
};

/** Opens a pool; connections are made on first use. `waitUntilReady` waits for a server that is starting. */
export function connect(url: string, options: ConnectOptions = {}): Store {
  // The library's own delays grow to 20 s: too long to be away after a server has come back.
  const backoff = (retries: number) => Math.min(0.05 * 2 ** retries, 1);
  const common = { connect_timeout: 10, backoff, onnotice: () => {} };
  const application_name = options.name ?? 'vinhdanh';
  const sql = postgres(url, {
    ...common,
    max: options.max ?? 8,
    connection: {
      application_name,
      TimeZone: 'UTC',
      // A lost process must not hold a nomination's or a chain's lock for ever.
      lock_timeout: 15_000,
      idle_in_transaction_session_timeout: 60_000,
    },
  });
  // One more connection, made when writes first come together; never closed for age, since it stands for the server's life.
  const lasting = postgres(url, { ...common, max: 1, max_lifetime: null, connection: { application_name } });
  return {
    sql,
    db: drizzle(sql, { schema }),
    commits: createCommitGroup(sessionFlush(lasting)),
    close: async () => {
      await Promise.all([sql.end({ timeout: 5 }), lasting.end({ timeout: 5 })]);
    },
  };
}

/** What a server says while it starts, stops or recovers, and what the network says while it is away. */
const passingCodes = new Set([
  '57P03',
  '57P01',
  '57P02',
  '53300',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'DATABASE_RESTARTED',
  'ENOENT',
  'CONNECTION_CLOSED',
  'CONNECT_TIMEOUT',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
]);

/** Gives whether the failure is the server's or the network's passing state, so that the same call may succeed later. */
export function isPassing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && passingCodes.has(String(error.code));
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
