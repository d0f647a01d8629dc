import type { Sql } from 'postgres';
import { until } from './product.ts';

/** What still waits for machinery. */
export type Backlog = { undelivered: number; unsent: number };

/** Waits until nothing received is undelivered and, when asked, no notice waits to be sent. Gives what is left and how long it took. */
export async function settle(
  sql: Sql,
  limits: { undeliveredMs: number; unsentMs: number },
): Promise<Backlog & { ms: number }> {
  const startedMs = Date.now();
  await waitWhile(sql, ({ undelivered }) => undelivered > 0, limits.undeliveredMs);
  const ms = Date.now() - startedMs;
  await waitWhile(sql, ({ unsent }) => unsent > 0, limits.unsentMs);
  return { ...(await backlog(sql)), ms };
}

async function waitWhile(sql: Sql, waiting: (backlog: Backlog) => boolean, withinMs: number): Promise<void> {
  // What is left after the limit is told by the check, with its rows.
  await until('an empty backlog', async () => !waiting(await backlog(sql)), withinMs).catch(() => undefined);
}

async function backlog(sql: Sql): Promise<Backlog> {
  const [row] = await sql<Backlog[]>`
    select (select count(*)::int from inbox where answer is null or status = 'received') as undelivered,
      (select count(*)::int from outbox where status in ('pending', 'failed')) as unsent`;
  return row ?? { undelivered: 0, unsent: 0 };
}
