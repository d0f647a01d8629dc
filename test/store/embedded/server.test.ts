import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import postgres from 'postgres';
import { afterEach, describe, expect, it } from 'vitest';
import { dataFolder, existingDataFolder } from '../../../store/embedded/dataFolder.ts';
import { reachable } from '../../../store/embedded/reach.ts';
import type { EmbeddedDatabase } from '../../../store/embedded/server.ts';
import { startEmbeddedDatabase } from '../../../store/embedded/server.ts';
import { databaseUser } from '../../../store/embedded/systemUser.ts';
import { holdPorts } from '../../../worker/installation/ports.ts';
import { removeHome, temporaryHome, testEnv } from '../../support/installation.ts';

const isRoot = process.getuid?.() === 0;
const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function start(home: string): Promise<EmbeddedDatabase> {
  const { database } = await holdPorts(home, testEnv(home), new Set(['database']), () => undefined);
  const server = await startEmbeddedDatabase({
    home,
    port: database,
    cacheFolder: join(home, 'cache'),
    report: () => undefined,
  });
  cleanups.push(server.stop);
  return server;
}

async function ask(url: string, query: string): Promise<unknown> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return (await sql.unsafe(query))[0];
  } finally {
    await sql.end({ timeout: 1 });
  }
}

describe('the embedded database', () => {
  it('is a durable PostgreSQL 18 that sorts Vietnamese and keeps its rows over a restart', async () => {
    const home = temporaryHome();
    cleanups.push(() => removeHome(home));
    const first = await start(home);
    expect(await ask(first.url, 'show fsync')).toEqual({ fsync: 'on' });
    expect(await ask(first.url, 'show server_encoding')).toEqual({ server_encoding: 'UTF8' });
    const sorted = `select string_agg(n, ' ' order by n) as names from unnest(array['Đào','Dung','Em','Ân','An']) n`;
    expect(await ask(first.url, sorted)).toEqual({ names: 'An Ân Dung Đào Em' });
    await ask(first.url, 'create table kept as select 42 as answer');
    await first.stop();
    const second = await start(home);
    expect(await ask(second.url, 'select answer from kept')).toEqual({ answer: 42 });
  });

  it('lets nobody in without the password, which only its owner can read', async () => {
    const home = temporaryHome();
    cleanups.push(() => removeHome(home));
    const { url } = await start(home);
    const wrong = new URL(url);
    wrong.password = 'guessed';
    await expect(ask(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(statSync(join(home, 'secrets')).mode & 0o777).toBe(0o700);
    expect(statSync(join(home, 'secrets', 'database-password')).mode & 0o777).toBe(0o600);
  });

  it.runIf(isRoot)('runs for root in a home that its own user cannot enter', async () => {
    const outer = mkdtempSync(join(tmpdir(), 'vinhdanh-closed-'));
    chmodSync(outer, 0o700);
    const home = join(outer, 'home');
    mkdirSync(home);
    cleanups.push(
      () => rmSync(outer, { recursive: true, force: true }),
      () => removeHome(home),
    );
    const { url, folder } = await start(home);
    expect(dirname(dirname(folder))).toBe('/var/lib/vinhdanh');
    expect(existingDataFolder(home)).toBe(folder);
    expect(await ask(url, 'select 1 as one')).toEqual({ one: 1 });
  });

  it.runIf(isRoot)('refuses to share the data of a home with a copy of it', () => {
    const outer = mkdtempSync(join(tmpdir(), 'vinhdanh-closed-'));
    const [home, copy] = [join(outer, 'home'), join(outer, 'copy')];
    for (const folder of [home, copy]) mkdirSync(folder);
    const user = databaseUser(null);
    const data = dataFolder(home, user, () => undefined);
    cleanups.push(
      () => rmSync(outer, { recursive: true, force: true }),
      () => rmSync(dirname(data), { recursive: true, force: true }),
    );
    expect(readFileSync(join(home, 'database.location'), 'utf8').trim()).toBe(data);
    writeFileSync(join(copy, 'database.location'), `${data}\n`);
    expect(() => dataFolder(copy, user, () => undefined)).toThrow(expect.objectContaining({ code: 'dataShared' }));
  });
});

describe('reach', () => {
  it('sees a closed folder above a path', () => {
    const outer = mkdtempSync(join(tmpdir(), 'vinhdanh-closed-'));
    cleanups.push(() => rmSync(outer, { recursive: true, force: true }));
    const stranger = { uid: 54_321, gid: 54_321 };
    expect(reachable(join(outer, 'a', 'b'), stranger)).toBe(false);
    chmodSync(outer, 0o711);
    expect(reachable(join(outer, 'a', 'b'), stranger)).toBe(true);
    chmodSync(outer, 0o700);
    expect(reachable(join(outer, 'a', 'b'), null)).toBe(true);
  });
});
