import { describe, expect, it } from 'vitest';
import { ran } from './fakeWorld.ts';

type Entry = { date: string; working: boolean; reason: string; source: string; provisional: boolean };

/** No installation may be opened: the calendar is read from the shipped data. */
const alone = {
  open: () => {
    throw new Error('The calendar needs no installation');
  },
};

async function year(...argv: string[]): Promise<Entry[]> {
  const { exit, out, err } = await ran(['calendar', ...argv, '--json'], alone);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  return JSON.parse(out) as Entry[];
}

describe('calendar --json', () => {
  it('is an array with exactly one entry per day, in order', async () => {
    for (const [given, days] of [
      ['2026', 365],
      ['2028', 366],
    ] as const) {
      const dates = (await year(given)).map(({ date }) => date);
      expect(dates).toHaveLength(days);
      expect(dates).toEqual([...new Set(dates)].sort());
      expect([dates[0], dates.at(-1)]).toEqual([`${given}-01-01`, `${given}-12-31`]);
    }
  });

  it('gives of each day whether it is worked, why and by what', async () => {
    const days = await year('2026');
    expect(days.find(({ date }) => date === '2026-01-10')).toEqual({
      date: '2026-01-10',
      working: true,
      reason: 'Làm bù cho ngày 02/01/2026 được nghỉ hoán đổi',
      source: '12729/VPCP-KGVX (Văn phòng Chính phủ)',
      provisional: false,
    });
    expect(days.find(({ date }) => date === '2026-04-26')).toEqual({
      date: '2026-04-26',
      working: false,
      reason: 'Giỗ Tổ Hùng Vương, trùng ngày nghỉ hằng tuần, nghỉ bù ngày 27/04/2026',
      source: 'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm e',
      provisional: false,
    });
  });

  it('gives the reason in English when asked', async () => {
    const days = await year('2026', '--lang', 'en');
    const reason = (wanted: string) => days.find(({ date }) => date === wanted)?.reason;
    expect(reason('2026-01-10')).toBe('Worked instead of 02/01/2026, off by a swap');
    expect(reason('2026-11-24')).toBe('Vietnamese Culture Day');
    expect(reason('2026-11-28')).toBe('Weekly rest (Saturday)');
  });
});

describe('calendar for people', () => {
  it('prints the days that differ from the usual week, and no others', async () => {
    const { exit, out } = await ran(['calendar', '2025'], alone);
    expect(exit).toBe(0);
    const dates = out
      .split('\n')
      .map((line) => /^(?:CN|T\d) \d\d\/\d\d\/2025/.exec(line)?.[0])
      .filter((date) => date !== undefined);
    expect(dates).toEqual([
      ...['T4 01/01/2025', 'T2 27/01/2025', 'T3 28/01/2025', 'T4 29/01/2025', 'T5 30/01/2025', 'T6 31/01/2025'],
      ...['T2 07/04/2025', 'T7 26/04/2025', 'T4 30/04/2025', 'T5 01/05/2025', 'T6 02/05/2025'],
      ...['T2 01/09/2025', 'T3 02/09/2025'],
    ]);
    expect(out).toContain('Lịch làm việc năm 2025 (viet-nam@1#');
    expect(out).toContain('250 ngày làm việc, 115 ngày nghỉ\n');
    expect(out).toContain('tháng 1: 17 · tháng 2: 20');
    expect(out).toMatch(/T7 26\/04\/2025 +làm việc +Làm bù cho ngày 02\/05\/2025 được nghỉ hoán đổi +6150\/TB-BLĐTBXH/);
    expect(out).not.toContain('Lưu ý');
  });

  it('warns of a year that is not announced, in the chosen language', async () => {
    const { out } = await ran(['calendar', '2027'], alone);
    expect(out).toContain(
      'Lưu ý: Năm 2027 chưa có thông báo áp dụng được về các ngày nghỉ Tết Âm lịch: trong 5 ngày nghỉ theo luật, hiện chỉ tính từ mùng 1 đến mùng 3 (06/02/2027 – 08/02/2027).\n',
    );
    expect(out).toContain('Năm 2027 chưa có thông báo áp dụng được về ngày nghỉ liền kề Quốc khánh');
    expect(out).toMatch(/T2 08\/02\/2027 +nghỉ \(tạm tính\) +Tết Âm lịch; chưa có thông báo năm 2027/);
    const english = (await ran(['calendar', '2027', '--lang', 'en'], alone)).out;
    expect(english).toContain('Note: Swapped days of 2027 are not known.');
    expect(english).toContain('Working days by month: January 20 · February 17');
  });

  it('breaks long lines on a terminal', async () => {
    const { out } = await ran(['calendar', '2026'], { ...alone, columns: 100 });
    const table = out.slice(out.indexOf('Ngày  '), out.indexOf('\nChỉ in'));
    for (const line of table.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });
});

describe('a wrong year', () => {
  it.each(['2019', '2031', '26', '2026a', '00-1'])('is refused and the allowed ones told: %s', async (given) => {
    expect(await ran(['calendar', given], alone)).toMatchObject({
      exit: 2,
      out: '',
      err: `Lịch làm việc chỉ có các năm từ 2020 đến 2030; không có năm “${given}”.\n`,
    });
    const { exit, out } = await ran(['calendar', given, '--json', '--lang', 'en'], alone);
    expect({ exit, json: JSON.parse(out) }).toEqual({
      exit: 2,
      json: {
        error: {
          code: 'YEAR_NOT_COVERED',
          message: `The working-day calendar covers the years 2020 to 2030; there is no “${given}”.`,
          allowed: { from: 2020, through: 2030 },
        },
      },
    });
  });

  it('is asked for when it is missing', async () => {
    expect(await ran(['calendar'], alone)).toMatchObject({
      exit: 2,
      err: 'Thiếu <year>.\nXem cách dùng: npx vinhdanh calendar --help\n',
    });
  });
});

it('has help with examples in both languages', async () => {
  expect((await ran(['calendar', '--help'])).out).toContain('Ví dụ:\n  npx vinhdanh calendar 2026\n');
  expect((await ran(['calendar', '--help', '--lang', 'en'])).out).toContain(
    'Examples:\n  npx vinhdanh calendar 2026\n',
  );
  expect((await ran(['--help'])).out).toContain('\n  calendar ');
});
