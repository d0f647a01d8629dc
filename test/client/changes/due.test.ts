import { describe, expect, it } from 'vitest';
import { movedDue, movedFrom, movedRule } from '../../../client/core/changes/due.ts';
import { workingCalendar } from '../../../programmes/calendar/build.ts';

const calendar = workingCalendar(2020, 2023);
const due = '2021-04-29T16:59:59.999Z';

describe('a new due time', () => {
  it('is the end of the named day, or of the hour the rule lets a day end at', () => {
    expect(movedDue(due, { on: '2021-12-20' }, {}, calendar)).toBe('2021-12-20T16:59:59.999Z');
    const office = { count: { days: 5, kind: 'working' as const, endHour: 17 } };
    expect(movedDue(due, { on: '2021-12-20' }, office, calendar)).toBe('2021-12-20T09:59:59.999Z');
  });

  it('is so many calendar days later or earlier, at the same time of day', () => {
    expect(movedDue(due, { addDays: 2, counting: 'calendar' }, {}, calendar)).toBe('2021-05-01T16:59:59.999Z');
    expect(movedDue(due, { addDays: -9, counting: 'calendar' }, {}, calendar)).toBe('2021-04-20T16:59:59.999Z');
  });

  it('passes over holidays and their days in lieu when working days are counted', () => {
    // 29 April 2021 is a Thursday; 30 April, and 3 May for 1 May, are off.
    expect(movedDue(due, { addDays: 1, counting: 'working' }, {}, calendar)).toBe('2021-05-04T16:59:59.999Z');
    const after = '2021-05-04T16:59:59.999Z';
    expect(movedDue(after, { addDays: -1, counting: 'working' }, {}, calendar)).toBe(due);
  });
});

describe('a move', () => {
  const announced = {
    ref: 'vn@1#test',
    off: ['2022-01-03'],
    working: [],
    announcedThrough: '2022-12-31',
    provisional: ['2021'],
  };
  const days = (addDays: number, counting: 'working' | 'calendar' = 'working') => ({ addDays, counting });
  const move = (from: string, to: Parameters<typeof movedFrom>[1], was = false) =>
    movedFrom({ dueAt: `${from}T16:59:59.999Z`, provisional: was }, to, {}, announced);

  it('is provisional when a day it counted may still change, whichever day it ends on', () => {
    // 30 December 2021 is a Thursday: the Friday is counted in 2021, the rest in 2022.
    expect(move('2021-12-30', days(3))).toEqual({ dueAt: '2022-01-05T16:59:59.999Z', provisional: true });
    // Only a weekend of 2021 is passed over on the way, but a Saturday may be made working.
    expect(move('2021-12-24', days(1))).toMatchObject({ provisional: true });
    expect(move('2021-12-31', days(3))).toEqual({ dueAt: '2022-01-06T16:59:59.999Z' });
    expect(move('2022-01-04', days(-1))).toMatchObject({ provisional: true });
    expect(move('2022-01-05', days(-1))).toEqual({ dueAt: '2022-01-04T16:59:59.999Z' });
  });

  it('is not when calendar days are added or a day is named, but for what was provisional before', () => {
    expect(move('2021-12-20', days(5, 'calendar'))).toEqual({ dueAt: '2021-12-25T16:59:59.999Z' });
    expect(move('2021-12-20', days(5, 'calendar'), true)).toMatchObject({ provisional: true });
    expect(move('2021-12-20', { on: '2021-12-28' }, true)).toEqual({ dueAt: '2021-12-28T16:59:59.999Z' });
  });
});

describe('a rule of a stage to come', () => {
  it('gets the day beside its count, or a longer count', () => {
    const rule = { count: { days: 10, kind: 'calendar' as const }, remindBefore: [3] };
    expect(movedRule(rule, { on: '2021-12-20' }, calendar)).toEqual({ ...rule, on: '2021-12-20T16:59:59.999Z' });
    expect(movedRule(rule, { addDays: 5, counting: 'working' }, calendar)).toEqual({
      ...rule,
      count: { days: 15, kind: 'calendar' },
    });
    expect(movedRule({ withinDays: 4 }, { addDays: -3, counting: 'calendar' }, calendar)).toEqual({ withinDays: 1 });
  });

  it('moves with its fixed day', () => {
    // The notices of 2021 are not switched on.
    const moved = { on: '2021-05-04T16:59:59.999Z', provisional: true } as const;
    expect(movedRule({ on: due }, { addDays: 1, counting: 'working' }, calendar)).toEqual(moved);
    expect(movedRule(moved, { addDays: 1, counting: 'calendar' }, calendar)).toEqual({
      on: '2021-05-05T16:59:59.999Z',
      provisional: true,
    });
    expect(movedRule(moved, { on: '2021-12-20' }, calendar)).toEqual({ on: '2021-12-20T16:59:59.999Z' });
    expect(movedRule({ on: due }, { addDays: 1, counting: 'calendar' }, calendar)).toEqual({
      on: '2021-04-30T16:59:59.999Z',
    });
  });

  it('never comes to no days at all', () => {
    const rule = { count: { days: 5, kind: 'working' as const } };
    expect(movedRule(rule, { addDays: -5, counting: 'working' }, calendar)).toBeNull();
  });
});
