import { expect, test } from 'vitest';
import { roundOf } from '../../../client/core/rounds/roundOf.ts';
import { clockFrom } from '../../support/clockFrom.ts';
import { form, roundId } from '../../support/productCast.ts';
import { useProduct } from '../../support/useProduct.ts';

const getProduct = useProduct(() => ({ clock: clockFrom('2021-11-15T01:00:00.000Z'), idle: true }));

test('a unit that declines after it nominated takes nothing back; what it nominates afterwards is refused', async () => {
  const { store, now } = getProduct();
  const declinedAt = now();
  const answer = JSON.stringify({ at: declinedAt, takesPart: false });
  await store.sql`update rounds set snapshot = jsonb_set(snapshot, ${['context', 'answers', form.unitId]}, ${answer}::jsonb)
    where id = ${roundId}`;
  const before = new Date(Date.parse(declinedAt) - 1).toISOString();
  expect(await roundOf(store, form, before)).toMatchObject({ round: { roundId } });
  expect(await roundOf(store, form, declinedAt)).toEqual({
    refusals: [{ code: 'UNIT_NOT_TAKING_PART', detail: { unit: form.unitId, round: roundId } }],
  });
});
