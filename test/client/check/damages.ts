import { expect } from 'vitest';
import type { Store } from '../../../store/connect.ts';
import { checked, codesOf, damaged } from './support.ts';

/** What is damaged in words, what is found of it, the table it is in, and the statements that do it. */
export type Damage = [what: string, found: string, table: string, damage: string];

/** Fails unless the check finds the damage and nothing else, says so in both languages, and nothing when it is taken back. */
export async function expectOnlyFound(store: Store, [, found, table, damage]: Damage): Promise<void> {
  const report = await damaged(store, table, damage, () => checked(store));
  const codes = codesOf(report).map((one) => (found.endsWith(' ') ? `${one.split(' ')[0]} ` : one));
  expect(codes).toEqual([found]);
  const [violation] = report.violations;
  expect(violation?.text.vi).not.toMatch(/[{}]|undefined/);
  expect(violation?.text.en).not.toMatch(/[{}]|undefined/);
  expect(codesOf(await checked(store))).toEqual([]);
}
