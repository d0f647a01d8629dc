import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { stateNames } from '../../contract/states.ts';
import type { Store } from '../../store/connect.ts';
import { placeGivenBack, unitPlaces } from '../../store/queries/unitPlaces.ts';
import { record } from '../../store/record.ts';
import { entryOf, receiveOpening, useStore } from './fixture.ts';

const getStore = useStore();
const roundId = 'gtgn-2020/covid/dot1';
const asked = { roundId, unitId: 'hospital', kind: 'individual' as const };

test('a nomination in any state holds its unit’s place, but for those that ended without having been judged', async () => {
  const store = getStore();
  const { inboxId } = await receiveOpening(store, 'asks');
  for (const [n, to] of stateNames.entries())
    await record(store, entryOf(`gtgn-2020-7${n}`, 1, { to }, { roundId, movementId: 'covid' }));
  const held = stateNames.length - placeGivenBack.length;
  expect((await unitPlaces(store, { ...asked, inboxId })).taken).toBe(held);
  expect((await unitPlaces(store, { ...asked, inboxId, kind: 'collective' })).taken).toBe(0);
  expect((await unitPlaces(store, { ...asked, inboxId, unitId: 'clinic' })).taken).toBe(0);
  expect((await unitPlaces(store, { ...asked, inboxId, roundId: 'gtgn-2020/covid/dot2' })).taken).toBe(0);
});

test('an opening waits for the earlier ones of its unit and kind until they have an answer', async () => {
  const store = getStore();
  await store.sql`update inbox set status = 'refused' where status = 'received'`;
  const first = await receiveOpening(store, 'first');
  const second = await receiveOpening(store, 'second');
  const waits = async ({ inboxId }: { inboxId: string }, kind: 'individual' | 'collective' = 'individual') =>
    (await unitPlaces(store, { ...asked, kind, inboxId })).waits;
  expect([await waits(first), await waits(second), await waits(second, 'collective')]).toEqual([false, true, false]);
  await store.sql`update inbox set status = 'refused' where id = ${first.inboxId}`;
  expect(await waits(second)).toBe(false);
});

test('openings of a unit become visible in the order of their instants, and those of others do not wait', async () => {
  const store = getStore();
  const order: string[] = [];
  let second: Promise<unknown> = Promise.resolve();
  await store.sql.begin(async (tx) => {
    const inFlight = { ...store, sql: Object.assign(tx, {}) as unknown as Store['sql'] };
    await receiveOpening(inFlight, 'earlier');
    second = receiveOpening(store, 'later').then(() => order.push('later is received'));
    while (!(await waiting(store))) await sleep(5);
    order.push('earlier commits');
  });
  await second;
  expect(order).toEqual(['earlier commits', 'later is received']);
  const rows = await store.sql<{ key: string }[]>`
    select idempotency_key as key from inbox where idempotency_key in ('earlier', 'later') order by received_at`;
  expect(rows.map(({ key }) => key)).toEqual(['earlier', 'later']);
});

async function waiting(store: Store): Promise<boolean> {
  const [row] = await store.sql<{ waits: boolean }[]>`
    select exists (select from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())) as waits`;
  return row?.waits ?? false;
}
