import { describe, expect, test } from 'vitest';
import { UncanonicalValue } from '../../contract/canonicalJson.ts';
import { toProgramme } from '../../contract/clock.ts';
import type { Store } from '../../store/connect.ts';
import { claimUndelivered, outcomeOf, recordRefusal, releaseWithError } from '../../store/deliver.ts';
import { IdempotencyConflict } from '../../store/errors.ts';
import { receive } from '../../store/receive.ts';
import { record } from '../../store/record.ts';
import { entryOf, programmeId, receiveAct, receiveOpening, useStore } from './fixture.ts';

const getStore = useStore();

describe('receipt', () => {
  test('five equal openings at once give one row, one nomination, five equal answers', async () => {
    const store = getStore();
    const receipts = await Promise.all([1, 2, 3, 4, 5].map(() => receiveOpening(store, 'five')));
    expect(
      new Set(receipts.map(({ inboxId, subjectId, receivedAt }) => [inboxId, subjectId, receivedAt].join())).size,
    ).toBe(1);
    expect(receipts.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(receipts.filter(({ deliverNow }) => deliverNow)).toHaveLength(1);
    const [count] = await store.sql`select count(*)::int from inbox where idempotency_key = 'five'`;
    expect(count).toEqual({ count: 1 });
  });

  test('numbers nominations of a programme without gaps, many at once', async () => {
    const store = getStore();
    const other = { programmeId: 'other', subjectId: null, type: 'nomination.open' as const };
    const receipts = await Promise.all(
      Array.from({ length: 20 }, (_, n) => receiveAct(store, { ...other, idempotencyKey: `n${n % 15}` })),
    );
    const ids = [...new Set(receipts.map(({ subjectId }) => subjectId))].sort();
    expect(ids).toEqual(Array.from({ length: 15 }, (_, n) => `other-${String(n + 1).padStart(4, '0')}`));
  });

  test('gives the answer along with the receipt once there is one', async () => {
    const store = getStore();
    const first = await receiveOpening(store, 'answered');
    await record(store, entryOf(first.subjectId, 1, { inboxId: first.inboxId }));
    const again = await receiveOpening(store, 'answered');
    expect(again).toMatchObject({
      inboxId: first.inboxId,
      status: 'applied',
      answer: { state: 'draft', revision: 1 },
      deliverNow: false,
    });
  });

  test('written twice, as after a restart of the server, is delivered at once by whoever received it', async () => {
    const store = getStore();
    /** What a group of writes does whose session a restart has ended, though the first writing was kept. */
    const commits: Store['commits'] = {
      run: async (work) => {
        await work(true);
        return (await work(false)).value;
      },
    };
    const restarted = { ...store, commits };
    const receipt = await receiveOpening(restarted, 'restarted');
    expect(receipt).toMatchObject({
      status: 'received',
      duplicate: false,
      deliverNow: true,
      actor: { personId: 'clerk' },
    });
    const again = await receiveOpening(restarted, 'restarted');
    expect(again).toMatchObject({ inboxId: receipt.inboxId, duplicate: true, deliverNow: false });
  });

  test.each([
    ['another body', { body: { reason: 'khác' } }],
    ['another type', { type: 'nomination.revive' as const }],
    ['another nomination', { subjectId: 'gtgn-2020-9999' }],
    ['another revision', { expectedRevision: 7 }],
  ])('refuses the same key with %s', async (_, change) => {
    const store = getStore();
    const act = { idempotencyKey: `conflict ${_}`, subjectId: 'gtgn-2020-0800' };
    await receiveAct(store, act);
    await expect(receiveAct(store, { ...act, ...change })).rejects.toThrow(IdempotencyConflict);
  });

  test('keeps programme time as the contract computes it', async () => {
    const clock = { origin: '2020-08-25T00:00:00.000Z', start: '2026-11-24T05:00:00.123Z', speed: 43_210.7 };
    const act = {
      idempotencyKey: 'clock',
      actorId: 'clerk',
      as: 'unitClerk',
      programmeId,
      subjectId: 'gtgn-2020-0801',
      type: 'draft.signOff',
      body: {},
    } as const;
    const receipt = await receive(getStore(), act, { clock, owner: 'test' });
    expect(receipt.programmeAt).toBe(toProgramme(clock, Date.parse(receipt.receivedAt)));
  });

  test.each([
    ['NUL', 'a\0b'],
    ['half a surrogate pair', 'a\ud800'],
  ])('refuses a text with %s and keeps nothing', async (_, reason) => {
    const act = { idempotencyKey: `bad ${_}`, subjectId: 'gtgn-2020-0802', body: { reason } };
    await expect(receiveAct(getStore(), act)).rejects.toThrow(UncanonicalValue);
  });

  test('keeps neither row nor number when the audit entry fails', async () => {
    const store = getStore();
    await store.sql`alter table audit_entries add constraint broken check (subject_id <> 'frail-0001') not valid`;
    const frail = {
      idempotencyKey: 'frail',
      subjectId: null,
      type: 'nomination.open' as const,
      programmeId: 'frail',
    };
    await expect(receiveAct(store, frail)).rejects.toMatchObject({ code: '23514' });
    await store.sql`alter table audit_entries drop constraint broken`;
    expect(await store.sql`select 1 from inbox where idempotency_key = 'frail'`).toHaveLength(0);
    expect(await store.sql`select 1 from audit_heads where chain = 'frail'`).toHaveLength(0);
    expect((await receiveAct(store, frail)).subjectId).toBe('frail-0001');
  });
});

describe('order and leases', () => {
  test('only the oldest undelivered act of a nomination is delivered', async () => {
    const store = getStore();
    const subjectId = 'gtgn-2020-0900';
    const first = await receiveAct(store, { idempotencyKey: 'order 1', subjectId });
    const second = await receiveAct(store, { idempotencyKey: 'order 2', subjectId });
    expect([first.deliverNow, second.deliverNow]).toEqual([true, false]);
    expect(await claimUndelivered(store, 'next', 10, subjectId)).toEqual([]);
    await recordRefusal(store, first.inboxId, [{ code: 'NOT_NOW', detail: {} }]);
    const claimed = await claimUndelivered(store, 'next', 10, subjectId);
    expect(claimed.map(({ id, attempts }) => [id, attempts])).toEqual([[second.inboxId, 1]]);
  });

  test('two claimers never share a row', async () => {
    const store = getStore();
    const ids = Array.from({ length: 40 }, (_, n) => `gtgn-2020-1${String(n).padStart(3, '0')}`);
    for (const subjectId of ids) {
      await receiveAct(store, { idempotencyKey: subjectId, subjectId });
      await receiveAct(store, { idempotencyKey: `${subjectId} later`, subjectId });
    }
    await store.sql`update inbox set lease_until = now() - interval '1 s' where subject_id = any(${ids})`;
    const batches = await Promise.all(Array.from({ length: 8 }, (_, n) => claimUndelivered(store, `claimer ${n}`, 10)));
    const claimed = batches.flat().filter(({ subjectId }) => ids.includes(subjectId));
    expect(new Set(claimed.map(({ id }) => id)).size).toBe(claimed.length);
    expect(new Set(claimed.map(({ subjectId }) => subjectId)).size).toBe(claimed.length);
    expect(claimed.every(({ id }) => id !== undefined)).toBe(true);
  });

  test('a failed delivery waits, keeps its error and stays received', async () => {
    const store = getStore();
    const { inboxId, subjectId } = await receiveAct(store, {
      idempotencyKey: 'fails',
      subjectId: 'gtgn-2020-0901',
    });
    await releaseWithError(store, inboxId, 'engine away');
    expect(await claimUndelivered(store, 'soon', 10, subjectId)).toEqual([]);
    expect(await outcomeOf(store, inboxId)).toMatchObject({ status: 'received', lastError: 'engine away' });
    await store.sql`update inbox set lease_until = now() - interval '1 s' where id = ${inboxId}`;
    expect(await claimUndelivered(store, 'later', 10, subjectId)).toHaveLength(1);
  });

  test('a refusal is written and audited once', async () => {
    const store = getStore();
    const { inboxId, subjectId } = await receiveAct(store, {
      idempotencyKey: 'refused',
      subjectId: 'gtgn-2020-0902',
    });
    const refusals = [{ code: 'PAST_DEADLINE' as const, detail: { dueAt: '2020-09-30T16:59:59.999Z' } }];
    expect(
      await Promise.all([recordRefusal(store, inboxId, refusals), recordRefusal(store, inboxId, refusals)]),
    ).toContain(true);
    expect(await recordRefusal(store, inboxId, [])).toBe(false);
    expect(await outcomeOf(store, inboxId)).toMatchObject({ status: 'refused', answer: { refusals } });
    const entries =
      await store.sql`select kind, actor_id, entry from audit_entries where subject_id = ${subjectId} order by seq`;
    expect(entries).toMatchObject([{ kind: 'received' }, { kind: 'refused', actor_id: 'clerk', entry: { refusals } }]);
  });

  test('an outcome is told to its own actor only, when asked so', async () => {
    const { inboxId } = await receiveAct(getStore(), { idempotencyKey: 'mine', subjectId: 'gtgn-2020-0903' });
    expect(await outcomeOf(getStore(), inboxId, 'head')).toBeNull();
    expect(await outcomeOf(getStore(), inboxId, 'clerk')).toMatchObject({ status: 'received' });
  });
});
