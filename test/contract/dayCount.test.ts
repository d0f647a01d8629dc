import { describe, expect, it } from 'vitest';
import type { DayCount } from '../../contract/dayCount.ts';
import { countedDue } from '../../contract/dayCount.ts';
import { calendar2025to2027 as calendar } from './support/days.ts';

/** Counts from a local time `YYYY-MM-DD HH:mm` and gives the due time as a local one, with seconds and milliseconds. */
function due(local: string, count: DayCount): string {
  const at = new Date(`${local.replace(' ', 'T')}:00.000+07:00`).toISOString();
  const { dueAt } = countedDue(at, count, calendar);
  return new Date(Date.parse(dueAt) + 7 * 3_600_000).toISOString().replace('T', ' ').slice(0, 23);
}
const endOf = (day: string) => `${day} 23:59:59.999`;

describe('the posting of “10 ngày làm việc: từ 20-8-2025 đến 4-9-2025”', () => {
  it('ends on 04/9/2025 when the first day is counted, as it was posted', () => {
    expect(due('2025-08-20 09:00', { days: 10, kind: 'working', firstDay: 'counted' })).toBe(endOf('2025-09-04'));
  });

  it('ends on 05/9/2025 when it is not, which is the default', () => {
    expect(due('2025-08-20 09:00', { days: 10, kind: 'working' })).toBe(endOf('2025-09-05'));
    expect(due('2025-08-20 09:00', { days: 10, kind: 'working', firstDay: 'excluded' })).toBe(endOf('2025-09-05'));
  });
});

describe('a calendar count', () => {
  it('does not count the first day and takes rest days like others', () => {
    expect(due('2025-08-27 09:00', { days: 3, kind: 'calendar' })).toBe(endOf('2025-08-30'));
    expect(due('2025-08-27 23:59', { days: 3, kind: 'calendar' })).toBe(endOf('2025-08-30'));
    expect(due('2025-08-27 09:00', { days: 3, kind: 'calendar', firstDay: 'counted' })).toBe(endOf('2025-08-29'));
    expect(due('2025-12-30 09:00', { days: 7, kind: 'calendar' })).toBe(endOf('2026-01-06'));
  });

  it('moves a last day of rest only when told to', () => {
    expect(due('2025-08-27 09:00', { days: 3, kind: 'calendar', rollForward: true })).toBe(endOf('2025-09-03'));
    expect(due('2025-08-26 09:00', { days: 3, kind: 'calendar', rollForward: true })).toBe(endOf('2025-08-29'));
  });

  it('needs no calendar unless a last day may move', () => {
    const at = '2025-08-27T02:00:00.000Z';
    expect(countedDue(at, { days: 3, kind: 'calendar' })).toEqual({
      dueAt: '2025-08-30T16:59:59.999Z',
      provisional: false,
    });
    expect(() => countedDue(at, { days: 3, kind: 'calendar', rollForward: true })).toThrow(RangeError);
    expect(() => countedDue(at, { days: 3, kind: 'working' })).toThrow(RangeError);
  });
});

describe('a working count from a rest day', () => {
  it('starts with the next working day', () => {
    // Saturday 23/8/2025.
    expect(due('2025-08-23 09:00', { days: 1, kind: 'working' })).toBe(endOf('2025-08-25'));
    expect(due('2025-08-22 09:00', { days: 1, kind: 'working' })).toBe(endOf('2025-08-25'));
    expect(due('2025-08-23 09:00', { days: 1, kind: 'working', firstDay: 'counted' })).toBe(endOf('2025-08-25'));
    expect(due('2025-08-23 09:00', { days: 2, kind: 'working', firstDay: 'counted' })).toBe(endOf('2025-08-26'));
  });

  it('counts a Saturday made working like any working day', () => {
    expect(due('2025-04-25 09:00', { days: 1, kind: 'working' })).toBe(endOf('2025-04-26'));
    expect(due('2025-04-26 09:00', { days: 1, kind: 'working', firstDay: 'counted' })).toBe(endOf('2025-04-26'));
  });
});

describe('a cut-off hour', () => {
  const count: DayCount = { days: 1, kind: 'working', cutOffHour: 16 };

  it('holds to the millisecond', () => {
    expect(countedDue('2025-08-20T08:59:59.999Z', count, calendar).dueAt).toBe('2025-08-21T16:59:59.999Z');
    expect(countedDue('2025-08-20T09:00:00.000Z', count, calendar).dueAt).toBe('2025-08-22T16:59:59.999Z');
  });

  it('sends Friday evening and the weekend to Monday alike', () => {
    for (const local of ['2025-08-22 16:00', '2025-08-23 08:00', '2025-08-24 20:00', '2025-08-25 15:59'])
      expect(due(local, count), local).toBe(endOf('2025-08-26'));
    expect(due('2025-08-22 15:59', count)).toBe(endOf('2025-08-25'));
    const counted: DayCount = { ...count, firstDay: 'counted' };
    for (const local of ['2025-08-22 16:00', '2025-08-23 08:00', '2025-08-25 15:59'])
      expect(due(local, counted), local).toBe(endOf('2025-08-25'));
  });

  it('sends a calendar count to the next day, also a rest day', () => {
    const days: DayCount = { days: 1, kind: 'calendar', cutOffHour: 16 };
    expect(due('2025-08-22 16:00', days)).toBe(endOf('2025-08-24'));
    expect(due('2025-08-22 16:00', { ...days, firstDay: 'counted' })).toBe(endOf('2025-08-23'));
  });
});

it('an end hour ends the last day one millisecond before the hour', () => {
  expect(due('2025-08-20 09:00', { days: 2, kind: 'working', endHour: 17 })).toBe('2025-08-22 16:59:59.999');
  expect(due('2025-08-20 09:00', { days: 2, kind: 'calendar', endHour: 1 })).toBe('2025-08-22 00:59:59.999');
});

describe('provisional', () => {
  const provisional = (day: string, count: DayCount) => countedDue(`${day}T02:00:00.000Z`, count, calendar).provisional;

  it('is a count that a day not yet announced took part in', () => {
    expect(provisional('2026-12-30', { days: 1, kind: 'working' })).toBe(false);
    expect(provisional('2026-12-30', { days: 2, kind: 'working' })).toBe(true);
    expect(provisional('2027-03-01', { days: 1, kind: 'working', firstDay: 'counted' })).toBe(true);
  });

  it('is not one whose days of rest do not matter, nor one whose event alone lies in an open year', () => {
    expect(provisional('2027-03-01', { days: 30, kind: 'calendar' })).toBe(false);
    expect(provisional('2024-12-31', { days: 2, kind: 'working' })).toBe(false);
    expect(provisional('2024-12-31', { days: 2, kind: 'working', cutOffHour: 16 })).toBe(true);
  });

  it('is a last day whose moving is not certain', () => {
    expect(provisional('2026-12-20', { days: 11, kind: 'calendar', rollForward: true })).toBe(false);
    expect(provisional('2026-12-20', { days: 12, kind: 'calendar', rollForward: true })).toBe(true);
  });

  it('is a count over the one day in doubt of a settled year', () => {
    expect(provisional('2026-11-20', { days: 1, kind: 'working' })).toBe(true);
    expect(provisional('2026-11-23', { days: 1, kind: 'working' })).toBe(false);
  });
});

describe('refused', () => {
  it.each([
    [{ days: 0, kind: 'working' }, 'A count of days is 1 or more, not 0'],
    [{ days: -3, kind: 'calendar' }, 'A count of days is 1 or more, not -3'],
    [{ days: 1.5, kind: 'calendar' }, 'A count of days is 1 or more, not 1.5'],
    [{ days: 900_000_000, kind: 'working' }, 'A count of days is 36600 or less, not 900000000'],
    [{ days: 100_000_000, kind: 'calendar' }, 'A count of days is 36600 or less, not 100000000'],
    [{ days: 1, kind: 'working', cutOffHour: 0 }, 'An hour of a count is a whole number from 1 to 23, not 0'],
    [{ days: 1, kind: 'working', endHour: 24 }, 'An hour of a count is a whole number from 1 to 23, not 24'],
    [{ days: 1, kind: 'working', endHour: 16.5 }, 'An hour of a count is a whole number from 1 to 23, not 16.5'],
    [{ days: 1, kind: 'working', rollForward: true }, 'A count of working days never ends on a rest day to move'],
    [
      { days: 1, kind: 'working', firstDay: 'counted', endHour: 17 },
      'One counted day that ends at an hour needs a cut-off at or before that hour',
    ],
  ] satisfies [DayCount, string][])('%j', (count, message) => {
    expect(() => countedDue('2025-08-20T02:00:00.000Z', count, calendar)).toThrow(new RangeError(message));
  });

  it('an instant that is none', () => {
    expect(() => countedDue('never', { days: 1, kind: 'calendar' })).toThrow(RangeError);
  });
});
