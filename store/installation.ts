import { eq, sql } from 'drizzle-orm';
import type { Store } from './connect.ts';
import { installation } from './schema/configuration.ts';

/** Gives a fact of the installation, or null. */
export async function installationFact<T>(store: Store, key: string): Promise<T | null> {
  const [row] = await store.db
    .select({ value: installation.value })
    .from(installation)
    .where(eq(installation.key, key));
  return (row?.value as T | undefined) ?? null;
}

/** Sets a fact once; the first process wins. Gives the fact that holds. */
export async function settleInstallationFact<T>(store: Store, key: string, value: T): Promise<T> {
  await store.db.insert(installation).values({ key, value }).onConflictDoNothing();
  return (await installationFact<T>(store, key)) ?? value;
}

/** Sets or replaces a fact. */
export async function putInstallationFact<T>(store: Store, key: string, value: T): Promise<void> {
  await store.db
    .insert(installation)
    .values({ key, value })
    .onConflictDoUpdate({ target: installation.key, set: { value: sql`excluded.value` } });
}
