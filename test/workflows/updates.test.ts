import { WithStartWorkflowOperation } from '@temporalio/client';
import type { Workflow } from '@temporalio/common';
import { expect, test } from 'vitest';
import { actUpdate, nominationWorkflow, nominationWorkflowId } from '../../contract/names.ts';
import type { ActAnswer, ActEnvelope } from '../../contract/nomination.ts';
import { clockFrom } from '../support/clockFrom.ts';
import { codesOf } from '../support/codesOf.ts';
import type { HistoryEvents, Product } from '../support/product.ts';
import { form } from '../support/productCast.ts';
import { until } from '../support/until.ts';
import { useProduct } from '../support/useProduct.ts';

const getProduct = useProduct(() => ({ clock: clockFrom('2021-11-15T01:00:00.000Z') }));

const award = { decisionNumber: '123/QĐ-SYT', decisionDate: '2021-11-15' };

test('32 nominations at once take an Update in their very first workflow task, each once', async () => {
  const product = getProduct();
  await product.stopDispatchers();
  try {
    const temporal = await product.temporal();
    const openings = await Promise.all(Array.from({ length: 32 }, () => product.prepare()));
    const rows = await Promise.all(openings.map(({ input }) => product.receive(input.nominationId, 'draft.signOff')));
    const envelopes = await Promise.all(rows.map((row) => product.envelope(row)));

    const answers = await Promise.all(
      openings.map((start, n) =>
        temporal.workflow.executeUpdateWithStart<Workflow, ActAnswer, [ActEnvelope]>(actUpdate, {
          args: [envelopes[n] as ActEnvelope],
          updateId: rows[n]?.id as string,
          startWorkflowOperation: new WithStartWorkflowOperation(nominationWorkflow, {
            workflowId: nominationWorkflowId(start.input.nominationId),
            taskQueue: product.taskQueue,
            args: [start],
            workflowIdConflictPolicy: 'USE_EXISTING',
          }),
        }),
      ),
    );

    expect(answers).toEqual(openings.map(() => ({ state: 'departmentReview', revision: 2 })));
    for (const { input } of openings) {
      expect(countsOf(await product.history(input.nominationId))).toMatchObject({ tasks: 1, accepted: 1 });
      expect((await product.timeline(input.nominationId)).map(({ revision, type }) => [revision, type])).toEqual([
        [1, 'nomination.open'],
        [2, 'draft.signOff'],
      ]);
    }
  } finally {
    product.startDispatcher();
  }
  // Nobody has told the inbox yet that the engine has them: they are delivered again, and get the same answer.
  await until('every act is closed', async () => {
    const statuses = await product.store.sql`select distinct status from inbox`;
    return statuses.length === 1 && statuses[0]?.status === 'applied';
  });
  const [recorded] = await product.store
    .sql`select count(*)::int as events, max(revision) as revision from transitions where subject_id not like '%/%'`;
  expect(recorded).toEqual({ events: 64, revision: 2 });
});

test('a refused act adds no event to the history, and is kept in inbox, timeline and audit', async () => {
  const product = getProduct();
  const id = await product.open();
  // The answer to a question comes after the first workflow task has ended.
  await product.life(id);
  const before = (await product.history(id)).length;
  const refused = await product.act(id, 'review.shortlist');
  const unqualified = await product.act(id, 'draft.signOff', {}, { by: 'bvvt.head' });

  expect(codesOf(refused.outcome)).toEqual(['NOT_NOW']);
  expect(codesOf(unqualified.outcome)).toEqual(['NOT_YOUR_BODY']);
  expect((await product.history(id)).length).toBe(before);
  const kept = await product.store
    .sql`select type, status from inbox where subject_id = ${id} and status = 'refused' order by received_at`;
  expect(kept).toEqual([
    { type: 'review.shortlist', status: 'refused' },
    { type: 'draft.signOff', status: 'refused' },
  ]);
  const audited = await product.store
    .sql`select kind, actor_id from audit_entries where subject_id = ${id} and kind = 'refused' order by seq`;
  expect(audited).toEqual([
    { kind: 'refused', actor_id: 'vps.reviewer' },
    { kind: 'refused', actor_id: 'bvvt.head' },
  ]);
  expect((await product.timeline(id)).map(({ revision, type }) => [revision, type])).toEqual([
    [1, 'nomination.open'],
    [null, 'review.shortlist'],
    [null, 'draft.signOff'],
  ]);
  expect((await product.life(id)).context.revision).toBe(1);
});

test('a standard nomination takes at most 32 events and 5 workflow tasks from created to decided', async () => {
  const product = getProduct();
  const { receipt, outcome } = await product.client.nominate('bvbr.clerk', form);
  expect(outcome).toEqual({ kind: 'applied', state: 'draft', revision: 1 });
  await decide(product, receipt.nominationId);
  const counts = countsOf(await product.history(receipt.nominationId));
  console.log(
    `budget: ${counts.events} history events, ${counts.tasks} workflow tasks from created to decided, ${counts.cancelled} timers set again`,
  );
  expect(counts.events).toBeLessThanOrEqual(32);
  expect(counts.tasks).toBeLessThanOrEqual(5);
});

test('an act on a nomination that is over is refused as NOT_NOW', async () => {
  const product = getProduct();
  const id = await product.open();
  await product.applied(id, 'draft.signOff');
  expect(await product.applied(id, 'review.notSelect', { reason: 'Chưa đủ tiêu chuẩn' })).toMatchObject({
    state: 'notSelected',
  });
  const late = await product.act(id, 'review.shortlist');
  expect(codesOf(late.outcome)).toEqual(['NOT_NOW']);
  expect((await product.timeline(id)).map(({ type }) => type)).toEqual([
    'nomination.open',
    'draft.signOff',
    'review.notSelect',
    'review.shortlist',
  ]);
});

test('an act that names an old revision is refused', async () => {
  const product = getProduct();
  const id = await product.open();
  await product.applied(id, 'draft.signOff');
  const stale = await product.act(id, 'review.shortlist', {}, { expectedRevision: 1 });
  expect(codesOf(stale.outcome)).toEqual(['STALE_REVISION']);
  expect(await product.applied(id, 'review.shortlist', {}, { expectedRevision: 2 })).toEqual({
    kind: 'applied',
    state: 'councilReview',
    revision: 3,
  });
});

async function decide(product: Product, id: string): Promise<void> {
  await product.applied(id, 'draft.signOff');
  await product.applied(id, 'review.shortlist');
  await product.applied(id, 'council.recommend', { resolution: 'Nghị quyết 1' });
  expect(await product.applied(id, 'authority.award', award)).toMatchObject({ state: 'awarded' });
}

function countsOf(events: HistoryEvents): { events: number; tasks: number; accepted: number; cancelled: number } {
  return {
    events: events.length,
    tasks: events.filter((event) => event.workflowTaskCompletedEventAttributes).length,
    cancelled: events.filter((event) => event.timerCanceledEventAttributes).length,
    accepted: events.filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes).length,
  };
}
