import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Store } from '../../store/connect.ts';
import { claimUndelivered } from '../../store/deliver.ts';
import type { Receipt } from '../../store/receive.ts';
import { programmeId, receiveAct, receiveOpening, useStore } from './fixture.ts';

const getStore = useStore();

/** Takes a movement alone, as a change being applied does, while `during` runs. */
async function whileChanging(store: Store, movementId: string, during: () => Promise<void>): Promise<number> {
  await store.sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(subject_lock_key(${`${programmeId}/${movementId}`}))`;
    await during();
  });
  return Date.now();
}

async function waitersOf(store: Store): Promise<number> {
  const [row] = await store.sql<{ count: number }[]>`
    select count(*)::int from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`;
  return row?.count ?? 0;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(5);
}

test('an opening in flight waits for the change of its movement, and is received after it', async () => {
  const store = getStore();
  let opening: ReturnType<typeof receiveOpening> | undefined;
  const [before] = await store.sql<{ at: string }[]>`select real_now() as at`;
  let changedAt = '';
  await whileChanging(store, 'covid', async () => {
    opening = receiveOpening(store, 'in flight');
    await until(async () => (await waitersOf(store)) === 1);
    const [row] = await store.sql<{ at: string }[]>`select real_now() as at`;
    changedAt = new Date(row?.at ?? '').toISOString();
  });
  const receipt = await opening;
  expect(receipt && receipt.receivedAt >= changedAt).toBe(true);
  expect(changedAt >= new Date(before?.at ?? '').toISOString()).toBe(true);
});

test('openings of one movement do not wait for each other, nor for a change of another', async () => {
  const store = getStore();
  await whileChanging(store, 'elsewhere', async () => {
    const receipts = await Promise.all([1, 2, 3].map((n) => receiveOpening(store, `together ${n}`)));
    expect(receipts.every(({ deliverNow }) => deliverNow)).toBe(true);
  });
  const inside = await store.sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock_shared(subject_lock_key(${`${programmeId}/covid`}))`;
    return receiveOpening(store, 'shared');
  });
  expect(inside.duplicate).toBe(false);
});

test('the change waits for an opening in flight, and then sees it', async () => {
  const store = getStore();
  const order: string[] = [];
  let change: Promise<unknown> = Promise.resolve();
  await store.sql.begin(async (tx) => {
    const inFlight = { ...store, sql: Object.assign(tx, {}) as unknown as typeof store.sql };
    await receiveOpening(inFlight, 'before the change');
    change = whileChanging(store, 'covid', async () => {
      const rows = await store.sql`select 1 from inbox where idempotency_key = 'before the change'`;
      order.push(`change sees ${rows.length}`);
    });
    await until(async () => (await waitersOf(store)) === 1);
    order.push('opening commits');
  });
  await change;
  expect(order).toEqual(['opening commits', 'change sees 1']);
});

test('acts of people are claimed before the shares of a change, and each subject keeps its order', async () => {
  const store = getStore();
  await store.sql`update inbox set status = 'refused' where status = 'received'`;
  const receipts: Receipt[] = [];
  for (let n = 0; n < 6; n++) {
    receipts.push(await receiveAct(store, { idempotencyKey: `turn ${n}`, subjectId: `gtgn-2020-4${n % 5}` }));
  }
  const idOf = (n: number) => receipts[n]?.inboxId ?? '';
  // The first three are shares of a change; the last act is behind the first share, of the same nomination.
  await store.sql`update inbox set change_id = 'c-1' where id = any(${[0, 1, 2].map(idOf)})`;
  await store.sql`update inbox set lease_until = now() - interval '1 s' where status = 'received'`;
  const first = await claimUndelivered(store, 'one', 2);
  expect(first.map(({ id, changeId }) => [id, changeId])).toEqual([
    [idOf(3), null],
    [idOf(4), null],
  ]);
  const rest = await claimUndelivered(store, 'two', 10);
  expect(rest.map(({ id, changeId }) => [id, changeId])).toEqual([0, 1, 2].map((n) => [idOf(n), 'c-1']));
});
