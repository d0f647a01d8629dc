import { expect, test } from 'vitest';
import { toProgramme } from '../../contract/clock.ts';
import { clockFrom } from '../support/clockFrom.ts';
import { until } from '../support/until.ts';
import { useProduct } from '../support/useProduct.ts';

const getProduct = useProduct(() => ({ clock: clockFrom('2021-11-15T01:00:00.000Z') }));

test.each([-2, 2])(
  'a database whose clock is %i h from that of the engine judges by its own: what it received in time is accepted, what came later is not, and nothing ends before',
  async (hours) => {
    const product = getProduct();
    // The plan was approved long before, by either clock.
    await product.store.sql`
      update rounds set snapshot = jsonb_set(snapshot, '{context,approved,at}', '"2021-01-02T00:00:00.000Z"')`;
    await product.store.sql.unsafe(`create or replace function real_now() returns timestamptz language sql volatile as
      $$ select date_trunc('milliseconds', clock_timestamp() + interval '${hours} hours') $$`);
    const nowMs = async () => {
      const [row] = await product.store.sql<{ now: string }[]>`select real_now() as now`;
      return Date.parse(row?.now ?? '');
    };
    const dueMs = (await nowMs()) + 3_000;
    const draft = { on: toProgramme(product.clock, dueMs) };
    const [inTime = '', late = '', left = ''] = await Promise.all(
      [1, 2, 3].map(async () => {
        const { input } = await product.prepare();
        return product.open({ change: { plan: { ...input.plan, draft } } });
      }),
    );
    // By the engine's clock its deadline is long past, or two hours away.
    expect(await product.applied(inTime, 'draft.signOff')).toMatchObject({ state: 'departmentReview' });
    expect(await nowMs()).toBeLessThan(dueMs);
    for (const id of [late, left]) expect(await product.state(id)).toBe('draft');
    await until('it is past due by the database', async () => (await nowMs()) > dueMs + 100);
    const { outcome } = await product.act(late, 'draft.signOff');
    expect(outcome.kind).toBe('refused');
    if (hours > 0) return;
    await until('what was left alone has expired', async () => (await product.state(left)) === 'expired');
    const [pass] = await product.store.sql<{ at: string }[]>`
      select at from transitions where subject_id = ${left} and type = 'deadline.pass'`;
    expect(Date.parse(pass?.at ?? '')).toBeGreaterThan(Date.parse(draft.on));
  },
  60_000,
);
