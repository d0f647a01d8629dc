import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const script = join(root, 'client', 'cli', 'vinhdanh.mjs');
const oldNode = ['/usr/local/bin/node', '/usr/bin/node'].find((node) => existsSync(node));
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vinhdanh-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Ended = { exit: number; out: string; err: string };

function start(command: string, args: string[], env: NodeJS.ProcessEnv = {}, cwd = root): Promise<Ended> {
  const { DATABASE_URL: _, TEMPORAL_ADDRESS: __, ...inherited } = process.env;
  return new Promise((done) => {
    execFile(command, args, { cwd, env: { ...inherited, VINHDANH_HOME: folder, ...env } }, (error, out, err) => {
      done({ exit: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err });
    });
  });
}

describe.skipIf(!oldNode)('on the Node of the machine', () => {
  it('runs the command line on the Node brought along, arguments and exit code intact', async () => {
    const { exit, out } = await start(oldNode ?? '', [script, 'show', 'a b', '--json']);
    expect(exit).toBe(4);
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'NOT_RUNNING' } });
    expect(await start(oldNode ?? '', [script, '-V'])).toMatchObject({ exit: 0, err: '' });
  });

  it('is found by npx in the project folder', async () => {
    const { exit, out } = await start('npx', ['vinhdanh', '--help']);
    expect(out).toContain('Cách dùng: vinhdanh');
    expect(exit).toBe(0);
  });
});

describe('a part missing', () => {
  it('says npm start when the packages are not installed', async () => {
    const copy = join(folder, 'copy', 'client', 'cli');
    mkdirSync(copy, { recursive: true });
    cpSync(script, join(copy, 'vinhdanh.mjs'));
    const { exit, out, err } = await start(process.execPath, [join(copy, 'vinhdanh.mjs'), 'status']);
    expect({ exit, out }).toEqual({ exit: 4, out: '' });
    expect(err).toBe(`Chưa cài các gói của phần mềm; hãy chạy \`npm start\` trong ${join(folder, 'copy')} trước.\n`);
  });

  it('says so in one line when a file of the program is missing', async () => {
    symlinkSync(join(root, 'node_modules'), join(folder, 'copy', 'node_modules'));
    const { exit, err } = await start(process.execPath, [
      join(folder, 'copy', 'client', 'cli', 'vinhdanh.mjs'),
      'status',
    ]);
    expect(exit).toBe(1);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(err).toContain('Chương trình bị thiếu hoặc hỏng tệp');
  });
});

describe('the installation', () => {
  it('is not running: one line, exit 4', async () => {
    expect(await start(process.execPath, [script, 'programmes'])).toEqual({
      exit: 4,
      out: '',
      err: `Vinh Danh chưa chạy (không thấy ${join(folder, 'runtime.json')}). Hãy chạy \`npm start\` trong thư mục phần mềm rồi thử lại.\n`,
    });
    expect((await start(process.execPath, [script, 'status'])).exit).toBe(4);
  });

  it('left a file nobody can read: one line, exit 4', async () => {
    writeFileSync(join(folder, 'runtime.json'), '{');
    const { exit, err } = await start(process.execPath, [script, 'programmes']);
    expect(exit).toBe(4);
    expect(err).toContain('Không đọc được');
    rmSync(join(folder, 'runtime.json'));
  });

  it('left a file but is gone: no stack, exit 4', async () => {
    const home = join(folder, 'gone');
    mkdirSync(join(home, 'logs'), { recursive: true });
    const facts = { databaseUrl: 'postgres://x:y@127.0.0.1:9/x', temporalAddress: '127.0.0.1:9', namespace: 'default' };
    writeFileSync(join(home, 'runtime.json'), JSON.stringify(facts));
    const { exit, err, out } = await start(process.execPath, [script, 'show', '004-0001', '--home', home]);
    const log = existsSync(join(home, 'logs', 'cli.log')) ? readFileSync(join(home, 'logs', 'cli.log'), 'utf8') : '';
    expect({ exit, log, out }).toEqual({ exit: 4, log: '', out: '' });
    expect(err).not.toMatch(/^\s+at /m);
  });
});
