import { describe, expect, it } from 'vitest';
import { shortcuts } from '../../../client/cli/commands/actTypes.ts';
import { exitCodes } from '../../../client/cli/exitCodes.ts';
import { buildProgram } from '../../../client/cli/program.ts';
import { actTypes } from '../../../contract/events.ts';
import { helpTexts } from '../../../contract/texts/cli/help.ts';
import { applied, whySignOff } from './examples/acts.ts';
import { view } from './examples/nomination.ts';
import { ran, ranJson } from './fakeWorld.ts';

const commands = [
  'programmes',
  'people',
  'nominate',
  'inbox',
  'why',
  'act',
  'show',
  'list',
  'timeline',
  'diagram',
  'history',
  'rounds',
  'round',
  'mail',
  'verify',
  'check',
  'status',
];

const ofRound = ['show', 'plan', 'submit', 'approve', 'return', 'answer', 'register', 'covenant', 'timeline'];

describe('help', () => {
  it('is Vietnamese by default, lists every command and every exit code', async () => {
    const { exit, out } = await ran(['--help']);
    expect(exit).toBe(0);
    expect(out).not.toMatch(/Usage|Options|Commands|display help|default:/);
    for (const name of [...commands, ...actTypes.map((type) => shortcuts[type].name)])
      expect(out).toContain(`\n  ${name} `);
    for (const code of Object.values(exitCodes)) expect(out).toContain(`  ${code}  ${helpTexts[`exit${code}`].vi}`);
    expect((await ran([])).out).toBe(out);
  });

  it.each(commands)('has examples for %s in both languages', async (name) => {
    expect((await ran([name, '--help'])).out).toContain(`Ví dụ:\n  npx vinhdanh ${name}`);
    expect((await ran([name, '--help', '--lang', 'en'])).out).toContain(`Examples:\n  npx vinhdanh ${name}`);
    expect((await ran([name, '--help'], { env: { VINHDANH_LANG: 'en' } })).out).toContain('Usage:');
  });

  it.each(ofRound)('has an example for round %s in both languages', async (name) => {
    const { out } = await ran(['round', name, '--help']);
    expect(out).toContain(`Ví dụ:\n  npx vinhdanh round ${name} 004/2.9/nam2021`);
    expect(out).not.toMatch(/Usage|Options|Commands|display help|default:/);
    const english = await ran(['round', name, '--help', '--lang', 'en']);
    expect(english.out).toContain(`Examples:\n  npx vinhdanh round ${name} `);
  });

  it('gives examples that parse: no option in them is unknown', async () => {
    const out = await Promise.all([
      ...[...commands, ...actTypes.map((type) => shortcuts[type].name)].map((name) => ran([name, '--help'])),
      ...ofRound.map((name) => ran(['round', name, '--help'])),
    ]);
    const lines = out.flatMap(({ out: help }) =>
      help
        .replaceAll('\\\n', ' ')
        // What the shell does with the output is no argument.
        .replaceAll(/ > \S+$/gm, '')
        .split('\n')
        .filter((line) => line.startsWith('  npx vinhdanh ')),
    );
    expect(lines.length).toBeGreaterThan(30);
    for (const line of lines) {
      const argv = [
        ...line
          .trim()
          .slice('npx vinhdanh '.length)
          .matchAll(/"([^"]*)"|(\S+)/g),
      ].map(([, quoted, bare]) => quoted ?? bare ?? '');
      const files = { 'de-nghi.yaml': '', 'ke-hoach.yaml': '', 'ho-so.yaml': 'nomineeName: a\nachievements: b\n' };
      const client = { why: async () => [whySignOff], act: async () => applied };
      const { err } = await ran(argv, { client, files });
      expect(err, line).not.toMatch(/Không có tùy chọn|Không có lệnh|Thừa đối số|Thiếu|không dùng/);
    }
  });

  it('prints the version', async () => {
    expect(await ran(['-V'])).toMatchObject({ exit: 0, out: '9.9.9\n' });
  });
});

describe('wrong usage', () => {
  it.each([
    [['shw'], 'Không có lệnh shw.\nCó phải Ông/Bà muốn dùng show?\nXem cách dùng: npx vinhdanh --help\n'],
    [
      ['round'],
      'Chưa rõ phải làm gì: sau “npx vinhdanh round” cần thêm một lệnh con.\nXem cách dùng: npx vinhdanh round --help\n',
    ],
    [
      ['round', 'shw', 'x'],
      'Không có lệnh shw.\nCó phải Ông/Bà muốn dùng show?\nXem cách dùng: npx vinhdanh round --help\n',
    ],
    [['round', 'show'], 'Thiếu <round>.\nXem cách dùng: npx vinhdanh round --help\n'],
    [['show'], 'Thiếu <nomination>.\nXem cách dùng: npx vinhdanh show --help\n'],
    [['show', '1', '2'], 'Thừa đối số: 2.\nXem cách dùng: npx vinhdanh show --help\n'],
    [
      ['show', '1', '--jsn'],
      'Không có tùy chọn --jsn.\nCó phải Ông/Bà muốn dùng --json?\nXem cách dùng: npx vinhdanh show --help\n',
    ],
    [['show', '1', '--home'], 'Tùy chọn --home <folder> thiếu giá trị.\nXem cách dùng: npx vinhdanh show --help\n'],
    [['show', '1', '--lang', 'fr'], 'Giá trị “fr” của --lang không được dùng. Các giá trị được dùng: vi, en.\n'],
  ])('%j', async (argv, err) => {
    expect(await ran(argv)).toMatchObject({ exit: 2, out: '', err });
  });

  it('is one document under --json', async () => {
    expect(await ranJson(['shw'])).toEqual({
      exit: 2,
      json: {
        error: {
          code: 'WRONG_USAGE',
          message: 'Không có lệnh shw.',
          nearest: 'show',
          hint: 'Xem cách dùng: npx vinhdanh --help',
        },
      },
    });
  });

  it('takes options before and after the command', async () => {
    const client = { show: async () => view };
    expect((await ran(['--json', '--as', 'x', 'show', '004-0001'], { client })).out).toBe(
      (await ran(['show', '004-0001', '--json'], { client })).out,
    );
  });
});

describe('an unexpected error', () => {
  it('is one line, its stack only in the log', async () => {
    const { exit, out, err, logged } = await ran(['verify']);
    expect({ exit, out, err }).toEqual({
      exit: 1,
      out: '',
      err: 'Lỗi ngoài dự kiến: The fake has no verify. Chi tiết đã ghi vào /tmp/log.\n',
    });
    expect(logged.join()).toContain('somewhere.ts:1:1');
  });

  it('is one document under --json', async () => {
    const { exit, json } = await ranJson(['show', 'x', '--lang', 'en']);
    expect(exit).toBe(1);
    expect(json).toEqual({
      error: {
        code: 'UNEXPECTED',
        message: 'Unexpected error: The fake has no show. Details are in /tmp/log.',
        log: '/tmp/log',
      },
    });
  });

  it.each(commands)('never shows a stack: %s', async (name) => {
    const needed: Record<string, string[]> = {
      act: ['1', 'draft.signOff'],
      programmes: [],
      people: [],
      nominate: [],
      inbox: [],
      list: [],
      mail: [],
      verify: [],
      rounds: [],
      round: ['show', '004/2.9/nam2021'],
      check: [],
      status: [],
    };
    for (const more of [[], ['--json']]) {
      const { out, err } = await ran([name, ...(needed[name] ?? ['1']), '--as', 'x', ...more]);
      expect(out + err).not.toMatch(/^\s+at |\.ts:\d/m);
    }
  });
});

it('has a summary and no two commands of one name', () => {
  const program = buildProgram({ world: { columns: null } as never, locale: 'vi', answer: null }, '0');
  const names = program.commands.map((command) => command.name());
  expect(new Set(names).size).toBe(names.length);
  for (const command of program.commands) expect(command.description()).not.toBe('');
});
