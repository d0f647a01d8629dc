import { describe, expect, test } from 'vitest';
import { ganttOf } from '../../../client/gantt/data.ts';
import { ganttSvg } from '../../../client/gantt/svg.ts';
import { ganttText } from '../../../client/gantt/text.ts';
import type { Gantt } from '../../../client/gantt/types.ts';
import type { RoundOnRecord } from '../../../store/queries/schedule.ts';
import { halfAnswered, loaded, noon, programmeOf, roundOnRecord } from './onRecord.ts';

const names = Object.fromEntries(loaded.directory.bodies.map(({ id, short }) => [id, short]));

function drawn(id: string, day: string, rounds: RoundOnRecord[]): Gantt {
  const record = { rounds, reports: [] };
  const begunAt = noon('2020-01-01');
  return ganttOf({ programme: programmeOf(id), record, begunAt, now: noon(day), names, locale: 'vi' });
}

describe('answers that are late while the window runs', () => {
  const gantt = drawn('003', '2020-07-17', [halfAnswered]);
  const row = (columns: number) =>
    ganttText(gantt, 'vi', columns)
      .split('\n')
      .find((line) => line.startsWith('2.1 ')) ?? '';

  test('are said beside what runs, the late first', () => {
    expect(row(140)).toMatch(/! ▽: trễ 11 ngày; N: còn 10 ngày$/);
    const svg = ganttSvg(gantt, 'vi');
    expect(svg).toMatch(/<text class="status late"[^>]*>! ▽: trễ 11 ngày<\/text>/);
    expect(svg).toMatch(/<text class="status"[^>]*>N: còn 10 ngày<\/text>/);
    expect(svg).toContain('! ▽: trễ 11 ngày; N: còn 10 ngày');
  });

  test('have another sign than answers in time, and where there is little room the late one is said', () => {
    const chart = row(140).slice(0, -'! ▽: trễ 11 ngày; N: còn 10 ngày'.length);
    expect(chart).toContain('!');
    expect(chart).not.toContain('▽');
    const narrow = row(80);
    expect([...narrow].length).toBeLessThanOrEqual(80);
    expect(narrow).toMatch(/! ▽: trễ 11 ngày$/);
  });
});

describe('a round that ended early', () => {
  const closed = (answered: string[]) =>
    roundOnRecord({
      programmeId: '004',
      movementId: '2.9',
      phaseId: 'nam2021',
      path: [
        ['planning', '2021-11-15'],
        ['planReview', '2021-11-16'],
        ['approved', '2021-11-17'],
        ['open', '2021-12-01'],
        ['closed', '2022-01-06'],
      ],
      approved: { opensOn: '2021-12-01', from: '2021-12-01', to: '2022-01-14', answerBy: '2022-01-10' },
      openedOn: '2021-12-01',
      answered,
    });

  test('has no stage that was never entered, and nothing done after today', () => {
    for (const answered of [[], loaded.directory.bodies.map(({ id }) => id)]) {
      const { rows, today } = drawn('004', '2022-01-06', [closed(answered)]);
      const bars = rows.find(({ id }) => id === '004/2.9/nam2021')?.bars ?? [];
      expect(bars.filter(({ mark }) => !mark).map(({ stage, to }) => [stage, to])).toEqual([
        ['plan', '2021-11-16'],
        ['approval', '2021-11-17'],
        ['window', '2022-01-06'],
      ]);
      for (const { key, to, state } of bars) expect([key, state, to <= today]).toEqual([key, 'done', true]);
      // Answers nobody waits for any more have no day; those that came all have that of the last.
      const answer = bars.find(({ stage }) => stage === 'answer');
      expect(answer?.from).toBe(answered.length === 0 ? undefined : '2020-07-01');
    }
  });

  test('before its window began has no window, and one never launched no answers', () => {
    const cancelled = roundOnRecord({
      programmeId: '004',
      movementId: '2.9',
      phaseId: 'nam2021',
      path: [
        ['planning', '2021-11-15'],
        ['approved', '2021-11-17'],
        ['open', '2021-11-20'],
        ['cancelled', '2021-11-25'],
      ],
      approved: { opensOn: '2021-11-20', from: '2021-12-01', to: '2021-12-31' },
      openedOn: '2021-11-20',
    });
    const unlaunched = roundOnRecord({
      movementId: '2.3',
      phaseId: 'dot1',
      path: [
        ['planning', '2020-06-10'],
        ['cancelled', '2020-06-23'],
      ],
    });
    const never = drawn('003', '2020-09-20', [unlaunched]).rows.find(({ id }) => id === '003/2.3/dot1');
    // Nobody was asked anything.
    expect(never?.bars.map(({ stage }) => stage)).toEqual(['plan']);
    const { rows } = drawn('004', '2021-11-26', [cancelled]);
    const bars = rows.find(({ id }) => id === '004/2.9/nam2021')?.bars ?? [];
    expect(bars.map(({ stage }) => stage)).not.toContain('window');
  });
});

/** Its plan is to be drawn up by 11/07, its window opens before. */
const planning = roundOnRecord({
  movementId: '2.1',
  phaseId: 'dot1',
  path: [['planning', '2020-06-26']],
  deadlines: [['plan', '2020-07-11']],
});

test('a late plan stands on the window it delays', () => {
  const svg = ganttSvg(drawn('003', '2020-07-20', [planning]), 'vi');
  const row = svg.split('<g class="row round').find((one) => one.includes('Trình kế hoạch: 26/06/2020')) ?? '';
  const at = (name: string) => row.lastIndexOf(`– ${name}: `);
  expect(at('Trình kế hoạch')).toBeGreaterThan(at('Nhận đề nghị'));
  expect(row).toMatch(/! K: trễ 9 ngày/);
});

test('of a round whose plan runs in time while its window should be open, both are said', () => {
  const text = ganttText(drawn('003', '2020-07-06', [planning]), 'vi', 140);
  expect(text).toMatch(/^2\.1 .*K.* ! P: trễ \d+ ngày; K: còn 5 ngày$/m);
});

describe('what the notes below the chart explain', () => {
  test('is seen in the chart for a terminal', () => {
    const gantt = drawn('004', '2021-03-01', []);
    const lines = ganttText(gantt, 'vi', 140).split('\n');
    expect(lines.some((line) => line.startsWith('* Ngày do cấu hình đặt'))).toBe(true);
    expect(lines.find((line) => line.startsWith('2.5 '))).toMatch(/… \*/);
    const provisional = {
      ...gantt,
      rows: gantt.rows.map((row) => ({ ...row, bars: row.bars.map((bar) => ({ ...bar, provisional: true })) })),
    };
    const flagged = ganttText(provisional, 'vi', 140).split('\n');
    expect(flagged.find((line) => line.startsWith('2.5 '))).toMatch(/… \*≈/);
    expect(flagged.some((line) => line.startsWith('≈ tạm tính'))).toBe(true);
  });

  test('a day outside the chart is said in words, there and on the picture', () => {
    const gantt = drawn('003', '2023-05-01', []);
    expect(gantt.to < '2023-05-01').toBe(true);
    expect(ganttText(gantt, 'vi', 120)).toContain('Hôm nay 01/05/2023, ngoài khoảng thời gian của biểu đồ');
    const svg = ganttSvg(gantt, 'vi');
    expect(svg).not.toContain('class="today"');
    expect(svg).toContain('Hôm nay 01/05/2023, ngoài khoảng thời gian của biểu đồ');
    expect(ganttSvg(gantt, 'en')).toContain('Today 01/05/2023, outside this chart');
  });
});
