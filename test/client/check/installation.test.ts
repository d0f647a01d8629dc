import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CheckReport } from '../../../client/check/types.ts';
import type { ProductProcess } from '../../support/productProcess.ts';
import { root, startProduct } from '../../support/productProcess.ts';

let product: ProductProcess;
beforeAll(async () => {
  product = await startProduct();
}, 120_000);
afterAll(() => product?.stop());

type Ended = { exit: number; out: string; err: string };

function vinhdanh(...argv: string[]): Promise<Ended> {
  const options = { cwd: root, env: product.env, timeout: 60_000 };
  return new Promise((done) => {
    execFile(process.execPath, [join(root, 'client/cli/vinhdanh.mjs'), ...argv], options, (error, out, err) => {
      done({ exit: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

it('finds a running installation clean, its engine included', async () => {
  const { exit, out, err } = await vinhdanh('check', '--engine', '--json');
  expect(exit, out + err).toBe(0);
  const report = JSON.parse(out) as CheckReport & { clean: boolean };
  expect(report).toMatchObject({ clean: true, engine: true, violations: [] });
  expect(report.counts.rounds).toBeGreaterThan(0);
  expect((await vinhdanh('check')).out).toContain('Không có sai lệch nào lúc');
}, 120_000);
