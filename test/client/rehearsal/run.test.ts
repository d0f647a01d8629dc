import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { removeHome } from '../../support/installation.ts';

const main = join(import.meta.dirname, '..', '..', '..', 'client', 'rehearsal', 'main.ts');
// Not the prefix of the other tests' homes: its lock lies deeper, so that another run would take it for abandoned and sweep it.
const home = mkdtempSync(join(tmpdir(), 'vinhdanh-rehearsal-'));
chmodSync(home, 0o711);
const played = join(home, 'rehearsals', '000');

type Ran = { code: number | null; out: string; err: string };

function rehearse(args: string[], stopOn?: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], { env: { ...process.env, VINHDANH_HOME: home } });
    const ran: Ran = { code: null, out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      ran.out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      ran.err += text;
      if (stopOn && ran.err.includes(stopOn)) child.kill('SIGINT');
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve({ ...ran, code }));
  });
}

afterAll(() => removeHome(played).then(() => removeHome(home)));

describe('npm run rehearse', () => {
  it.each([
    [[], /004/],
    [['009'], /“009”.*000, 001, 002, 003, 004, all/],
    [['all', '--rows', '2.1'], /--rows/],
    [['all', '--keep'], /--keep/],
    [['004', '--seed', 'x'], /--seed.*“x”/],
    [['004', '--rows', '9'], /“9”.*2\.12/],
    [['004', '--nominations', '5000'], /5000/],
    [['004', '--what'], /npm run rehearse/],
  ])('explains %j in one line', async (args, words) => {
    const { code, out, err } = await rehearse(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toMatch(words);
  });

  it('plays one movement from its plan to its closing on a real installation, which is gone afterwards', async () => {
    const { code, out, err } = await rehearse([
      '000',
      '--rows',
      '5',
      '--nominations',
      '8',
      '--seed',
      '4',
      '--minutes',
      '0.5',
      '--json',
    ]);
    expect(out, err).not.toBe('');
    const report = JSON.parse(out) as {
      rounds: { roundId: string; state: string }[];
      rows: { received: number }[];
      checks: { name: string; holds: boolean; examples: string[] }[];
      pace: { lateDays: number };
    };
    // How a story ends rests on whether the machine keeps the pace; what the record looks like does not.
    const paced = [
      'storiesEndAsTold',
      'latenessEscalates',
      'roundsAsTold',
      'roundsOver',
      'unitsAnswered',
      'lateUnitsChased',
    ];
    const kept = report.pace.lateDays < 3;
    const broken = report.checks.filter(({ name, holds }) => !holds && (kept || !paced.includes(name)));
    expect(broken, err).toEqual([]);
    expect(report.rows[0]?.received).toBeGreaterThan(3);
    expect(report.rounds.map(({ roundId }) => roundId)).toEqual(['000/5/cuoiNam2021']);
    if (kept) expect(report.rounds[0]?.state).toBe('closed');
    expect(code).toBe(report.checks.every(({ holds }) => holds) ? 0 : 1);
    expect(() => readFileSync(join(played, 'runtime.json'))).toThrow(/ENOENT/);
  }, 300_000);

  it('stops when asked to, and leaves nothing running', async () => {
    const { code, err } = await rehearse(
      ['000', '--rows', '5', '--nominations', '3', '--minutes', '5', '--lang', 'en'],
      '✓ ready',
    );
    expect(err).toMatch(/stopped as asked/);
    expect(code).toBe(130);
    await sleep(100);
    expect(() => readFileSync(join(played, 'lock'))).toThrow(/ENOENT/);
  }, 120_000);
});
