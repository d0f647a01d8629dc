import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { table } from '../../../client/cli/print/table.ts';
import { padTo, widthOf, wrap } from '../../../client/cli/print/width.ts';
import { withProgress } from '../../../client/cli/progress.ts';
import { dateTime, day } from '../../../contract/texts/dates.ts';

describe('width', () => {
  it('counts a letter with its marks once, composed or not', () => {
    for (const text of ['Đề nghị khen thưởng', 'Nguyễn Thị Hường', 'Ủy ban']) {
      expect(widthOf(text.normalize('NFC'))).toBe(text.normalize('NFC').length);
      expect(widthOf(text.normalize('NFD'))).toBe(text.normalize('NFC').length);
    }
    expect(widthOf('漢字')).toBe(4);
  });

  it('pads and wraps by it', () => {
    expect(padTo('ệ'.normalize('NFD'), 3)).toBe(`${'ệ'.normalize('NFD')}  `);
    expect(wrap('Hội đồng thi đua', 8)).toEqual(['Hội đồng', 'thi đua']);
    expect(wrap('', 5)).toEqual(['']);
  });
});

describe('table', () => {
  const rows = [
    ['1', 'Hội đồng thi đua, khen thưởng ngành y tế'.normalize('NFD'), 'x'],
    ['22', 'Sở', 'y'],
  ];

  it('aligns', () => {
    const lines = table(['Số', 'Tên', 'C'], rows, null).split('\n');
    expect(lines.map((line) => line.normalize('NFC'))).toEqual([
      'Số  Tên                                       C',
      '──  ────────────────────────────────────────  ─',
      '1   Hội đồng thi đua, khen thưởng ngành y tế  x',
      '22  Sở                                        y',
    ]);
  });

  it('breaks the widest column to fit a terminal', () => {
    const lines = table(['Số', 'Tên', 'C'], rows, 30).split('\n');
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(30);
    expect(lines).toHaveLength(5);
  });
});

describe('dates', () => {
  it('are of Asia/Ho_Chi_Minh', () => {
    expect(dateTime('2021-12-31T16:59:59.999Z')).toBe('31/12/2021 23:59');
    expect(dateTime('2021-12-31T17:00:00.000Z')).toBe('01/01/2022 00:00');
    expect(day('2021-02-03')).toBe('03/02/2021');
  });
});

it('says on stderr that it waits, after two seconds', async () => {
  const said: string[] = [];
  const world = { err: (text: string) => said.push(text) } as never;
  await withProgress(world, 'vi', () => sleep(100));
  expect(said).toEqual([]);
  await withProgress(world, 'vi', () => sleep(2_300));
  expect(said).toEqual(['… đang chờ trả lời, đã 2 giây']);
});
