import { describe, expect, it } from 'vitest';
import { isProvisionalDay, isWorkingDay } from '../../../contract/calendar.ts';
import { buildYear, workingCalendar } from '../../../programmes/calendar/build.ts';
import { CalendarError } from '../../../programmes/calendar/calendarError.ts';
import { checkCalendar, loadCalendar } from '../../../programmes/calendar/load.ts';
import type { CalendarFacts } from '../../../programmes/calendar/schema.ts';
import { yearWarnings } from '../../../programmes/calendar/warnings.ts';
import { parseYaml, readYaml } from '../../../programmes/loader/yamlSource.ts';
import type { OracleYear } from './support/oracle.ts';
import { everyDay, oracle, whenConfirmed } from './support/oracle.ts';
import { confirmedNotices, shippedFile } from './support/shipped.ts';

const years = Object.keys(oracle).map(Number);

function expected(year: number, { off, working }: Omit<OracleYear, 'settled'>): string[] {
  return everyDay(year).map(({ date, rest }) => {
    const worked = rest ? working.includes(date.slice(5)) : !off.includes(date.slice(5));
    return `${date} ${worked ? 'working' : 'off'}`;
  });
}

function built(year: number, facts?: CalendarFacts): string[] {
  return buildYear(year, facts).map(({ date, working }) => `${date} ${working ? 'working' : 'off'}`);
}

describe.each(years)('%i, day by day', (year) => {
  const one = oracle[year] ?? { settled: false, off: [], working: [] };

  it('is off and worked on the days of the law and the notices', () => {
    expect(built(year)).toEqual(expected(year, one));
  });

  it('gives for every day a reason in both languages and a source', () => {
    for (const { date, reason, source } of buildYear(year)) {
      expect(reason.vi.length, date).toBeGreaterThan(3);
      expect(reason.en.length, date).toBeGreaterThan(3);
      expect(`${reason.vi}${reason.en}`, date).not.toMatch(/[{}]/);
      expect(reason.vi).toBe(reason.vi.normalize('NFC'));
      expect(source.length, date).toBeGreaterThan(3);
    }
  });

  it('is provisional as long as no confirmed notice settles it, and says so', () => {
    const ordinary = buildYear(year).filter(({ usual }) => usual);
    expect(ordinary.every(({ provisional }) => provisional === !one.settled)).toBe(true);
    const warned = yearWarnings(year).some(({ vi }) => vi.includes(`Năm ${year} chưa có thông báo`));
    expect(warned).toBe(!one.settled);
  });

  it('is the same in the calendar that a nomination keeps', () => {
    const calendar = workingCalendar();
    for (const { date, working, provisional } of buildYear(year)) {
      expect(isWorkingDay(calendar, date), date).toBe(working);
      if (provisional) expect(isProvisionalDay(calendar, date), date).toBe(true);
    }
    expect(isProvisionalDay(calendar, `${year}-06-10`)).toBe(!one.settled);
  });
});

describe('what is known and not confirmed', () => {
  it('is not applied: the proposed swap of 23/11/2026 is in doubt and says so', () => {
    const day = buildYear(2026).find(({ date }) => date === '2026-11-23');
    expect(day).toMatchObject({ working: true, provisional: true });
    expect(day?.reason.vi).toContain('chưa áp dụng');
    expect(yearWarnings(2026)).toHaveLength(1);
    expect(workingCalendar(2026, 2026).provisional).toEqual(['2026-11-23']);
  });

  it('tells a notice that is not confirmed from none', () => {
    const reason = (date: string) => buildYear(Number(date.slice(0, 4))).find((day) => day.date === date)?.reason.vi;
    expect(reason('2021-02-12')).toBe('Tết Âm lịch; thông báo năm 2021 chưa đối chiếu nên chưa áp dụng');
    expect(reason('2027-02-08')).toBe('Tết Âm lịch; chưa có thông báo năm 2027');
  });

  it.each(Object.keys(whenConfirmed).map(Number))('is in the data of %i: confirming it gives the true year', (year) => {
    const { facts } = checkCalendar({
      law: readYaml(shippedFile('law.yaml'), 'law.yaml'),
      lunar: readYaml(shippedFile('lunar.yaml'), 'lunar.yaml'),
      notices: parseYaml(confirmedNotices(), 'notices.yaml'),
    });
    if (!facts) throw new Error('The confirmed notices are not accepted');
    expect(built(year, facts)).toEqual(expected(year, whenConfirmed[year] ?? { off: [], working: [] }));
    expect(yearWarnings(year, facts)).toEqual([]);
    expect(buildYear(year, facts).some(({ provisional }) => provisional)).toBe(false);
    expect(workingCalendar(2020, 2030, facts).provisional).toEqual(['2026-11-23', '2027', '2028', '2029', '2030']);
  });

  it('takes off in an open year only what its notice takes off too', () => {
    for (const [year, { off }] of Object.entries(whenConfirmed)) {
      for (const day of oracle[Number(year)]?.off ?? []) expect(off).toContain(day);
    }
  });
});

describe('the calendar of several years', () => {
  it('is named by a hash of its content', () => {
    const calendar = workingCalendar(2025, 2026);
    expect(calendar.ref).toMatch(/^viet-nam@1#[0-9a-f]{12}$/);
    expect(workingCalendar(2025, 2026, loadCalendar()).ref).toBe(calendar.ref);
    expect(workingCalendar(2024, 2026).ref).not.toBe(calendar.ref);
  });

  it('is sorted, and says through when it is announced', () => {
    const calendar = workingCalendar();
    expect(calendar.off).toEqual([...calendar.off].sort());
    expect(calendar.working).toEqual(['2025-04-26', '2026-01-10', '2026-08-22']);
    expect(calendar).toMatchObject({ from: '2020-01-01', announcedThrough: '2026-12-31' });
    expect(workingCalendar(2027, 2028).announcedThrough).toBe('2026-12-31');
  });

  it.each([2019, 2031, 2025.5, Number.NaN])('refuses a year it has no facts of: %s', (year) => {
    const refused = (act: () => unknown) => {
      try {
        act();
      } catch (error) {
        return error;
      }
      return null;
    };
    for (const error of [refused(() => buildYear(year)), refused(() => workingCalendar(year, year))]) {
      expect(error).toBeInstanceOf(CalendarError);
      expect((error as CalendarError).code).toBe('YEAR_NOT_COVERED');
      expect((error as CalendarError).text).toEqual({
        vi: `Lịch làm việc chỉ có các năm từ 2020 đến 2030; không có năm “${year}”.`,
        en: `The working-day calendar covers the years 2020 to 2030; there is no “${year}”.`,
      });
    }
  });

  it('refuses years the wrong way round', () => {
    expect(() => workingCalendar(2026, 2025)).toThrow(RangeError);
  });
});
