import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkingCalendar } from '../../contract/calendar.ts';
import {
  addDays,
  addWorkingDays,
  isProvisionalDay,
  isWeeklyRest,
  isWorkingDay,
  nextWorkingDay,
  workingDayBefore,
} from '../../contract/calendar.ts';
import { anyDay, calendar2025to2027, workingDaysBetween } from './support/days.ts';

const calendar = calendar2025to2027;

describe('a working day', () => {
  it('is Monday to Friday but for days off, and a Saturday made working', () => {
    const worked = (day: string) => isWorkingDay(calendar, day);
    expect(['2025-04-25', '2025-04-26', '2025-04-27', '2025-05-02', '2025-09-01'].map(worked)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(isWeeklyRest('2025-04-26')).toBe(true);
  });

  it('is found from a day on, the day itself included', () => {
    expect(nextWorkingDay(calendar, '2025-08-29')).toBe('2025-08-29');
    expect(nextWorkingDay(calendar, '2025-08-30')).toBe('2025-09-03');
    expect(nextWorkingDay(calendar, '2025-04-26')).toBe('2025-04-26');
  });

  it('is added without counting the first day, across a holiday, a swap and a year', () => {
    expect(addWorkingDays(calendar, '2025-08-29', 1)).toBe('2025-09-03');
    expect(addWorkingDays(calendar, '2025-04-25', 1)).toBe('2025-04-26');
    expect(addWorkingDays(calendar, '2025-04-29', 1)).toBe('2025-05-05');
    expect(addWorkingDays(calendar, '2025-12-31', 2)).toBe('2026-01-06');
  });

  it('is counted back without the day itself, across a holiday, a swap and a year', () => {
    expect(workingDayBefore(calendar, '2025-09-03', 1)).toBe('2025-08-29');
    expect(workingDayBefore(calendar, '2025-05-05', 2)).toBe('2025-04-28');
    expect(workingDayBefore(calendar, '2025-04-28', 1)).toBe('2025-04-26');
    expect(workingDayBefore(calendar, '2026-01-06', 2)).toBe('2025-12-31');
    expect(workingDayBefore(calendar, '2026-01-04', 0)).toBe('2026-01-04');
  });

  it.each([0, -1, 1.5, Number.NaN])('cannot be added %s times', (days) => {
    expect(() => addWorkingDays(calendar, '2025-01-02', days)).toThrow(RangeError);
  });

  it.each(['', '2025-13-01', 'tomorrow'])('is not counted from “%s”, which is no day', (day) => {
    expect(() => addDays(day, 1)).toThrow(RangeError);
    expect(() => addWorkingDays(calendar, day, 1)).toThrow(RangeError);
  });
});

describe('a provisional day', () => {
  it('is after the announcement, before the calendar, in an open year, or itself in doubt', () => {
    const one: WorkingCalendar = {
      ref: 'x@1#0',
      off: [],
      working: [],
      from: '2023-01-01',
      announcedThrough: '2026-12-31',
      provisional: ['2024', '2026-11-23'],
    };
    const days = ['2022-12-31', '2023-01-01', '2024-01-01', '2024-12-31', '2025-01-01', '2026-11-23', '2026-11-24'];
    expect(days.map((day) => isProvisionalDay(one, day))).toEqual([true, false, true, true, false, true, false]);
    expect(['2026-12-31', '2027-01-01'].map((day) => isProvisionalDay(one, day))).toEqual([false, true]);
    const plain = { ref: 'x@1#0', off: [], working: [], announcedThrough: '2026-12-31' };
    expect(isProvisionalDay(plain, '1999-01-01')).toBe(false);
  });
});

describe('adding working days', () => {
  it('is undone by counting them, and ends on a working day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 300 }), (day, days) => {
        const last = addWorkingDays(calendar, day, days);
        expect(isWorkingDay(calendar, last)).toBe(true);
        expect(workingDaysBetween(calendar, day, last)).toBe(days);
        expect(workingDaysBetween(calendar, day, addDays(last, -1))).toBe(days - 1);
        const back = workingDayBefore(calendar, addDays(last, 1), days);
        expect(isWorkingDay(calendar, back)).toBe(true);
        expect(workingDaysBetween(calendar, addDays(back, -1), last)).toBe(days);
      }),
    );
  });

  it('splits anywhere', () => {
    const some = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(anyDay, some, some, (day, first, then) => {
        const whole = addWorkingDays(calendar, day, first + then);
        expect(addWorkingDays(calendar, addWorkingDays(calendar, day, first), then)).toBe(whole);
      }),
    );
  });
});
