import { expect, inject, test } from 'vitest';
import { connect } from '../../store/connect.ts';

test('more transactions than connections at once all run, whatever single statements are under way', async () => {
  const store = connect(inject('databaseUrl'), { max: 1, name: 'transactions' });
  try {
    const busy = [1, 2, 3].map(() => store.sql`select pg_sleep(0.1)`);
    const numbers = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        store.transact(async (tx) => {
          const [row] = await tx<{ n: number }[]>`select ${n}::integer as n`;
          return row?.n;
        }),
      ),
    );
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, n) => n));
    await Promise.all(busy);
  } finally {
    await store.close();
  }
});

test('a transaction that fails gives its place to the next', async () => {
  const store = connect(inject('databaseUrl'), { max: 1, name: 'transactions' });
  try {
    const failing = Array.from({ length: 4 }, () =>
      store.transact(async (tx) => {
        await tx`select 1 / 0`;
      }),
    );
    for (const result of await Promise.allSettled(failing)) expect(result.status).toBe('rejected');
    expect(await store.transact(async (tx) => (await tx`select 1 as one`)[0]?.one)).toBe(1);
  } finally {
    await store.close();
  }
});
