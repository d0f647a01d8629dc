import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { recordRefusal } from '../../store/deliver.ts';
import { undeliveredBefore } from '../../store/drain.ts';
import { receiveAct, useStore } from './fixture.ts';

const getStore = useStore();

test('a deadline not yet reached is early, with the time to wait', async () => {
  const drain = await undeliveredBefore(getStore(), 'd-1', Date.now() + 60_000);
  expect(drain.state).toBe('early');
  expect(drain.state === 'early' && drain.waitMs).toBeGreaterThan(50_000);
});

test('an act received in time holds the deadline until it is settled; a later one does not', async () => {
  const store = getStore();
  const receipt = await receiveAct(store, { idempotencyKey: 'in time', subjectId: 'd-2' });
  const dueMs = Date.parse(receipt.receivedAt);
  await sleep(5);
  expect((await undeliveredBefore(store, 'd-2', dueMs)).state).toBe('pending');
  expect((await undeliveredBefore(store, 'd-2', dueMs - 1)).state).toBe('drained');
  await recordRefusal(store, receipt.inboxId, []);
  expect((await undeliveredBefore(store, 'd-2', dueMs)).state).toBe('drained');
});

test('the check waits for a receipt in flight and then sees it', async () => {
  const store = getStore();
  const order: string[] = [];
  let dueMs = 0;
  let check: Promise<unknown> = Promise.resolve();
  await store.sql.begin(async (tx) => {
    const inFlight = { ...store, sql: Object.assign(tx, {}) as unknown as typeof store.sql };
    const receipt = await receiveAct(inFlight, { idempotencyKey: 'in flight', subjectId: 'd-3' });
    dueMs = Date.parse(receipt.receivedAt);
    await sleep(20);
    check = undeliveredBefore(store, 'd-3', dueMs).then((drain) => order.push(drain.state));
    await sleep(300);
    order.push('receipt commits');
  });
  await check;
  expect(order).toEqual(['receipt commits', 'pending']);
});

test('accepted exactly when received by the deadline, in a hundred races with it', async () => {
  const store = getStore();
  const races = Array.from({ length: 100 }, async (_, n) => {
    const subjectId = `race-${n}`;
    const dueMs = Date.now() + 120 + (n % 7);
    await sleep(90 + (n % 70));
    const [receipt, states] = await Promise.all([
      receiveAct(store, { idempotencyKey: subjectId, subjectId }),
      statesUntilSettled(subjectId, dueMs),
    ]);
    return { inTime: Date.parse(receipt.receivedAt) <= dueMs, held: states.includes('pending') };
  });
  const results = await Promise.all(races);
  expect(results.filter(({ inTime, held }) => inTime !== held)).toEqual([]);
  expect(new Set(results.map(({ inTime }) => inTime)).size).toBe(2);

  /** Asks as the timer would, until the answer is final for an act that nobody delivers. */
  async function statesUntilSettled(subjectId: string, dueMs: number): Promise<string[]> {
    const states: string[] = [];
    for (;;) {
      const drain = await undeliveredBefore(store, subjectId, dueMs);
      states.push(drain.state);
      if (drain.state !== 'early') return states;
      await sleep(drain.waitMs);
    }
  }
});
