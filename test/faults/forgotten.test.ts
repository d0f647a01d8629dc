import { expect, test } from 'vitest';
import type { NominationInput } from '../../contract/nomination.ts';
import { apply, persist, restore } from '../../machines/interpreter.ts';
import type { InboxRow } from '../../store/deliver.ts';
import { record } from '../../store/record.ts';
import { clockFrom } from '../support/clockFrom.ts';
import type { OpenOptions, Product } from '../support/product.ts';
import { until } from '../support/until.ts';
import { useProduct } from '../support/useProduct.ts';

const getProduct = useProduct(() => ({ clock: clockFrom('2021-11-15T01:00:00.000Z') }));

/** What a `kill -9` leaves behind when it falls between the record of an act and the engine's history of it. */
async function recordOnly(product: Product, row: InboxRow): Promise<void> {
  const { event } = await product.envelope(row);
  const applied = apply(restore(await product.recorded(row.subjectId)), event);
  if (!applied) throw new Error(`${row.type} is not allowed`);
  const { from, to, revision, workItems, notices } = applied;
  const entry = { nominationId: row.subjectId, revision, event, inboxId: row.id, from, to, workItems, notices };
  await record(product.store, { ...entry, snapshot: persist(applied.snapshot) });
}

test('an act that is on record and forgotten by the engine is applied there before anything else', async () => {
  const product = getProduct();
  const id = await product.open();
  await product.stopDispatchers();
  const forgotten = await product.receive(id, 'draft.signOff');
  await recordOnly(product, forgotten);
  expect((await product.life(id)).context.revision).toBe(1);
  // Whoever asks is told so: it cannot be otherwise any more.
  expect((await product.client.outcome(forgotten.id))?.outcome).toEqual({
    kind: 'applied',
    state: 'departmentReview',
    revision: 2,
  });
  const behind = await product.receive(id, 'review.shortlist');

  product.startDispatcher();
  await until('both are closed', async () => {
    const open = await product.store.sql`select from inbox where subject_id = ${id} and status <> 'applied'`;
    return open.length === 0;
  });
  expect((await product.timeline(id)).map(({ revision, inboxId }) => [revision, inboxId]).slice(1)).toEqual([
    [2, forgotten.id],
    [3, behind.id],
  ]);
  expect(await product.life(id)).toEqual(await product.recorded(id));
});

test("no deadline passes before it, not even an official's, which asks for nothing else", async () => {
  const product = getProduct();
  const reviewDueAt = product.inMs(4_000);
  const id = await product.open(withReview(reviewDueAt));
  await product.applied(id, 'draft.signOff');
  await product.stopDispatchers();
  const forgotten = await product.receive(id, 'review.shortlist');
  await recordOnly(product, forgotten);
  // Its timers: for the draft, for the review, and for asking again.
  await until('the workflow has asked about the deadline, and asks again', async () => {
    const timers = (await product.history(id)).filter((event) => event.timerStartedEventAttributes);
    return product.now() > reviewDueAt && timers.length >= 3;
  });
  expect((await product.life(id)).context).toMatchObject({ revision: 2, deadline: { name: 'review', level: 0 } });

  product.startDispatcher();
  await until('the engine has caught up', async () => (await product.life(id)).context.revision === 3);
  expect((await product.timeline(id)).map(({ type }) => type)).toEqual([
    'nomination.open',
    'draft.signOff',
    'review.shortlist',
  ]);
  expect(await product.life(id)).toEqual(await product.recorded(id));
});

/** The plan's other stages stay as they are. */
function withReview(on: string): OpenOptions {
  return { change: { plan: { review: { on } } as NominationInput['plan'] } };
}
