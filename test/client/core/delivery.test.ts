import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { clockFrom } from '../../support/clockFrom.ts';
import type { Product } from '../../support/product.ts';
import { form } from '../../support/productCast.ts';
import { until } from '../../support/until.ts';
import { useProduct } from '../../support/useProduct.ts';

const getProduct = useProduct(() => ({ clock: clockFrom('2021-11-15T01:00:00.000Z') }));

const dossier = { nomineeName: 'Lê Văn Ví Dụ', directWorker: true, documents: [] };

test('acts sent while no worker runs are received, and applied in their order when it is back', async () => {
  const product = getProduct();
  await product.stopDispatchers();
  await product.stopWorker();
  const opened = await product.client.nominate('bvbr.clerk', form);
  const id = opened.receipt.nominationId;
  expect(opened.outcome.kind).toBe('received');
  // Each person has a receipt; that the acts before theirs are waiting is all that can be said.
  const acts = [
    () => product.act(id, 'draft.amend', { dossier: { ...dossier, achievements: 'Bản hai' } }),
    () => product.act(id, 'draft.signOff'),
    () => product.act(id, 'review.shortlist'),
    () => product.act(id, 'draft.amend', { dossier: { ...dossier, achievements: 'Muộn' } }),
  ];
  const results = [];
  for (const act of acts) {
    results.push(act());
    await until('it is received', async () => (await receivedBy(product, id)) === results.length + 1);
  }
  expect((await Promise.all(results)).map(({ outcome }) => outcome.kind)).toEqual(acts.map(() => 'received'));
  expect(await product.state(id)).toBeNull();

  await product.startWorker();
  product.startDispatcher();
  await until('everything has an answer', async () => (await receivedBy(product, id)) === 0);
  expect(
    (await product.timeline(id)).filter(({ revision }) => revision !== null).map(({ type, to }) => [type, to]),
  ).toEqual([
    ['nomination.open', 'draft'],
    ['draft.amend', 'draft'],
    ['draft.signOff', 'departmentReview'],
    ['review.shortlist', 'councilReview'],
  ]);
  const outcomes = await Promise.all(
    (await Promise.all(results)).map(({ receipt }) => product.client.outcome(receipt.inboxId)),
  );
  expect(outcomes.map((result) => result?.outcome.kind)).toEqual(['applied', 'applied', 'applied', 'refused']);
}, 120_000);

test('an act delivered by several at once is applied once, and all get the same answer', async () => {
  const product = getProduct();
  const id = await product.open();
  await product.stopDispatchers();
  const row = await product.receive(id, 'draft.signOff');
  const answers = await Promise.all(Array.from({ length: 6 }, () => product.deliver(row)));
  expect(answers).toEqual(answers.map(() => ({ kind: 'applied', state: 'departmentReview', revision: 2 })));
  expect((await product.timeline(id)).map(({ type }) => type)).toEqual(['nomination.open', 'draft.signOff']);
  product.startDispatcher();
});

test('two dispatchers over thirty nominations apply each act once', async () => {
  const product = getProduct();
  await product.stopDispatchers();
  const ids = await Promise.all(Array.from({ length: 30 }, () => product.open()));
  for (const type of ['draft.signOff', 'review.shortlist'] as const)
    await Promise.all(ids.map((id) => product.receive(id, type)));
  product.startDispatcher();
  product.startDispatcher();
  await until('all are before the council', async () =>
    (await Promise.all(ids.map((id) => product.state(id)))).every((state) => state === 'councilReview'),
  );
  for (const id of ids)
    expect((await product.timeline(id)).map(({ revision, type }) => [revision, type])).toEqual([
      [1, 'nomination.open'],
      [2, 'draft.signOff'],
      [3, 'review.shortlist'],
    ]);
  await product.stopDispatchers();
  product.startDispatcher();
});

test('the same request five times at once is one act with one answer; the key serves no other request', async () => {
  const product = getProduct();
  const id = await product.open();
  const key = 'khoa-gui-1';
  const send = (achievements: string) =>
    product.act(id, 'draft.amend', { dossier: { ...dossier, achievements } }, { key });
  const results = await Promise.all(Array.from({ length: 5 }, () => send('Bản hai')));
  const [first] = results;
  expect(first?.outcome).toEqual({ kind: 'applied', state: 'draft', revision: 2 });
  for (const result of results) expect(result).toEqual(first);
  expect(await send('Bản hai')).toEqual(first);
  await expect(send('Bản ba')).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
  await expect(
    product.act(id, 'draft.amend', { dossier: { ...dossier, achievements: 'Bản hai' } }, { key, expectedRevision: 2 }),
  ).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
  expect((await product.timeline(id)).map(({ type }) => type)).toEqual(['nomination.open', 'draft.amend']);
});

test('the same opening five times at once opens one nomination', async () => {
  const product = getProduct();
  const results = await Promise.all(
    Array.from({ length: 5 }, () => product.client.nominate('bvbr.clerk', form, 'khoa-lap-1')),
  );
  expect(new Set(results.map(({ receipt }) => receipt.nominationId)).size).toBe(1);
  for (const { outcome } of results) expect(outcome).toEqual({ kind: 'applied', state: 'draft', revision: 1 });
});

test('an act on a nomination whose opening is just being recorded is taken up', async () => {
  const product = getProduct();
  const openings = await Promise.all(Array.from({ length: 10 }, () => product.prepare()));
  const results = await Promise.all(
    openings.map(async (start) => {
      await product.engine.open(start);
      return product.act(start.input.nominationId, 'draft.signOff');
    }),
  );
  for (const { receipt } of results)
    await until('it is signed off', async () => (await product.state(receipt.nominationId)) === 'departmentReview');
});

test('a database that cannot write the record for two seconds loses nothing', async () => {
  const product = getProduct();
  const { sql } = product.store;
  const ids = await Promise.all([product.open(), product.open(), product.open()]);
  await sql`alter table transitions rename to transitions_away`;
  const acts = ids.map((id) => product.act(id, 'draft.signOff'));
  try {
    await until('the acts are received', async () =>
      (await Promise.all(ids.map((id) => receivedBy(product, id)))).every((count) => count === 1),
    );
    await sleep(2_000);
    const [counted] = await sql<
      { recorded: number }[]
    >`select count(*)::int as recorded from transitions_away where subject_id = any(${ids}) and revision > 1`;
    expect(counted?.recorded).toBe(0);
  } finally {
    await sql`alter table transitions_away rename to transitions`;
  }
  await Promise.all(acts);
  for (const id of ids) {
    await until('it is recorded', async () => (await receivedBy(product, id)) === 0);
    expect((await product.timeline(id)).map(({ revision, type }) => [revision, type])).toEqual([
      [1, 'nomination.open'],
      [2, 'draft.signOff'],
    ]);
    const life = await product.life(id);
    expect((await product.recorded(id)).context).toEqual(life.context);
  }
}, 90_000);

test('the audit chain of it all is unbroken', async () => {
  const report = await getProduct().client.verify();
  expect(report.broken).toEqual([]);
});

async function receivedBy(product: Product, id: string): Promise<number> {
  const [row] = await product.store.sql<
    { waiting: number }[]
  >`select count(*)::int as waiting from inbox where subject_id = ${id} and status = 'received'`;
  return row?.waiting ?? 0;
}
