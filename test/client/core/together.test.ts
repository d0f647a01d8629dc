import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { together } from '../../../client/core/together.ts';

it('gives all results in their order', async () => {
  expect(await together([sleep(5).then(() => 'late'), Promise.resolve(1), null])).toEqual(['late', 1, null]);
});

it('fails only when everything has ended', async () => {
  const ended: string[] = [];
  const slow = sleep(20).then(() => ended.push('slow'));
  await expect(together([Promise.reject(new Error('first')), slow])).rejects.toThrow('first');
  expect(ended).toEqual(['slow']);
});
