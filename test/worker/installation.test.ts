import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { readStatus } from '../../client/status.ts';
import { livingChild } from '../../store/embedded/childRecord.ts';
import { isAlive } from '../../store/embedded/processIdentity.ts';
import { openInstallation } from '../../worker/installation/open.ts';
import type { RuntimeFacts } from '../../worker/installation/runtime.ts';
import { removeHome, startTestInstallation, temporaryHome, testEnv } from '../support/installation.ts';

// These tests are about the embedded parts, wherever the rest of the suite is pointed.
const embedded: NodeJS.ProcessEnv = { DATABASE_URL: '', TEMPORAL_ADDRESS: '' };
const main = join(import.meta.dirname, '..', 'support', 'openAndWait.ts');
const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

type Copy = { child: ChildProcess; output: () => string; exit: Promise<number | null> };

function run(home: string): Copy {
  const child = spawn(process.execPath, [main], { env: testEnv(home, embedded), stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  cleanups.push(async () => {
    if (child.exitCode === null) child.kill('SIGKILL');
    await exit;
  });
  return { child, output: () => output, exit };
}

function newHome(): string {
  const home = temporaryHome();
  cleanups.push(() => removeHome(home));
  return home;
}

async function until<T>(what: () => T | null | undefined | false | Promise<T | null | undefined | false>): Promise<T> {
  const untilMs = Date.now() + 30_000;
  for (;;) {
    const value = await what();
    if (value) return value;
    if (Date.now() > untilMs) throw new Error(`waited 30 s for ${what.toString()}`);
    await sleep(50);
  }
}

const runtimeOf = (home: string): RuntimeFacts | null =>
  existsSync(join(home, 'runtime.json'))
    ? (JSON.parse(readFileSync(join(home, 'runtime.json'), 'utf8')) as RuntimeFacts)
    : null;

const recorded = (home: string, name: string) => livingChild(join(home, 'run', `${name}.json`));

describe('an installation', () => {
  it('brings engine and database up, says where they are, and takes everything down again', async () => {
    const installation = await startTestInstallation(embedded);
    cleanups.push(installation.stop);
    const { home } = installation;
    expect(installation.embedded).toEqual({ engine: true, database: true });
    expect((await readStatus(home, {})).parts).toEqual([
      { name: 'database', ok: true, detail: `127.0.0.1:${installation.ports.database.port}` },
      { name: 'engine', ok: true, detail: `127.0.0.1:${installation.ports.engine.port} SERVING` },
    ]);
    expect(statSync(join(home, 'runtime.json')).mode & 0o777).toBe(0o600);
    installation.publish({ smtpPort: 2525 });
    expect(runtimeOf(home)?.smtpPort).toBe(2525);
    const children = ['engine', 'database'].map((name) => recorded(home, name));
    await installation.stop();
    expect((await readStatus(home, {})).ok).toBe(false);
    expect(children.map((child) => child !== null && isAlive(child))).toEqual([false, false]);
  });

  it('starts a killed engine and a killed database again on the same ports', async () => {
    const installation = await startTestInstallation(embedded);
    cleanups.push(installation.stop);
    const { engine, database } = installation.children;
    for (const child of [engine, database]) process.kill(child?.pid() ?? 0, 'SIGKILL');
    await until(() => engine?.restarts() === 1 && database?.restarts() === 1);
    expect((await readStatus(installation.home, {})).ok).toBe(true);
    expect(installation.lines.filter((line) => line.includes('is back'))).toHaveLength(2);
  });

  it('stops what a kill -9 left behind and works on the same data and ports', async () => {
    const home = newHome();
    const killed = run(home);
    const before = await until(() => runtimeOf(home));
    killed.child.kill('SIGKILL');
    await killed.exit;
    const left = ['engine', 'database'].map((name) => recorded(home, name));
    expect(left.every((child) => child !== null && isAlive(child))).toBe(true);

    const lines: string[] = [];
    const next = await openInstallation(testEnv(home, embedded), { report: (line) => lines.push(line) });
    cleanups.push(next.stop);
    expect(left.map((child) => child !== null && isAlive(child))).toEqual([false, false]);
    expect(lines.join('\n')).toContain('stopped what a killed run left behind');
    expect(next.databaseUrl).toBe(before.databaseUrl);
    expect(next.temporal.address).toBe(before.temporalAddress);
    expect((await readStatus(home, {})).ok).toBe(true);
  });

  it('survives being killed at any moment of its first start', async () => {
    const home = newHome();
    for (const afterMs of [350, 600, 900, 1_300]) {
      const copy = run(home);
      await sleep(afterMs);
      copy.child.kill('SIGKILL');
      await copy.exit;
    }
    const next = await openInstallation(testEnv(home, embedded), { report: () => undefined });
    cleanups.push(next.stop);
    expect((await readStatus(home, {})).ok).toBe(true);
  });

  it('refuses a second copy on the same data in one line, and the first goes on', async () => {
    const home = newHome();
    const first = run(home);
    await until(() => runtimeOf(home));
    const second = run(home);
    expect(await second.exit).toBe(1);
    expect(second.output().trim().split('\n')).toHaveLength(1);
    expect(second.output()).toMatch(/^✗ .*another copy \(process \d+\)/);
    expect((await readStatus(home, {})).ok).toBe(true);
    first.child.kill('SIGINT');
    expect(await first.exit).toBe(0);
    expect(runtimeOf(home)).toBeNull();
  });

  it('asked to stop while starting leaves nothing running', async () => {
    const home = newHome();
    const copy = run(home);
    await until(() => recorded(home, 'engine') ?? recorded(home, 'database'));
    copy.child.kill('SIGTERM');
    expect(await copy.exit).toBe(0);
    expect(['engine', 'database'].map((name) => recorded(home, name))).toEqual([null, null]);
    expect(existsSync(join(home, 'lock'))).toBe(false);
  });

  it('uses the servers it is pointed to and starts none', async () => {
    const servers = { DATABASE_URL: inject('databaseUrl'), TEMPORAL_ADDRESS: inject('temporalAddress') };
    const installation = await startTestInstallation(servers);
    cleanups.push(installation.stop);
    expect(installation.embedded).toEqual({ engine: false, database: false });
    expect(installation.temporal).toMatchObject({
      address: servers.TEMPORAL_ADDRESS,
      namespace: 'default',
      uiUrl: null,
    });
    expect((await readStatus(installation.home, servers)).ok).toBe(true);
    expect(existsSync(join(installation.home, 'engine'))).toBe(false);
  });

  it('says in one line that an external database cannot be reached, without its password, and starts nothing', async () => {
    const home = newHome();
    const env = testEnv(home, {
      ...embedded,
      DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/none',
      VINHDANH_WAIT_MS: '200',
    });
    const failure = await openInstallation(env, { report: () => undefined }).catch((error: unknown) => error as Error);
    expect(failure).toMatchObject({ code: 'databaseUnreachable' });
    expect((failure as Error).message).not.toContain('secret');
    expect(recorded(home, 'engine')).toBeNull();
  });
});
