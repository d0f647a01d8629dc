import { describe, expect, test } from 'vitest';
import { ganttOf } from '../../../client/gantt/data.ts';
import { segmentsOf } from '../../../client/gantt/segments.ts';
import { ganttSvg } from '../../../client/gantt/svg.ts';
import { ganttText } from '../../../client/gantt/text.ts';
import type { Gantt, GanttBar, RoundStage } from '../../../client/gantt/types.ts';
import type { RoundOnRecord } from '../../../store/queries/schedule.ts';
import { loaded, noon, programmeOf, roundOnRecord } from './onRecord.ts';

const names = Object.fromEntries(loaded.directory.bodies.map(({ id, short }) => [id, short]));

/** The record begins on 15/11/2021, as in the demonstration. */
function drawn(id: string, day: string, rounds: RoundOnRecord[] = [], begunOn = '2021-11-15'): Gantt {
  const record = { rounds, reports: [] };
  const begunAt = noon(begunOn);
  return ganttOf({ programme: programmeOf(id), record, begunAt, now: noon(day), names, locale: 'vi' });
}

const barsOf = ({ rows }: Gantt, id: string): GanttBar[] => rows.find((row) => row.id === id)?.bars ?? [];
const barOf = (gantt: Gantt, id: string, stage: RoundStage) => barsOf(gantt, id).find((bar) => bar.stage === stage);

describe('a season that was over before the record began', () => {
  const gantt = drawn('003', '2021-11-15');

  test('is not late but not on record, and every row says so', () => {
    for (const { id, bars } of gantt.rows)
      expect([id, ...new Set(bars.map(({ state, slackDays }) => `${state} ${slackDays}`))]).toEqual([
        id,
        'unknown null',
      ]);
    const text = ganttText(gantt, 'vi', 140);
    expect(text).toMatch(/^2\.1 .*··.* trước khi ghi sổ$/m);
    expect(text).not.toContain('trễ 5');
    expect(text).toContain('Sổ ghi bắt đầu từ 15/11/2021');
  });

  test('is drawn neutral on the picture', () => {
    const svg = ganttSvg(gantt, 'vi');
    expect(svg).toContain('class="bar unknown"');
    // Only the key shows what late looks like.
    expect(svg.match(/class="bar late"/g)).toHaveLength(1);
    expect(svg).toContain('trước khi ghi sổ');
    expect(svg).toContain('Sổ ghi bắt đầu từ 15/11/2021');
    expect(ganttSvg({ ...gantt }, 'en')).toContain('The record began on 15/11/2021');
  });

  test('has nothing to come either: what would have followed is never recorded', () => {
    // The phase ended before the record began; its conclusion would have been due after.
    const begunAt = noon('2021-01-04');
    const { rows } = ganttOf({
      programme: programmeOf('003'),
      record: { rounds: [], reports: [] },
      begunAt,
      now: noon('2021-01-05'),
      names,
      locale: 'vi',
    });
    const bars = rows.find(({ id }) => id === '003/2.1/dot2')?.bars ?? [];
    expect(bars.some(({ to }) => to > '2021-01-05')).toBe(true);
    expect(new Set(bars.map(({ state }) => state))).toEqual(new Set(['unknown']));
  });
});

test('a report due before the record began is not late; a later one is', () => {
  const reports = (day: string) =>
    barsOf(drawn('004', day), '004/reports').map(({ state, slackDays }) => [state, slackDays]);
  expect(reports('2021-11-15')).toEqual([
    ['unknown', null],
    ['coming', null],
  ]);
  expect(reports('2022-01-02')).toEqual([
    ['unknown', null],
    ['late', -2],
  ]);
});

describe('a round that is planned while its window should be open', () => {
  const planning = (day: string, begunOn: string): Gantt => {
    const told = { programmeId: '002', movementId: '2', phaseId: 'giaiDoan2021Den2025' };
    const path = [['planning', '2021-11-15']] satisfies Parameters<typeof roundOnRecord>[0]['path'];
    return drawn('002', day, [roundOnRecord({ ...told, path, deadlines: [['plan', '2021-11-30']] })], begunOn);
  };
  const id = '002/2/giaiDoan2021Den2025';
  const pieces = (gantt: Gantt) => {
    const window = barOf(gantt, id, 'window');
    if (!window) throw new Error('no window');
    return segmentsOf(window, gantt).map(({ from, to, state }) => [state, from, to]);
  };

  test('is late up to today, and the rest of its window is to come', () => {
    const gantt = planning('2021-11-25', '2020-12-01');
    const window = barOf(gantt, id, 'window');
    expect(window).toMatchObject({ from: '2021-04-01', to: '2025-12-31', state: 'late', slackDays: -238 });
    expect(pieces(gantt)).toEqual([
      ['late', '2021-04-01', '2021-11-25'],
      ['coming', '2021-11-26', '2025-12-31'],
    ]);
    // Neither in the terminal nor on the picture is anything red after today.
    const lines = ganttText(gantt, 'vi', 140).split('\n');
    const today = lines.find((line) => line.includes('▼'))?.indexOf('▼') ?? 0;
    const chart = lines.find((line) => line.startsWith('2 '))?.slice(0, -'! P: trễ 329 ngày; K: còn 5 ngày'.length);
    expect(chart?.lastIndexOf('!')).toBeLessThanOrEqual(today);
    const x = Number(/<line class="today" x1="([\d.]+)"/.exec(ganttSvg(gantt, 'vi'))?.[1]);
    for (const [, from, width] of ganttSvg(gantt, 'vi').matchAll(
      /<g class="bar late"><title>.*?<\/title><rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g,
    ))
      expect(Number(from) + Number(width)).toBeLessThan(x + 3);
  });

  test('is not late for what should have begun before the record did', () => {
    for (const day of ['2021-11-15', '2021-11-25']) {
      const gantt = planning(day, '2021-11-15');
      expect(barOf(gantt, id, 'window')).toMatchObject({ state: 'coming', slackDays: null });
      expect(pieces(gantt)).toEqual([
        ['unknown', '2021-04-01', '2021-11-14'],
        ['coming', '2021-11-15', '2025-12-31'],
      ]);
    }
  });

  test('has its launch and its answers where they were planned, beside each other', () => {
    const gantt = planning('2021-11-15', '2021-11-15');
    expect(barOf(gantt, id, 'opening')).toMatchObject({ state: 'unknown', slackDays: null });
    const signs = drawn('002', '2021-11-15');
    const coming = {
      ...signs,
      begunOn: null,
      rows: signs.rows.map((row) => ({ ...row, bars: row.bars.map(asComing) })),
    };
    const line = ganttText(coming, 'vi', 120)
      .split('\n')
      .find((one) => one.startsWith('2 '));
    expect(line).toMatch(/◆▽/);
    const svg = ganttSvg(coming, 'vi');
    const heights = [...svg.matchAll(/<path d="M[\d.]+ ([\d.]+)[HL]/g)].map(([, y]) => Number(y));
    const [launch, answer] = heights;
    // The launch stands above the bar, the answers below it: however close in time, neither covers the other.
    expect((answer ?? 0) - (launch ?? 0)).toBeGreaterThan(18);
  });
});

const asComing = (bar: GanttBar): GanttBar => ({ ...bar, state: 'coming' });
