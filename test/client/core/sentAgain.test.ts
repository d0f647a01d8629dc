import { expect, test } from 'vitest';
import { clientOver } from '../../../client/core/open.ts';
import { dayMs, localDay } from '../../../contract/calendarDay.ts';
import { proposedPlan } from '../../../programmes/rounds.ts';
import { latestProgrammeRef, pinnedProgramme, putProgrammeVersion } from '../../../store/programmes.ts';
import { clockFrom } from '../../support/clockFrom.ts';
import { beginRound } from '../../support/engineRounds.ts';
import { form } from '../../support/productCast.ts';
import { useProduct } from '../../support/useProduct.ts';

const getProduct = useProduct(() => ({ clock: clockFrom('2021-11-15T01:00:00.000Z') }));

test('an opening sent again after a new version of its programme is answered with the first receipt', async () => {
  const { client, store } = getProduct();
  const first = await client.nominate('bvbr.clerk', form, 'gui-lai-1');
  const definition = await pinnedProgramme(store, (await latestProgrammeRef(store, form.programmeId)) ?? '');
  if (!definition) throw new Error('No programme');
  const next = { ...definition, version: 99 };
  await putProgrammeVersion(
    store,
    { ref: '004@99#again', id: '004', version: '99', hash: 'again', definition: next },
    null,
  );

  expect((await client.nominate('bvbr.clerk', form, 'gui-lai-1')).receipt).toEqual(first.receipt);
  await expect(client.nominate('bvbr.clerk', { ...form, unitId: 'benhVienMat' }, 'gui-lai-1')).rejects.toMatchObject({
    code: 'IDEMPOTENCY_CONFLICT',
  });
});

test('a plan sent again after the day by which units were to answer is answered with the first receipt', async () => {
  const product = getProduct();
  const roundId = await beginRound(product, 'guiLai');
  const today = localDay(product.now());
  const day = (after: number) => localDay(new Date(Date.parse(product.now()) + after * dayMs).toISOString());
  const programme = await pinnedProgramme(product.store, (await latestProgrammeRef(product.store, '004')) ?? '');
  const movement = programme?.movements.find(({ id }) => id === '2.5');
  const phase = programme?.phases.find(({ id }) => id === 'nam2021');
  if (!programme || !movement || !phase) throw new Error('No movement 2.5');
  const window = { from: today, to: day(30) };
  const plan = { ...proposedPlan({ programme, movement, phase }), opensOn: today, window, answerBy: day(5) };
  const request = { roundId, type: 'plan.submit' as const, as: 'reviewer' as const, body: { plan } };
  const first = await product.client.actOnRound('vps.reviewer', request, 'ke-hoach-1');
  expect(first.outcome.kind).toBe('applied');

  const { store, engine, clock } = product;
  const later = clientOver({ store, engine, clock: { ...clock, origin: `${day(10)}T01:00:00.000Z` } });
  expect(await later.actOnRound('vps.reviewer', request, 'ke-hoach-1')).toEqual(first);
  await expect(later.actOnRound('vps.reviewer', request, 'ke-hoach-2')).rejects.toMatchObject({ code: 'INVALID_FORM' });
});
