import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import type { Flush } from './commitGroup.ts';
import type { Pool } from './pool.ts';

/**
 * Gives the waiting commit of a commit group. `pool` must have one connection that nothing else uses. The session
 * is named in its own settings, so an answer of another session, opened after a crash, cannot be taken for its.
 */
export function sessionFlush(pool: Pool<Sql>): Flush {
  return async () => {
    const sql = pool.current;
    // The message is a record of nothing: it makes the commit write to the log, and so wait for it.
    const [row] = await sql<{ name: string | null }[]>`
      select current_setting('vinhdanh.session', true) as name, pg_logical_emit_message(true, 'vinhdanh.flush', '')`;
    if (row?.name) return row.name;
    const name = randomUUID();
    await sql`select set_config('vinhdanh.session', ${name}, false)`;
    return name;
  };
}
