import { describe, expect, test } from 'vitest';
import { countedDue } from '../../contract/dayCount.ts';
import type { DueRule } from '../../contract/programme.ts';
import { workingCalendar } from '../../programmes/calendar/build.ts';
import { findProgramme } from '../../programmes/find.ts';
import { loadProgrammes } from '../../programmes/loader/load.ts';
import { calendarFor } from '../../programmes/planCalendar.ts';
import { ruleFaults } from '../../programmes/ruleFaults.ts';
import { stageDueOf } from '../../programmes/stageDue.ts';

const closesAt = '2021-12-31T16:59:59.999Z';
const loaded = loadProgrammes();

describe('when a stage is due by its rule', () => {
  test('days are calendar days unless the rule says otherwise', () => {
    expect(stageDueOf({ withinDays: 20 }, closesAt)).toEqual({ count: { days: 20, kind: 'calendar' } });
  });
  test('a day is its end, windowEnd the end of the round’s nominations', () => {
    expect(stageDueOf({ on: '2022-01-15' }, closesAt)).toEqual({ on: '2022-01-15T16:59:59.999Z' });
    expect(stageDueOf({ on: 'windowEnd', withinDays: 5 }, closesAt)).toEqual({
      on: closesAt,
      count: { days: 5, kind: 'calendar' },
    });
  });
  test('every setting of a count, the grace and the reminders are kept', () => {
    const rule: DueRule = {
      withinDays: 10,
      counting: 'working',
      firstDay: 'counted',
      cutOffHour: 16,
      endHour: 17,
      grace: { kind: 'hard', days: 3 },
      remindBefore: [3, 1],
    };
    expect(stageDueOf(rule, closesAt)).toEqual({
      count: { days: 10, kind: 'working', firstDay: 'counted', cutOffHour: 16, endHour: 17 },
      grace: { kind: 'hard', days: 3 },
      remindBefore: [3, 1],
    });
    expect(stageDueOf({ withinDays: 10, rollForward: true }, closesAt).count).toMatchObject({ rollForward: true });
  });
});

describe('whatever a rule may say can be counted', () => {
  const options: DueRule[] = [1, 2, 25].flatMap((withinDays) =>
    (['calendar', 'working'] as const).flatMap((counting) =>
      (['excluded', 'counted'] as const).flatMap((firstDay) =>
        [undefined, 16].flatMap((cutOffHour) =>
          [undefined, 15, 17].flatMap((endHour) =>
            [undefined, true, false].map((rollForward) => ({
              withinDays,
              counting,
              firstDay,
              ...(cutOffHour && { cutOffHour }),
              ...(endHour && { endHour }),
              ...(rollForward !== undefined && { rollForward }),
            })),
          ),
        ),
      ),
    ),
  );
  const calendar = workingCalendar(2021, 2023);
  test('the loader refuses exactly the counts that cannot be', () => {
    for (const rule of options) {
      const { count } = stageDueOf(rule, closesAt);
      const counts = () => count && countedDue('2022-02-25T09:30:00.000Z', count, calendar);
      const faults = ruleFaults({ nomination: 'review' }, rule);
      if (faults.length > 0) expect(counts, JSON.stringify(rule)).toThrow(RangeError);
      else expect(counts, JSON.stringify(rule)).not.toThrow();
    }
    expect(options.filter((rule) => ruleFaults({ nomination: 'review' }, rule).length > 0).length).toBeGreaterThan(10);
  });
});

test('a hard grace is for those whose time ends, a soft one for anybody, none for what is only waited for', () => {
  const fault = (of: Parameters<typeof ruleFaults>[0], kind: 'soft' | 'hard') =>
    ruleFaults(of, { withinDays: 9, grace: { kind, days: 2 } }).map(({ code }) => code);
  expect(fault({ nomination: 'supplement' }, 'hard')).toEqual([]);
  expect(fault({ nomination: 'review' }, 'soft')).toEqual([]);
  expect(fault({ nomination: 'review' }, 'hard')).toEqual(['GRACE_HARD']);
  expect(fault({ nomination: 'closing' }, 'soft')).toEqual(['GRACE_NONE']);
  expect(fault({ round: 'closing' }, 'soft')).toEqual(['GRACE_NONE']);
  expect(fault({ round: 'answer' }, 'soft')).toEqual([]);
});

test('the calendar goes from the year before to two years after the last phase or the beginning, within its years', () => {
  const calendar = (id: string, at: string) => calendarFor(findProgramme(loaded, id).programme, at).ref;
  const ref = (from: number, through: number) => workingCalendar(from, through).ref;
  expect(calendar('004', '2021-11-15T01:00:00.000Z')).toBe(ref(2020, 2023));
  expect(calendar('002', '2025-06-01T01:00:00.000Z')).toBe(ref(2024, 2027));
  // Retroactive, and when the programme has long been over.
  expect(calendar('003', '2020-06-26T01:00:00.000Z')).toBe(ref(2020, 2022));
  expect(calendar('003', '2029-06-26T01:00:00.000Z')).toBe(ref(2028, 2030));
});
