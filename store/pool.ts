import type { Options, PostgresType, Sql } from 'postgres';
import postgres from 'postgres';

/** A pool that is replaced when it loses a connection; `current` is the one to use now, never to be kept. */
export type Pool<Client> = { readonly current: Client; close(): Promise<void> };

/**
 * Left out of the library's types. At most one statement is sent behind another, which may be waiting for a lock or be
 * lost with its connection; with 0 the library could not begin transactions.
 */
const unlisted = { max_pipeline: 1 };

/** How long statements under way in a replaced pool may still take. */
const graceS = 5;

/**
 * Opens a pool. postgres.js 3.4.9 does not survive a lost connection in every case: bytes not yet sent stay in front of
 * the next connection's greeting, and a statement given between a socket's `error` and `close` is never answered
 * (porsager/postgres #1142, #1186; seen here as a receipt that hung for ever after a crash of the server). So the first
 * loss ends the whole pool: what is under way there ends within seconds, everything new goes to a fresh one. `dress`
 * gives what users of the pool see of it.
 */
export function openPool<Client>(
  url: string,
  options: Options<Record<string, PostgresType>>,
  dress: (sql: Sql) => Client,
): Pool<Client> {
  let closed = false;
  let current = open();

  function open(): { sql: Sql; client: Client } {
    const sql: Sql = postgres(url, {
      ...options,
      onnotice: () => {},
      connect_timeout: 10,
      ...unlisted,
      // Connections are not renewed for age: only a loss closes one.
      max_lifetime: null,
      backoff: () => 0.1,
      onclose: () => {
        if (closed || sql !== current.sql) return;
        current = open();
        sql.end({ timeout: graceS }).catch(() => undefined);
      },
    });
    return { sql, client: dress(sql) };
  }

  return {
    get current() {
      return current.client;
    },
    async close() {
      closed = true;
      await current.sql.end({ timeout: graceS });
    },
  };
}
