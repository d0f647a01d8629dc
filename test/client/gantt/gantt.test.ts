import { describe, expect, test } from 'vitest';
import { ganttOf } from '../../../client/gantt/data.ts';
import { daysBetween } from '../../../client/gantt/record.ts';
import { scaleOf } from '../../../client/gantt/scale.ts';
import { ganttSvg } from '../../../client/gantt/svg.ts';
import { ganttText } from '../../../client/gantt/text.ts';
import type { Gantt, RoundStage } from '../../../client/gantt/types.ts';
import { addDays } from '../../../contract/calendar.ts';
import type { ScheduleOnRecord } from '../../../store/queries/schedule.ts';
import { halfAnswered, loaded, noon, programmeOf, troubled } from './onRecord.ts';

const names = Object.fromEntries(loaded.directory.bodies.map(({ id, short }) => [id, short]));

/** The record began before every programme. */
const begunAt = noon('2020-01-01');

function drawn(id: string, day: string, record: ScheduleOnRecord | null = null): Gantt {
  return ganttOf({ programme: programmeOf(id), record, begunAt, now: noon(day), names, locale: 'vi' });
}

describe.each([...loaded.programmes.keys()])('programme %s', (id) => {
  const gantt = drawn(id, '2021-08-01');
  const programme = programmeOf(id);

  test('has a row for every round, and no bar is reversed or outside the chart', () => {
    const rounds = gantt.rows.filter(({ kind }) => kind === 'round');
    expect(rounds.length).toBeGreaterThanOrEqual(programme.movements.length);
    expect(new Set(rounds.map((row) => row.id)).size).toBe(rounds.length);
    for (const { id: row, bars } of gantt.rows) {
      expect(bars.length, row).toBeGreaterThan(0);
      for (const { key, from, to } of bars) {
        expect([row, key, gantt.from <= from, from <= to, to <= gantt.to]).toEqual([row, key, true, true, true]);
      }
    }
  });

  test('has the stages of a round one after the other', () => {
    for (const { id: row, bars } of gantt.rows.filter(({ kind }) => kind === 'round')) {
      const stages = bars.filter(({ mark }) => !mark);
      expect(stages.map(({ stage }) => stage)).toContain('window');
      for (const [index, bar] of stages.entries()) {
        const next = stages[index + 1];
        if (next) expect([row, bar.stage, bar.to < next.from]).toEqual([row, bar.stage, true]);
      }
    }
  });

  test.each(['vi', 'en'] as const)(
    'is drawn whole in %s: well-formed, composed letters, nothing left open',
    (locale) => {
      const svg = ganttSvg(
        ganttOf({ programme, record: null, begunAt: null, now: noon('2021-08-01'), names, locale }),
        locale,
      );
      expect(svg).toBe(svg.normalize('NFC'));
      expect(svg).not.toMatch(/undefined|NaN|\{\w+\}/);
      expectWellFormed(svg);
      expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="gt-title gt-desc"/);
      for (const [, x, width] of svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="18"/g)) {
        expect(Number(x)).toBeGreaterThanOrEqual(340);
        expect(Number(x) + Number(width)).toBeLessThanOrEqual(1064 + 2);
      }
    },
  );
});

test('the phases of 003 meet: in days, and on the picture', () => {
  const gantt = drawn('003', '2020-07-20');
  const [first, second] = gantt.rows[0]?.bars ?? [];
  if (!first || !second) throw new Error('two phases');
  expect([first.from, first.to, second.from, second.to]).toEqual([
    '2020-06-26',
    '2020-07-27',
    '2020-07-28',
    '2020-12-31',
  ]);
  const scale = scaleOf(gantt, 724, 'vi', 34);
  expect(scale.end(first.to)).toBe(scale.start(second.from));
  expect([first.state, second.state]).toEqual(['running', 'coming']);
  expect(first.slackDays).toBe(7);
});

test('an answer that is missing while the round is open is late by the days since it was due', () => {
  const { rows } = drawn('003', '2020-07-10', { rounds: [halfAnswered], reports: [] });
  const row = rows.find(({ id }) => id === '003/2.1/dot1');
  expect(row?.bars.find(({ stage }) => stage === 'answer')).toMatchObject({
    state: 'late',
    slackDays: daysBetween('2020-07-10', '2020-07-06'),
  });
});

test('plan and approval of a round not begun end the day before its launch', () => {
  for (const { bars } of drawn('003', '2020-01-01').rows.filter(({ kind }) => kind === 'round')) {
    const of = (stage: RoundStage) => bars.find((bar) => bar.stage === stage);
    expect(addDays(of('approval')?.to ?? '', 1)).toBe(of('opening')?.from);
    expect(addDays(of('plan')?.to ?? '', 1)).toBe(of('approval')?.from);
  }
});

test('the simplified road has no council, and reports stand on their days', () => {
  const { rows } = drawn('004', '2021-07-15');
  const stagesOf = (id: string) => rows.find((row) => row.id === id)?.bars.map(({ stage }) => stage);
  expect(stagesOf('004/2.11/nam2021')).not.toContain('council');
  expect(stagesOf('004/2.5/nam2021')).toContain('council');
  const reports = rows.find(({ kind }) => kind === 'reports')?.bars;
  expect(reports?.map(({ from, state, name }) => [from, state, name])).toEqual([
    // Without a record nobody knows whether it was sent.
    ['2021-06-30', 'unknown', 'Sơ kết gửi HĐ TĐKT tỉnh'],
    ['2021-12-31', 'coming', 'Tổng kết gửi HĐ TĐKT tỉnh'],
  ]);
});

describe('what is on record', () => {
  const gantt = drawn('003', '2020-09-20', { rounds: troubled, reports: [] });
  const bar = (roundId: string, stage: RoundStage) => {
    const found = gantt.rows.find(({ id }) => id === roundId)?.bars.find((one) => one.stage === stage);
    if (!found) throw new Error(`${roundId} has no ${stage}`);
    return found;
  };

  test('a stage that is late reaches to today, and what follows moves behind it', () => {
    expect(bar('003/2.1/dot1', 'appraisal')).toMatchObject({
      from: '2020-07-28',
      to: '2020-09-20',
      state: 'late',
      slackDays: -25,
    });
    expect(bar('003/2.1/dot1', 'council')).toMatchObject({ from: '2020-09-21', state: 'coming', slackDays: null });
    // One unit never answered; it cannot any more, so it is not late for ever.
    expect(bar('003/2.1/dot1', 'answer')).toMatchObject({ state: 'done', slackDays: null });
    // Returned once: drafting lasted until the last submission.
    expect(bar('003/2.1/dot1', 'plan')).toMatchObject({
      from: '2020-06-10',
      to: '2020-06-22',
      state: 'done',
      slackDays: 3,
    });
  });

  test('a stage that runs ends on its own deadline, and says when that is provisional', () => {
    expect(bar('003/2.5/dot1', 'council')).toMatchObject({
      from: '2020-08-25',
      to: '2020-09-24',
      state: 'running',
      slackDays: 4,
      provisional: true,
    });
    // It went past its selection, which is therefore not late but not there.
    expect(() => bar('003/2.5/dot1', 'appraisal')).toThrow('no appraisal');
    expect(bar('003/2.4/dot1', 'appraisal')).toMatchObject({ state: 'done', to: '2020-08-05' });
    expect(bar('003/2.5/dot1', 'decision').from).toBe('2020-09-25');
  });

  test('what is closed is done, what is cancelled has nothing to come, what is suspended says so', () => {
    const states = (roundId: string) =>
      new Set(gantt.rows.find(({ id }) => id === roundId)?.bars.map(({ state }) => state));
    expect(states('003/2.4/dot1')).toEqual(new Set(['done']));
    expect(bar('003/2.4/dot1', 'publication')).toMatchObject({ to: '2020-09-01' });
    expect(states('003/2.3/dot1')).toEqual(new Set(['done']));
    // While it is suspended nobody is late.
    expect(states('003/2.2/dot1')).toEqual(new Set(['done', 'coming']));
    const halted = Object.fromEntries(gantt.rows.flatMap(({ id, halted: why }) => (why ? [[id, why]] : [])));
    expect(halted).toEqual({ '003/2.2/dot1': 'suspended', '003/2.3/dot1': 'cancelled' });
  });

  test('a round that should have begun and did not is late; its plan is late since its own day', () => {
    expect(bar('003/2.6/dot1', 'window')).toMatchObject({ state: 'late', slackDays: -55 });
    // Its nominations should be taken since 28/7, and nobody has begun it.
    expect(bar('003/2.6/dot2', 'window')).toMatchObject({ state: 'late', slackDays: -54 });
    expect(bar('003/2.6/dot2', 'appraisal')).toMatchObject({ state: 'coming', slackDays: null });
    expect(bar('003/2.1/dot2', 'plan')).toMatchObject({
      state: 'late',
      from: '2020-07-01',
      to: '2020-09-20',
      slackDays: -66,
    });
    expect(bar('003/2.1/dot2', 'window')).toMatchObject({ state: 'late', slackDays: -54 });
  });

  test('lateness is told by words and signs, not by colour alone', () => {
    const svg = ganttSvg(gantt, 'vi');
    expectWellFormed(svg);
    expect(svg).toContain('! X: trễ 25 ngày');
    expect(svg).toContain('url(#gt-late)');
    expect(svg).toContain('tạm dừng');
    expect(svg).toContain('≈ tạm tính');
    expect(svg).not.toContain('chưa có số liệu thực hiện');
    const text = ganttText(gantt, 'vi', 140);
    expect(text).toMatch(/2\.1 .*!!!.*! X: trễ 25 ngày/);
  });
});

test('names are escaped and long titles cut, whole in their title', () => {
  const programme = structuredClone(programmeOf('004'));
  const [movement] = programme.movements;
  if (!movement) throw new Error('movements');
  const long = `<b>&"${'rất dài '.repeat(30)}`;
  movement.title.value = long;
  const svg = ganttSvg(
    ganttOf({ programme, record: null, begunAt: null, now: noon('2021-08-01'), names, locale: 'vi' }),
    'vi',
  );
  expectWellFormed(svg);
  expect(svg).not.toContain('<b>');
  expect(svg).toContain(`&lt;b&gt;&amp;&quot;${'rất dài '.repeat(30)}`);
  expect(svg).toContain('…');
});

describe('the chart for a terminal', () => {
  test.each([80, 120, 200])('keeps within %i columns, one line a row, today marked', (columns) => {
    const gantt = drawn('003', '2020-07-20');
    const lines = ganttText(gantt, 'vi', columns).split('\n');
    const chart = lines.slice(3, lines.lastIndexOf(''));
    for (const line of chart) expect([...line].length).toBeLessThanOrEqual(columns);
    // Heads, the mark of today, two headings of phases, the rows.
    expect(chart.length).toBe(3 + 2 + gantt.rows.length);
    const mark = chart.find((line) => line.includes('▼'));
    const phase = lines.find((line) => line.startsWith('Các đợt thi đua'));
    expect([...(phase ?? '')][[...(mark ?? '')].indexOf('▼')]).toBe('1');
  });

  test('holds five years as well as three months', () => {
    const text = ganttText(drawn('002', '2023-05-01'), 'en', 100);
    for (const year of ['2021', '2022', '2023', '2024', '2025']) expect(text).toContain(year);
  });
});

/** Every element is closed in its turn, and no bare ampersand is left. */
function expectWellFormed(xml: string): void {
  const open: string[] = [];
  for (const [, closing, name, rest] of xml.matchAll(/<(\/?)([a-z]+)([^>]*)>/gi)) {
    if (closing) expect(open.pop()).toBe(name);
    else if (!rest?.endsWith('/')) open.push(name ?? '');
  }
  expect(open).toEqual([]);
  expect(xml.replace(/&(amp|lt|gt|quot);/g, '')).not.toContain('&');
}
