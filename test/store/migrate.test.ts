import { expect, test } from 'vitest';
import { connect, waitUntilReady } from '../../store/connect.ts';
import { DatabaseTooNew, DatabaseUnreachable } from '../../store/errors.ts';
import { migrate } from '../../store/migrate.ts';
import { freshDatabase } from '../support/database.ts';

test('four processes at once migrate an empty database; a repetition does nothing', async () => {
  const { url, drop } = await freshDatabase();
  await Promise.all([1, 2, 3, 4].map(() => migrate(url)));
  await migrate(url);
  const store = connect(url, { max: 1 });
  const [row] =
    await store.sql`select count(*)::int as applied, count(distinct hash)::int as different from drizzle.__drizzle_migrations`;
  expect(row).toEqual({ applied: 4, different: 4 });
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
