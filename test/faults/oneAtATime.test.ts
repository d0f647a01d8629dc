import { Worker } from '@temporalio/worker';
import { expect, test } from 'vitest';
import { dayMs, localDay } from '../../contract/calendarDay.ts';
import { nominationWorkflowId } from '../../contract/names.ts';
import { workflowBundle } from '../../worker/bundle.ts';
import { cacheFolder } from '../../worker/engine/cache.ts';
import { clockFrom } from '../support/clockFrom.ts';
import { until } from '../support/until.ts';
import { useProduct } from '../support/useProduct.ts';

/** A programme day takes two seconds. */
const getProduct = useProduct(() => ({ clock: clockFrom('2021-11-15T01:00:00.000Z', dayMs / 2_000) }));

// Seen after kills of the database: an Update and a timer ended in the other order when the history was read again, for
// the record of an act and the question about its deadline, which had passed meanwhile, had been under way together.
test('acts applied when their own deadline is over leave histories that replay', async () => {
  const product = getProduct();
  const ids = await Promise.all(Array.from({ length: 10 }, () => product.open()));
  for (const id of ids) await product.applied(id, 'draft.signOff');
  await product.stopDispatchers();
  const tomorrow = localDay(new Date(Date.parse(product.now()) + dayMs).toISOString());
  const items = [{ code: 'a', text: 'Bổ sung báo cáo' }];
  const body = { items, dueOn: tomorrow, reason: 'Thiếu hồ sơ' };
  const rows = await Promise.all(ids.map((id) => product.receive(id, 'review.return', body)));
  await until('the supplements are overdue', async () => localDay(product.now()) > tomorrow);

  for (const row of rows) await product.deliver(row);
  const workflow = { workflowBundle: { codePath: await workflowBundle(cacheFolder(process.env)) } };
  for (const id of ids) {
    await until(`${id} has expired`, async () => (await product.state(id)) === 'expired');
    const history = { events: await product.history(id) };
    await Worker.runReplayHistory(workflow, history, nominationWorkflowId(id));
    expect((await product.timeline(id)).map(({ type }) => type)).toEqual([
      'nomination.open',
      'draft.signOff',
      'review.return',
      'deadline.pass',
    ]);
  }
});
