import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isWorkingDay, nextWorkingDay } from '../../contract/calendar.ts';
import { localDay } from '../../contract/calendarDay.ts';
import type { DayCount } from '../../contract/dayCount.ts';
import { countedDue } from '../../contract/dayCount.ts';
import { anyInstant, calendar2025to2027 as calendar, workingDaysBetween } from './support/days.ts';

const hour = fc.integer({ min: 1, max: 23 });
const anyCount = fc
  .record(
    {
      days: fc.integer({ min: 2, max: 90 }),
      kind: fc.constantFrom('calendar' as const, 'working' as const),
      firstDay: fc.constantFrom('excluded' as const, 'counted' as const),
      cutOffHour: hour,
      endHour: hour,
      rollForward: fc.boolean(),
    },
    { requiredKeys: ['days', 'kind'] },
  )
  .map((count): DayCount => (count.kind === 'working' ? { ...count, rollForward: false } : count));
const due = (at: string, count: DayCount) => countedDue(at, count, calendar).dueAt;

describe('a counted due time', () => {
  it('never comes earlier for a later event', () => {
    fc.assert(
      fc.property(anyInstant, anyInstant, anyCount, (one, other, count) => {
        const [first, then] = [one, other].toSorted() as [string, string];
        expect(due(first, count) <= due(then, count)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('never comes earlier for more days, and strictly later when working days are counted', () => {
    fc.assert(
      fc.property(anyInstant, anyCount, (at, count) => {
        const [less, more] = [due(at, count), due(at, { ...count, days: count.days + 1 })];
        expect(count.rollForward ? less <= more : less < more).toBe(true);
      }),
    );
  });

  it('is later than the event', () => {
    fc.assert(
      fc.property(anyInstant, anyCount, (at, count) => {
        expect(due(at, count) > at).toBe(true);
      }),
    );
  });

  it('ends on a working day when working days are counted or a last day rolls', () => {
    fc.assert(
      fc.property(anyInstant, anyCount, (at, count) => {
        fc.pre(count.kind === 'working' || count.rollForward === true);
        expect(isWorkingDay(calendar, localDay(due(at, count)))).toBe(true);
      }),
    );
  });

  it('has exactly the wanted number of working days before it', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 1, max: 90 }), (at, days) => {
        const event = localDay(at);
        expect(workingDaysBetween(calendar, event, localDay(due(at, { days, kind: 'working' })))).toBe(days);
        const first = nextWorkingDay(calendar, event);
        const last = localDay(due(at, { days, kind: 'working', firstDay: 'counted' }));
        expect(workingDaysBetween(calendar, addDays(first, -1), last)).toBe(days);
      }),
    );
  });

  it('is the same in whatever zone the host is', () => {
    const script = join(import.meta.dirname, 'support', 'printDues.ts');
    const inZone = (TZ: string) => {
      const { stdout, stderr, status } = spawnSync(process.execPath, [script], { env: { TZ }, encoding: 'utf8' });
      expect(status, stderr).toBe(0);
      return stdout.split('\n');
    };
    const [offset, ...dues] = inZone('Asia/Ho_Chi_Minh');
    expect(offset).toBe('-420');
    expect(dues.length).toBeGreaterThan(1_000);
    expect(inZone('UTC')).toEqual(['0', ...dues]);
    expect(inZone('America/New_York')).toEqual(['300', ...dues]);
  });
});
