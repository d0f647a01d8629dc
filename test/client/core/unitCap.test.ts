import { expect, test } from 'vitest';
import type { ActResult } from '../../../client/core/types.ts';
import type { Nominate } from '../../../contract/acts.ts';
import { sayRefusal } from '../../../contract/texts/refusals.ts';
import { clockFrom } from '../../support/clockFrom.ts';
import { form, roundId } from '../../support/productCast.ts';
import { until } from '../../support/until.ts';
import { useProduct } from '../../support/useProduct.ts';

const getProduct = useProduct(() => ({
  clock: clockFrom('2021-11-15T01:00:00.000Z'),
  roundPlan: { nominationsPerUnit: { individual: 3 } },
}));

/** What each unit's clerk sends; the round takes three individuals from each, and collectives without a limit. */
const clerks = { benhVienBaRia: 'bvbr.clerk', benhVienVungTau: 'bvvt.clerk', benhVienMat: 'bvmat.clerk' } as const;
type Unit = keyof typeof clerks;

const nomineeOf = (kind: Nominate['nominee']['kind'], id: string): Nominate['nominee'] => ({ kind, id });
const send = (unitId: Unit, nominee: Nominate['nominee']) =>
  getProduct().client.nominate(clerks[unitId], { ...form, unitId, nominee });

/** Gives each result with the outcome it has in the end, first received first. */
async function settled(results: ActResult[]): Promise<ActResult[]> {
  const { client } = getProduct();
  const ended = await Promise.all(
    results.map(({ receipt: { inboxId } }) =>
      until('it has an answer', async () => {
        const now = await client.outcome(inboxId);
        return now?.outcome.kind === 'received' ? null : now;
      }),
    ),
  );
  return ended.toSorted((left, right) => order(left).localeCompare(order(right)));
}

// Ids of receipts are ordered in time as well, where two are of one millisecond.
const order = ({ receipt }: ActResult) => receipt.receivedAt + receipt.inboxId;

test('of nominations sent at once by two units, each unit has the first three, whoever delivers them', async () => {
  const product = getProduct();
  product.startDispatcher();
  const kinds = { benhVienMat: [] as ActResult[], benhVienVungTau: [] as ActResult[] };
  await Promise.all(
    Array.from({ length: 16 }, async (_, n) => {
      const unit: Unit = n % 2 === 0 ? 'benhVienMat' : 'benhVienVungTau';
      kinds[unit].push(await send(unit, nomineeOf('individual', `nguoi.${n}`)));
    }),
  );
  for (const unit of ['benhVienMat', 'benhVienVungTau'] as const) {
    const results = await settled(kinds[unit]);
    expect(results.map(({ outcome }) => outcome.kind)).toEqual([
      ...Array.from({ length: 3 }, () => 'applied'),
      ...Array.from({ length: 5 }, () => 'refused'),
    ]);
  }
}, 60_000);

test('a refused unit learns how many it has, how many there may be, and who decides', async () => {
  const [result] = await settled([await send('benhVienMat', nomineeOf('individual', 'nguoi.them'))]);
  const refusals = result?.outcome.kind === 'refused' ? result.outcome.refusals : [];
  expect(refusals).toEqual([
    {
      code: 'UNIT_CAP_REACHED',
      detail: { unit: 'benhVienMat', round: roundId, kind: 'individual', taken: '3', most: '3' },
    },
  ]);
  const [refusal] = refusals;
  if (!refusal) throw new Error('Not refused');
  const said = sayRefusal(refusal, 'vi', { benhVienMat: 'Bệnh viện Mắt' });
  expect(said.message).toBe(
    '“Bệnh viện Mắt” đã có 3 đề nghị khen thưởng cá nhân trong đợt này; kế hoạch được phê duyệt cho mỗi đơn vị tối đa 3.',
  );
  expect(said.lift).toContain('cấp phê duyệt kế hoạch');
});

test('the other kind of recipient is counted apart, and without a number there is no limit', async () => {
  const sent = Array.from({ length: 5 }, (_, n) => send('benhVienMat', nomineeOf('collective', `khoa.${n}`)));
  const results = await settled(await Promise.all(sent));
  expect(results.map(({ outcome }) => outcome.kind)).toEqual(results.map(() => 'applied'));
});

test('a withdrawn nomination keeps its place while it can be revived, and gives it back after', async () => {
  const product = getProduct();
  const revivable = async (on: string): Promise<string> => {
    const start = await product.prepare();
    const { nominationId, plan } = start.input;
    await product.engine.open({ ...start, input: { ...start.input, plan: { ...plan, revival: { on } } } });
    await until('it is recorded', () => product.state(nominationId));
    return nominationId;
  };
  const kept = await revivable(product.inMs(600_000));
  const freed = await revivable(product.inMs(0));
  for (const id of [kept, freed]) await product.applied(id, 'nomination.withdraw', { reason: 'Đơn vị rút đề nghị' });
  await until('it is over', async () => (await product.state(freed)) === 'withdrawnForGood');
  expect(await product.state(kept)).toBe('withdrawn');
  const more = await Promise.all(['a', 'b', 'c'].map((id) => send('benhVienBaRia', nomineeOf('individual', id))));
  // One place is that of the nomination which may still come back.
  expect((await settled(more)).map(({ outcome }) => outcome.kind)).toEqual(['applied', 'applied', 'refused']);
}, 60_000);
