import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const module = (name: string): string => join(root, 'worker', 'launch', name);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vinhdanh-launch-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs an expression over a launcher module the way the launcher does: plain JavaScript, its own process. */
function evaluate(name: string, expression: string): unknown {
  const code = `import * as m from ${JSON.stringify(module(name))}; const attempt = (f) => { try { return f() } catch (e) { return e.message } };
    console.log(JSON.stringify(${expression} ?? null))`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' }));
}

describe('the launcher', () => {
  it('refuses an old Node and a system it has no engine for, each in one line', () => {
    const at = (facts: object): unknown =>
      evaluate('platform.mjs', `attempt(() => m.checkPlatform(${JSON.stringify(facts)}))`);
    const good = { version: '20.20.0', platform: 'linux', arch: 'x64' };
    expect(at(good)).toBeNull();
    expect(at({ ...good, version: '18.20.4' })).toMatch(/^cần Node 20.20 .* 18.20.4; .*try again$/);
    expect(at({ ...good, version: '20.19.9' })).toMatch(/20.19.9/);
    expect(at({ ...good, platform: 'win32' })).toMatch(/WSL 2/);
  });

  it.each([
    ['npm error code ENOTFOUND\nnpm error network request to https://x failed', /không có mạng/],
    ['npm error code ENOSPC\nnpm error nospc no space left', /đĩa đầy/],
    ['npm error code EUSAGE\nnpm error `npm ci` can only install', /không khớp/],
    ['npm error code E500\nnpm error 500 Internal Server Error', /500 Internal Server Error/],
  ])('explains %j', (output, words) => {
    const line = evaluate('npmCi.mjs', `m.explainNpm(${JSON.stringify(output)}).message`);
    expect(line).toMatch(words);
    expect(line).not.toContain('\n');
  });

  it('installs again only when what is installed is not what the lockfile says', () => {
    const write = (path: string, value: unknown): void => writeFileSync(join(folder, path), JSON.stringify(value));
    const matches = (): unknown => evaluate('packages.mjs', `m.installedMatchesLock(${JSON.stringify(folder)})`);
    const other = { version: '1.0.0', optional: true, os: [process.platform === 'linux' ? 'darwin' : 'linux'] };
    mkdirSync(join(folder, 'node_modules', 'a'), { recursive: true });
    write('package.json', { dependencies: { a: '1.0.0' } });
    write('package-lock.json', {
      packages: {
        '': { dependencies: { a: '1.0.0' } },
        'node_modules/a': { version: '1.0.0' },
        'node_modules/other': other,
      },
    });
    expect(matches()).toBe(false);
    write('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: '1.0.0' } } });
    expect(matches()).toBe(true);
    write('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: '0.9.0' } } });
    expect(matches()).toBe(false);
    write('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: '1.0.0' } } });
    write('package.json', { dependencies: { a: '1.0.0', b: '1.0.0' } });
    expect(matches()).toBe(false);
  });

  it('passes arguments, signals and the exit code on', async () => {
    const file = join(folder, 'target.ts');
    writeFileSync(
      file,
      `const code: number = Number(process.argv[2]); process.on('SIGTERM', () => process.exit(code)); setInterval(() => {}, 1000); console.log('up');`,
    );
    const child = spawn(process.execPath, [join(root, 'worker', 'launch.mjs'), 'run', file, '7'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGTERM');
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(7);
  });

  it('stops what it runs when the npm that started it is killed', async () => {
    const file = join(folder, 'target.ts');
    const said = join(folder, 'said');
    writeFileSync(
      file,
      `import { writeFileSync } from 'node:fs';
       process.on('SIGTERM', () => { writeFileSync(${JSON.stringify(said)}, 'stopped'); process.exit(0) }); setInterval(() => {}, 1000); console.log('up');`,
    );
    const launcher = `"${process.execPath}" "${join(root, 'worker', 'launch.mjs')}" run "${file}"; true`;
    const npm = spawn('sh', ['-c', launcher], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, npm_lifecycle_event: 'start' },
    });
    await new Promise((resolve) => npm.stdout.once('data', resolve));
    npm.kill('SIGKILL');
    for (let waitedMs = 0; waitedMs < 5_000 && spawnSync('test', ['-e', said]).status !== 0; waitedMs += 100)
      await sleep(100);
    expect(spawnSync('test', ['-e', said]).status).toBe(0);
  });
});
