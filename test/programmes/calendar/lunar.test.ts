import { describe, expect, it } from 'vitest';
import { loadCalendar } from '../../../programmes/calendar/load.ts';
import { lunarDays } from './support/lunar.ts';

describe('lunar dates of the calendar', () => {
  it('are those of the astronomical rule at UTC+7', () => {
    const { lunar } = loadCalendar();
    expect(lunar.years.map(({ year }) => year)).toEqual(Array.from({ length: 11 }, (_, index) => 2020 + index));
    for (const { year, tet, hungKings } of lunar.years)
      expect({ year, tet, hungKings }).toEqual({ year, ...lunarDays(year) });
  });

  it('come from a rule that tells the Vietnamese from the Chinese new year', () => {
    // 2007: 17/02 in Việt Nam, 18/02 in China. 1985: a whole month apart.
    expect(lunarDays(2007).tet).toBe('2007-02-17');
    expect(lunarDays(1985).tet).toBe('1985-01-21');
    expect(lunarDays(2030).tet).toBe('2030-02-02');
  });
});
