import { and, desc, eq } from 'drizzle-orm';
import type { ISql } from 'postgres';
import type { Programme } from '../contract/programme.ts';
import { appendAudit } from './audit/append.ts';
import type { Store } from './connect.ts';
import { ProgrammeVersionConflict } from './errors.ts';
import { programmeVersions } from './schema/configuration.ts';

/** One published version of a programme document; `ref` is `id@version#hash`. */
export type ProgrammeVersion = { ref: string; id: string; version: string; hash: string; definition: unknown };

/**
 * Stores a version of a programme, audited; storing the same again does nothing. Gives whether it was new.
 * Throws ProgrammeVersionConflict when this version is stored with another hash: nominations are pinned to it.
 */
export async function putProgrammeVersion(
  store: Store,
  version: ProgrammeVersion,
  actorId: string | null,
): Promise<boolean> {
  return store.transact(async (tx) => {
    const { ref, id, hash, definition } = version;
    const inserted = await tx`
      insert into programme_versions (ref, id, version, hash, definition, stored_at)
      values (${ref}, ${id}, ${version.version}, ${hash}, ${JSON.stringify(definition)}, clock_timestamp())
      on conflict do nothing returning ref`;
    if (inserted.length === 0) {
      const [stored] = await tx<
        { hash: string }[]
      >`select hash from programme_versions where id = ${id} and version = ${version.version}`;
      if (stored?.hash !== hash) throw new ProgrammeVersionConflict(ref);
      return false;
    }
    await appendAudit(tx, { chain: id, kind: 'configuration', actorId, entry: { programme: ref } });
    return true;
  });
}

const pinned = new WeakMap<Store, Map<string, Promise<Programme | null>>>();

/**
 * Gives the definition a nomination is pinned to, or null. Definitions never change, so each is read once: over `sql` where
 * the caller is in a transaction, which must not wait for a second connection.
 */
export function pinnedProgramme(store: Store, ref: string, sql: ISql = store.sql): Promise<Programme | null> {
  const known = pinned.get(store) ?? new Map<string, Promise<Programme | null>>();
  pinned.set(store, known);
  const remembered = known.get(ref);
  if (remembered) return remembered;
  const reading = Promise.resolve(
    sql<{ definition: Programme }[]>`select definition from programme_versions where ref = ${ref}`,
  ).then(([version]) => version?.definition ?? null);
  known.set(ref, reading);
  // Neither a failed read nor one that came too early must be remembered.
  reading.then(
    (programme) => programme ?? known.delete(ref),
    () => known.delete(ref),
  );
  return reading;
}

/** Gives the reference of the version stored last, without its definition, which is large; null when there is none. */
export async function latestProgrammeRef(store: Store, id: string): Promise<string | null> {
  const [row] = await store.sql<{ ref: string }[]>`
    select ref from programme_versions where id = ${id} order by stored_at desc limit 1`;
  return row?.ref ?? null;
}

/** Gives the version of that number, or the one stored last. */
export async function latestProgrammeVersion(
  store: Store,
  id: string,
  version?: string,
): Promise<ProgrammeVersion | null> {
  const [row] = await store.db
    .select()
    .from(programmeVersions)
    .where(
      and(eq(programmeVersions.id, id), version === undefined ? undefined : eq(programmeVersions.version, version)),
    )
    .orderBy(desc(programmeVersions.storedAt))
    .limit(1);
  return row ?? null;
}

/** Gives the reference of every programme's newest version, without the definitions, which are large. */
export async function latestProgrammeRefs(store: Store): Promise<string[]> {
  const rows = await store.sql<{ ref: string }[]>`
    select distinct on (id) ref from programme_versions order by id, stored_at desc`;
  return rows.map(({ ref }) => ref);
}

/** Gives the newest version of every programme, by id. */
export async function programmeList(store: Store): Promise<ProgrammeVersion[]> {
  return store.db
    .selectDistinctOn([programmeVersions.id])
    .from(programmeVersions)
    .orderBy(programmeVersions.id, desc(programmeVersions.storedAt));
}
