import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProductProcess } from '../support/productProcess.ts';
import { root, startProduct } from '../support/productProcess.ts';

const run = promisify(execFile);
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const scripts = Object.keys(
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts as Record<string, string>,
);

/** Command lines of the README's shell blocks under a heading. */
function commandsUnder(heading: string): string[] {
  const section = readme.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  return [...section.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap((block) => (block[1] ?? '').trim().split('\n'));
}

describe('README', () => {
  it('names only scripts, files and folders that exist', () => {
    const named = [...readme.matchAll(/[`\n]npm (?:run )?([a-z:]+)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
    const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)]
      .map((match) => match[1] ?? '')
      .filter((link) => !link.startsWith('http'));
    expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
  });

  it('further commands that need no installation succeed', async () => {
    const offline = commandsUnder('More commands').filter((command) => command.startsWith('npx vinhdanh '));
    expect(offline.length).toBeGreaterThan(1);
    mkdirSync(join(root, '.vinhdanh'), { recursive: true });
    for (const command of offline) {
      const { stdout } = await run('bash', ['-c', command], { cwd: root, timeout: 60_000 });
      expect(stdout.length, command).toBeGreaterThan(20);
    }
  });

  describe('five-minute tour', () => {
    const tour = commandsUnder('A five-minute tour');
    let product: ProductProcess;
    beforeAll(async () => {
      product = await startProduct();
      mkdirSync(join(root, '.vinhdanh'), { recursive: true });
    }, 120_000);
    afterAll(() => product?.stop());

    it('awards a collective in some two dozen commands, each of which succeeds', async () => {
      expect(tour.length).toBeGreaterThan(10);
      expect(tour.length).toBeLessThan(26);
      const printed: string[] = [];
      for (const command of tour) {
        const { stdout } = await run('bash', ['-c', command], { cwd: root, env: product.env, timeout: 60_000 }).catch(
          (error: Error & { stdout?: string }) => {
            throw new Error(`${command}\n${error.stdout ?? ''}\n${error.message}`);
          },
        );
        printed.push(stdout);
      }
      const show = printed[tour.findIndex((command) => command.includes(' show '))] ?? '';
      expect(show).toContain('Đã công bố kết quả');
      expect(show).toContain('12/QĐ-SYT');
    }, 240_000);
  });
});
