import { expect, test } from 'vitest';
import type { Measured } from './budgets.ts';
import { verdictOf } from './budgets.ts';
import { heapOf } from './rowHeap.ts';
import { interval, medianOfRatios, ratioOfMedians } from './statistics.ts';

// Events and tasks of a standard nomination are counted in test/workflows/updates.test.ts.
test('a cached nomination keeps at most 100 KB of its worker’s heap', async () => {
  const { kbEach } = await heapOf('ours', 100);
  expect(kbEach).toBeGreaterThan(10);
  expect(kbEach).toBeLessThanOrEqual(100);
});

test('a budget is missed only when the whole interval lies beyond it', () => {
  const row = (value: number, interval?: [number, number]): Measured => ({
    budget: '',
    limit: 1.3,
    value,
    unit: '',
    notes: [],
    ...(interval ? { interval } : {}),
  });
  expect(verdictOf(row(1.2, [1.1, 1.6]))).toBe('kept');
  expect(verdictOf(row(1.4, [1.25, 1.6]))).toBe('within noise');
  expect(verdictOf(row(1.4, [1.31, 1.6]))).toBe('MISSED');
  expect(verdictOf(row(1.4))).toBe('MISSED');
});

test('the interval holds the statistic and is the same for the same pairs', () => {
  const pairs = Array.from({ length: 40 }, (_, n) => ({ ours: 20 + (n % 7), bare: 15 + (n % 5) }));
  for (const statistic of [ratioOfMedians, medianOfRatios]) {
    const [low, high] = interval(pairs, statistic);
    expect(low).toBeLessThanOrEqual(statistic(pairs));
    expect(high).toBeGreaterThanOrEqual(statistic(pairs));
    expect(interval(pairs, statistic)).toEqual([low, high]);
  }
});
