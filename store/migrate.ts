import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { DatabaseTooNew } from './errors.ts';

const migrationsFolder = fileURLToPath(new URL('migrations', import.meta.url));
/** Any constant of ours: processes that start at once take turns on it. */
const migrationLock = 7_418_201;

/**
 * Brings the database to this program's version; several processes may call it at once.
 * Throws DatabaseTooNew when a newer version has migrated it already.
 */
export async function migrate(url: string): Promise<void> {
  // One connection: the lock belongs to the session that migrates.
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${migrationLock})`;
    const newest = await newestApplied(sql);
    const known = readMigrationFiles({ migrationsFolder }).map((migration) => migration.folderMillis);
    if (newest !== null && newest > Math.max(...known)) throw new DatabaseTooNew();
    await applyMigrations(drizzle(sql), { migrationsFolder });
  } finally {
    await sql.end();
  }
}

/** Drizzle keeps its list in `drizzle.__drizzle_migrations`; a fresh database has none. */
async function newestApplied(sql: postgres.Sql): Promise<number | null> {
  const [list] = await sql<
    { exists: boolean }[]
  >`select to_regclass('drizzle.__drizzle_migrations') is not null as exists`;
  if (!list?.exists) return null;
  const [row] = await sql<
    { newest: number | null }[]
  >`select max(created_at)::float8 as newest from drizzle.__drizzle_migrations`;
  return row?.newest ?? null;
}
