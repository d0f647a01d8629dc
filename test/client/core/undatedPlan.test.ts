import { expect, test } from 'vitest';
import { clockFrom } from '../../support/clockFrom.ts';
import { form } from '../../support/productCast.ts';
import { until } from '../../support/until.ts';
import { useProduct } from '../../support/useProduct.ts';

const getProduct = useProduct(() => ({ clock: clockFrom('2021-11-15T01:00:00.000Z') }));

/** Plans approved before counts had a bound may still be on record. */
test.each([
  ['working', 900_000_000],
  ['calendar', 100_000_000],
])(
  'an opening that a stored plan gives no date (%s) stops neither the process nor the queue',
  async (kind, days) => {
    const product = getProduct();
    const { sql } = product.store;
    const stored = await sql<{ id: string; snapshot: unknown }[]>`select id, snapshot from rounds`;
    expect(stored.length).toBeGreaterThan(0);
    const stages = JSON.stringify({ review: { count: { days, kind } } });
    await sql`update rounds set snapshot = jsonb_set(snapshot, '{context,approved,stages}', ${stages}::jsonb)`;
    const { receipt, outcome } = await product.client.nominate('bvbr.clerk', form);
    expect(outcome.kind).toBe('received');
    const [row] = await sql<{ error: string }[]>`
    select last_error as error from inbox where id = ${receipt.inboxId} and lease_owner is null`;
    expect(row?.error).toContain(`A count of days is 36600 or less, not ${days}`);

    for (const { id, snapshot } of stored)
      await sql`update rounds set snapshot = ${JSON.stringify(snapshot)}::jsonb where id = ${id}`;
    expect((await product.client.nominate('bvbr.clerk', form)).outcome.kind).toBe('applied');
    await until('the first is opened too, now that it has its dates', async () => {
      const result = await product.client.outcome(receipt.inboxId);
      return result?.outcome.kind === 'applied';
    });
  },
  60_000,
);
