import { expect, it } from 'vitest';
import { checkInstallation } from '../../../client/check/check.ts';
import { nominationWorkflowId } from '../../../contract/names.ts';
import { clockFrom } from '../../support/clockFrom.ts';
import { openRound } from '../../support/engineRounds.ts';
import { until } from '../../support/until.ts';
import { useProduct } from '../../support/useProduct.ts';
import { codesOf, damaged } from './support.ts';

const getProduct = useProduct(() => ({ clock: clockFrom('2021-11-10T01:00:00.000Z'), noRound: true }));

const check = () => {
  const { store, clock, engine } = getProduct();
  return checkInstallation({ store, clock, engine, settleMs: 200 });
};

it('compares everything open with its workflow, while people act', async () => {
  const product = getProduct();
  await openRound(product, 'kiemTra', { to: 30 });
  const ids = await Promise.all(Array.from({ length: 4 }, () => product.open()));
  const sound = await check();
  expect(sound).toMatchObject({ engine: true, counts: { nominations: 4, rounds: 1 }, violations: [] });

  let working = true;
  const acting = ids.map(async (id) => {
    let acts = 0;
    for (; working; acts += 2) {
      await product.applied(id, 'nomination.withdraw', { reason: 'Rà soát' });
      await product.applied(id, 'nomination.revive', { reason: 'Đề nghị lại' });
    }
    return acts;
  });
  const reports = [await check(), await check(), await check()];
  working = false;
  expect(Math.min(...(await Promise.all(acting)))).toBeGreaterThan(0);
  expect(reports.flatMap(codesOf)).toEqual([]);

  const [first = '', second = '', third = ''] = ids;
  const ahead = `update nominations set revision = revision + 1 where id = '${first}'`;
  expect(codesOf(await damaged(product.store, 'nominations', ahead, check))).toContain(`RECORD_AHEAD ${first}`);
  const behind = `update nominations set revision = revision - 1 where id = '${second}'`;
  expect(codesOf(await damaged(product.store, 'nominations', behind, check))).toContain(`RECORD_BEHIND ${second}`);
  const { workflow } = await product.temporal();
  const handle = workflow.getHandle(nominationWorkflowId(third));
  await handle.terminate('lost');
  await until('it is gone', async () => (await handle.describe()).status.name === 'TERMINATED');
  expect(codesOf(await check())).toEqual([`WORKFLOW_MISSING ${third}`]);
}, 120_000);

it('says when the engine cannot be asked', async () => {
  const { store, clock } = getProduct();
  const engine = { client: () => Promise.reject(new Error('ECONNREFUSED')) };
  await expect(checkInstallation({ store, clock, engine })).rejects.toMatchObject({ code: 'ENGINE_UNREACHABLE' });
});
