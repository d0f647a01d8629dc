import type { Options, PostgresType, Sql, TransactionSql } from 'postgres';
import { openPool } from './pool.ts';

export type Transactions = {
  /** Runs `work` in one transaction; `mode` as after `begin` (`isolation level repeatable read read only`). */
  run<T>(work: (tx: TransactionSql) => Promise<T>, mode?: string): Promise<T>;
  close(): Promise<void>;
};

/**
 * Opens connections that only transactions use, at most `most` at a time; further ones wait here. postgres.js 3.4.9 does not
 * reserve a connection for a `begin` that it has queued behind another statement, and then fails with UNSAFE_TRANSACTION
 * and drops the connection: so no `begin` ever meets a busy one. `dress` as for the pool of single statements.
 */
export function openTransactions(
  url: string,
  options: Options<Record<string, PostgresType>>,
  most: number,
  dress: (sql: Sql) => Sql,
): Transactions {
  const pool = openPool(url, { ...options, max: most }, dress);
  const waiting: (() => void)[] = [];
  let free = most;

  async function taken(): Promise<void> {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  }

  function given(): void {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }

  return {
    async run<T>(work: (tx: TransactionSql) => Promise<T>, mode = ''): Promise<T> {
      await taken();
      try {
        return (await pool.current.begin(mode, work)) as T;
      } finally {
        given();
      }
    },
    close: () => pool.close(),
  };
}
