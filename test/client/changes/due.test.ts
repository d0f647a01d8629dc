import { describe, expect, it } from 'vitest';
import { movedDue, movedRule } from '../../../client/core/changes/due.ts';
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
    expect(movedRule({ on: due }, { addDays: 1, counting: 'working' }, calendar)).toEqual({
      on: '2021-05-04T16:59:59.999Z',
    });
  });

  it('never comes to no days at all', () => {
    const rule = { count: { days: 5, kind: 'working' as const } };
    expect(movedRule(rule, { addDays: -5, counting: 'working' }, calendar)).toBeNull();
  });
});
