import postgres from 'postgres';
import { expect, test } from 'vitest';
import { compareWithChain } from '../../store/audit/compare.ts';
import { verifyChain } from '../../store/audit/verify.ts';
import { connect, waitUntilReady } from '../../store/connect.ts';
import { DatabaseTooNew, DatabaseUnreachable } from '../../store/errors.ts';
import { migrate } from '../../store/migrate.ts';
import { record } from '../../store/record.ts';
import { freshDatabase } from '../support/database.ts';
import { migrateOnlyTo, openedBefore0004 } from './before0004.ts';
import { entryOf, programmeId, receiveAct } from './fixture.ts';

test('four processes at once migrate an empty database; a repetition does nothing', async () => {
  const { url, drop } = await freshDatabase();
  await Promise.all([1, 2, 3, 4].map(() => migrate(url)));
  await migrate(url);
  const store = connect(url, { max: 1 });
  const [row] =
    await store.sql`select count(*)::int as applied, count(distinct hash)::int as different from drizzle.__drizzle_migrations`;
  expect(row).toEqual({ applied: 13, different: 13 });
  await store.close();
  await drop();
});

test('a database of a newer version is refused and left alone', async () => {
  const { url, drop } = await freshDatabase();
  await migrate(url);
  const store = connect(url, { max: 1 });
  await store.sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', ${String(Date.now() + 1e9)})`;
  await expect(migrate(url)).rejects.toThrow(DatabaseTooNew);
  await store.close();
  await drop();
});

test('a server that is not there is given up by name, after waiting', async () => {
  const store = connect('postgres://nobody@127.0.0.1:1/none', { max: 1 });
  await expect(waitUntilReady(store, 500)).rejects.toThrow(DatabaseUnreachable);
  await store.close();
});

const shared = ['inbox', 'work_items', 'outbox', 'transitions', 'audit_entries'];

test('a database of before the renaming keeps every row, its audit chain verifies, and it is worked on further', async () => {
  const { url, drop } = await freshDatabase();
  await migrateOnlyTo(url, 3);
  const old = postgres(url, { max: 1 });
  const id = await openedBefore0004(old);
  const before = await rowsOf(old, 'nomination_id');
  expect(Object.values(before).map(({ length }) => length)).toEqual([1, 1, 1, 1, 2]);
  await old.end();

  await migrate(url);
  const store = connect(url, { max: 2 });
  // Later versions add columns; what was there is unchanged.
  expect(await rowsOf(store.sql, 'subject_id')).toMatchObject(before);
  expect(await verifyChain(store.sql)).toMatchObject([{ chain: programmeId, entries: 2, firstBreak: null }]);
  await expect(store.sql`update audit_entries set subject_id = 'another'`).rejects.toThrow('append-only');

  const act = await receiveAct(store, { idempotencyKey: 'after', subjectId: id });
  await record(store, entryOf(id, 2, { inboxId: act.inboxId }));
  expect(await verifyChain(store.sql)).toMatchObject([{ chain: programmeId, entries: 4, firstBreak: null }]);
  expect(await compareWithChain(store.sql)).toEqual([]);
  await store.close();
  await drop();
});

test('after the renaming only what is about nominations alone says nomination_id', async () => {
  const { url, drop } = await freshDatabase();
  await migrate(url);
  const sql = postgres(url, { max: 1 });
  expect(
    await sql`
      select table_name as name from information_schema.columns where table_schema = 'public' and column_name ~ 'nomination_id'
      union all select proname from pg_proc where pronamespace = 'public'::regnamespace and (prosrc ~ 'nomination_id' or proname ~ 'nomination_')
      union all select indexname from pg_indexes where schemaname = 'public' and indexdef ~ 'nomination_id' order by name`,
  ).toEqual([{ name: 'dossiers' }, { name: 'dossiers_nomination_id_version_pk' }, { name: 'keep_dossier' }]);
  await sql.end();
  await drop();
});

/** Every row of the shared tables, whole, with the subject's id under one name. */
async function rowsOf(sql: postgres.Sql, column: string): Promise<Record<string, unknown[]>> {
  const read = shared.map(async (table) => {
    const rows = await sql`
      select to_jsonb(t) - ${column}::text || jsonb_build_object('subject', ${sql(column)}) as row from ${sql(table)} t order by 1`;
    return [table, rows.map(({ row }) => row)] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}
