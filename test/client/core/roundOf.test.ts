import { expect, test } from 'vitest';
import { roundOf } from '../../../client/core/rounds/roundOf.ts';
import { sayRefusal } from '../../../contract/texts/refusals.ts';
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

test('a cancelled round says so: there is nothing to wait for', async () => {
  const { store, now } = getProduct();
  await store.sql`update rounds set state = 'cancelled' where id = ${roundId}`;
  const found = await roundOf(store, form, now());
  const [refusal] = 'refusals' in found ? found.refusals : [];
  expect(refusal).toEqual({ code: 'ROUND_NOT_OPEN', detail: { round: roundId, state: 'cancelled' } });
  if (!refusal) return;
  const { message, lift } = sayRefusal(refusal, 'vi');
  expect(message).toBe(`Đợt thi đua ${roundId} đã bị hủy, không nhận đề nghị.`);
  expect(lift).not.toContain('Chờ phong trào được phát động');
});
