import { expect, it } from 'vitest';
import { applyChange } from '../../../client/core/changes/apply.ts';
import { previewChange } from '../../../client/core/changes/preview.ts';
import { changeProgress } from '../../../client/core/changes/progress.ts';
import { startDispatcher } from '../../../client/core/dispatcher.ts';
import type { Engine } from '../../../client/core/engine.ts';
import type { ChangeRequest } from '../../../contract/changeSpec.ts';
import { until } from '../../support/until.ts';
import { useSeason } from '../changes/support/useSeason.ts';

const width = 4;
const size = 40;
const quick = useSeason('2021-10-04T02:00:00.000Z');

it('brings the share that somebody waits behind before the other shares of its change, and the act right after it', async () => {
  const season = quick();
  const roundId = await season.launch('2.5', { opensOn: '2021-10-01', closesOn: '2021-12-31' });
  await season.pass();
  const ids: string[] = [];
  for (let number = 1; number <= size; number += 1) ids.push(await season.nominate(roundId, 'benhVienBaRia', number));
  const request: ChangeRequest = {
    spec: { kind: 'deadline', scope: { roundId }, deadline: 'draft', to: { on: '2022-01-14' } },
    as: 'administrator',
    reason: 'Gia hạn vì dịch',
    holdNotices: false,
  };
  const { hash } = await previewChange(season, 'syt.admin', request);
  const { changeId } = await applyChange(season, 'syt.admin', request, hash);
  const [last = '', one = ''] = [ids.at(-1), ids.at(-7)];
  await season.receive(last, 'bvbr.head', 'unitHead', 'draft.signOff');
  await season.receive(one, 'bvbr.head', 'unitHead', 'nomination.withdraw', { reason: 'Rà soát' });

  const delivered: string[] = [];
  const noted: Engine = {
    ...season.engine,
    act(id, envelope) {
      delivered.push(`${id} ${envelope.event.type}`);
      return season.engine.act(id, envelope);
    },
  };
  const errors: unknown[] = [];
  const dispatcher = startDispatcher(
    { ...season, engine: noted },
    { owner: 'test', width, onError: (error) => errors.push(error) },
  );
  await until('everything is delivered', async () => {
    const [left] = await season.store.sql`select from inbox where status = 'received' limit 1`;
    return left === undefined;
  });
  await dispatcher.stop();
  expect(errors).toEqual([]);
  // Among the first it takes, though they were the last in the row; each act follows its own share, once.
  expect(delivered.slice(0, width).map((each) => each.split(' ')[0])).toEqual(expect.arrayContaining([last, one]));
  const of = (id: string) => delivered.filter((each) => each.startsWith(id)).map((each) => each.split(' ')[1]);
  expect(of(last)).toEqual(['deadline.change', 'draft.signOff']);
  expect(of(one)).toEqual(['deadline.change', 'nomination.withdraw']);
  expect(delivered).toHaveLength(size + 2);
  expect(await changeProgress(season.store, changeId)).toMatchObject({ total: size + 1, applied: size + 1 });
}, 60_000);
