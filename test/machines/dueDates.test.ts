import { describe, expect, it } from 'vitest';
import type { WorkingCalendar } from '../../contract/calendar.ts';
import { endOfDay, startOfDay } from '../../contract/calendarDay.ts';
import { dueOf, dueOn, isProvisionalDue } from '../../machines/dueDates.ts';
import { IncompletePlanError } from '../../machines/errors.ts';

/** Reunification Day and Labour Day 2021: Friday 30/4, Saturday 1/5, and Monday 3/5 in lieu. */
const calendar: WorkingCalendar = {
  ref: 'vn@1#x',
  off: ['2021-04-30', '2021-05-03'],
  working: [],
  announcedThrough: '2021-12-31',
};
const thursday = '2021-04-29T02:00:00.000Z';
const eightOn = (day: string) => new Date(Date.parse(startOfDay(day)) + 8 * 3_600_000).toISOString();

describe('a due date', () => {
  it('is the later of the fixed day and the counts, whichever there are', () => {
    const on = endOfDay('2021-05-10');
    expect(dueOf({ on }, thursday)).toEqual({ dueAt: on, wakeAt: on });
    expect(dueOf({ on, withinDays: 5 }, thursday).dueAt).toBe(on);
    expect(dueOf({ on, withinDays: 15 }, thursday).dueAt).toBe(endOfDay('2021-05-14'));
    const working = { days: 10, kind: 'working' as const };
    expect(dueOf({ on, count: working }, thursday, calendar).dueAt).toBe(endOfDay('2021-05-17'));
  });

  it('needs a day or a count, and a calendar to count working days', () => {
    expect(() => dueOf({}, thursday)).toThrow(IncompletePlanError);
    expect(() => dueOf({ count: { days: 1, kind: 'working' } }, thursday)).toThrow(RangeError);
  });

  it('wakes at the end of the grace time, and is due before it', () => {
    const due = dueOf({ withinDays: 5, grace: { kind: 'hard', days: 3 } }, thursday);
    expect(due).toEqual({
      dueAt: endOfDay('2021-05-04'),
      wakeAt: endOfDay('2021-05-07'),
      grace: { kind: 'hard', endsAt: endOfDay('2021-05-07') },
    });
  });

  it('is provisional when a day not yet announced decided it, and not when a fixed day did', () => {
    const count = { days: 2, kind: 'working' as const };
    const unannounced = { ...calendar, announcedThrough: '2020-12-31' };
    expect(dueOf({ count }, thursday, unannounced).provisional).toBe(true);
    expect(dueOf({ count }, thursday, calendar).provisional).toBeUndefined();
    expect(dueOf({ count, on: endOfDay('2021-06-30') }, thursday, unannounced).provisional).toBeUndefined();
    expect(isProvisionalDue({ count }, endOfDay('2021-05-05'), unannounced)).toBe(true);
    expect(isProvisionalDue({ withinDays: 2 }, endOfDay('2021-05-05'), unannounced)).toBe(false);
  });
});

describe('reminders', () => {
  it('come at eight, calendar days before; those already past do not come', () => {
    const rule = { withinDays: 5, remindBefore: [1, 3, 30, 1] };
    expect(dueOf(rule, thursday).remindAt).toEqual([eightOn('2021-05-01'), eightOn('2021-05-03')]);
  });

  it('come working days before where working days are counted', () => {
    const rule = { count: { days: 3, kind: 'working' as const }, remindBefore: [0, 1, 2] };
    expect(dueOf(rule, thursday, calendar)).toMatchObject({
      dueAt: endOfDay('2021-05-06'),
      remindAt: [eightOn('2021-05-04'), eightOn('2021-05-05'), eightOn('2021-05-06')],
    });
  });

  it('follow an instant that is moved, and there is none when all are past', () => {
    const rule = { withinDays: 5, remindBefore: [1] };
    expect(dueOn(rule, endOfDay('2021-05-20'), thursday).remindAt).toEqual([eightOn('2021-05-19')]);
    expect(dueOn(rule, endOfDay('2021-05-20'), eightOn('2021-05-19'))).toEqual({
      dueAt: endOfDay('2021-05-20'),
      wakeAt: endOfDay('2021-05-20'),
    });
  });
});
