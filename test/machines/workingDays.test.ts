import { describe, expect, it } from 'vitest';
import { endOfDay } from '../../contract/calendarDay.ts';
import type { DayCount } from '../../contract/dayCount.ts';
import type { StageDue } from '../../contract/nomination.ts';
import { armAt } from '../../machines/armAt.ts';
import { begin, wakeAt } from '../../machines/interpreter.ts';
import { deadlinesOf, recountedDue } from '../../machines/outlook.ts';
import { calendar, changeDue, withRules } from './support/changes.ts';
import { codes, day, honest, must, run } from './support/fixture.ts';

/** Wednesday 24 December 2025, 09:00 local. */
const signedAt = '2025-12-24T02:00:00.000Z';
const opened = { openedAt: '2025-12-22T02:00:00.000Z', calendar };
const draft = { on: endOfDay('2026-03-31') };
const working = (days: number, more: Partial<DayCount> = {}): StageDue => ({
  count: { days, kind: 'working', ...more },
});
const inReview = (review: StageDue) => run([honest('draft.signOff', signedAt)], withRules({ draft, review }, opened));
const eight = (localDay: string) => `${localDay}T01:00:00.000Z`;

describe('a stage counted in working days', () => {
  it.each([
    [5, '2025-12-31'],
    // 1 and 2 January are off.
    [6, '2026-01-05'],
    [10, '2026-01-09'],
    // The Saturday that is worked.
    [11, '2026-01-10'],
    [12, '2026-01-12'],
  ])('%d days from 24/12/2025 end on %s', (days, last) => {
    const { snapshot, workItems } = inReview(working(days));
    expect(snapshot.context.deadline).toMatchObject({ dueAt: endOfDay(last), startedAt: signedAt });
    expect(snapshot.context.deadline).not.toHaveProperty('provisional');
    expect(workItems[0]).toEqual(expect.not.objectContaining({ provisional: true }));
  });

  it('says on deadline and work item that a day was not announced', () => {
    const { snapshot, workItems } = inReview(working(11));
    const early = { ...calendar, announcedThrough: '2025-12-31' };
    const unannounced = run(
      [honest('draft.signOff', signedAt)],
      withRules({ draft, review: working(11) }, { ...opened, calendar: early }),
    );
    expect(unannounced.snapshot.context.deadline).toMatchObject({ provisional: true });
    expect(unannounced.workItems).toMatchObject([{ provisional: true }]);
    expect(deadlinesOf(unannounced.snapshot)).toMatchObject([{ name: 'review', provisional: true }]);
    const held = must(unannounced.snapshot, honest('nomination.hold', '2025-12-26T02:00:00.000Z'));
    expect(deadlinesOf(held.snapshot)).toMatchObject([
      { name: 'hold' },
      { name: 'review', paused: true, provisional: true },
    ]);
    expect([snapshot.context.deadline?.provisional, workItems[0]?.provisional]).toEqual([undefined, undefined]);
  });

  it('takes the latest of day, count and calendar days', () => {
    const due = (review: StageDue) => inReview(review).snapshot.context.deadline?.dueAt;
    expect(due({ ...working(5), on: endOfDay('2026-01-20') })).toBe(endOfDay('2026-01-20'));
    expect(due({ ...working(11), on: endOfDay('2026-01-05'), withinDays: 3 })).toBe(endOfDay('2026-01-10'));
    expect(due({ ...working(5), withinDays: 30 })).toBe(endOfDay('2026-01-23'));
  });

  it('reminds so many working days before, at eight, once, and never of what is past', () => {
    const review = { ...working(11), remindBefore: [1, 5, 1, 0, 60] };
    const { snapshot, workItems } = inReview(review);
    // Before Saturday the 10th: Friday the 9th; five working days before: Monday the 5th.
    const remindAt = [eight('2026-01-05'), eight('2026-01-09'), eight('2026-01-10')];
    expect(snapshot.context.deadline?.remindAt).toEqual(remindAt);
    expect(workItems).toMatchObject([{ remindAt }]);
    const plain = inReview({ withinDays: 17, remindBefore: [5] });
    expect(plain.snapshot.context.deadline?.remindAt).toEqual([eight('2026-01-05')]);
    expect(inReview({ withinDays: 17, remindBefore: [60] }).snapshot.context.deadline).not.toHaveProperty('remindAt');
  });

  it('cannot be opened without a calendar, nor with a count that means nothing', () => {
    const refused = expect.objectContaining({
      name: 'IncompletePlanError',
      message: expect.stringContaining('"decision"'),
    });
    expect(() => begin(withRules({ decision: working(5) }))).toThrow(refused);
    expect(() => begin(withRules({ decision: { count: { days: 0, kind: 'calendar' } } }))).toThrow(refused);
    expect(() => begin(withRules({ supplement: working(5) }))).toThrow(/"supplement"/);
    expect(begin(withRules({ supplement: working(5) }, { calendar })).to).toBe('draft');
  });
});

describe('a yearly notice', () => {
  const early = { ...calendar, off: ['2026-01-01'], working: [], announcedThrough: '2025-12-31' };
  const unannounced = () =>
    run([honest('draft.signOff', signedAt)], withRules({ draft, review: working(7) }, { ...opened, calendar: early }))
      .snapshot;

  it('moves a straight count, again and again, and takes the mark away', () => {
    const counted = unannounced();
    expect(counted.context.deadline).toMatchObject({ dueAt: endOfDay('2026-01-05'), provisional: true });
    const recounted = recountedDue(counted, calendar);
    expect(recounted).toEqual({ name: 'review', dueAt: endOfDay('2026-01-06'), provisional: false });
    const at = '2025-12-26T02:00:00.000Z';
    const moved = must(counted, changeDue(at, { of: 'review', dueAt: endOfDay('2026-01-06'), calendar })).snapshot;
    expect(moved.context).toMatchObject({ calendar, deadline: { dueAt: endOfDay('2026-01-06'), startedAt: signedAt } });
    expect(moved.context.deadline).not.toHaveProperty('provisional');
    expect(recountedDue(moved, early)?.dueAt).toBe(endOfDay('2026-01-05'));
    expect(codes(moved, changeDue(at, { calendar }))).toEqual(['NOTHING_TO_CHANGE']);
  });

  it('moves nothing that was set by hand, held, or counted otherwise', () => {
    const at = '2025-12-26T02:00:00.000Z';
    const extended = must(unannounced(), changeDue(at, { of: 'review', dueAt: endOfDay('2026-01-15') }));
    expect(extended.snapshot.context.deadline).toMatchObject({ startedAt: at });
    expect(recountedDue(extended.snapshot, calendar)).toBeNull();
    const held = must(unannounced(), honest('nomination.hold', at));
    const resumed = must(held.snapshot, honest('nomination.resume', '2025-12-28T02:00:00.000Z'));
    expect(recountedDue(resumed.snapshot, calendar)).toBeNull();
    expect(recountedDue(inReview({ withinDays: 5 }).snapshot, calendar)).toBeNull();
  });

  it('moves a counted submission window from the opening, and reviving keeps to it', () => {
    const rules = { draft: { ...working(8), remindBefore: [1] } };
    const { snapshot } = begin(withRules(rules, { ...opened, calendar: early }));
    expect(recountedDue(snapshot, calendar)).toMatchObject({ name: 'draft', dueAt: endOfDay('2026-01-05') });
    const change = changeDue('2025-12-26T02:00:00.000Z', { of: 'draft', dueAt: endOfDay('2026-01-05'), calendar });
    const moved = must(snapshot, change).snapshot;
    expect(moved.context.plan.draft).toEqual(rules.draft);
    const withdrawn = must(moved, honest('nomination.withdraw', '2025-12-27T02:00:00.000Z')).snapshot;
    const revived = must(withdrawn, honest('nomination.revive', '2025-12-29T02:00:00.000Z')).snapshot;
    // The Friday before is off; the reminder comes on the last working day before it.
    expect(revived.context.deadline).toMatchObject({ dueAt: endOfDay('2026-01-05'), remindAt: [eight('2025-12-31')] });
  });
});

describe('armAt', () => {
  it('is never later than a counted stage that could be due first', () => {
    const counts: DayCount[] = [
      { days: 1, kind: 'working' },
      { days: 1, kind: 'working', firstDay: 'counted' },
      { days: 2, kind: 'working', cutOffHour: 16, endHour: 17 },
      { days: 3, kind: 'calendar', firstDay: 'counted', rollForward: true },
      { days: 2, kind: 'calendar' },
    ];
    for (const count of counts) {
      const { snapshot } = begin(withRules({ draft, review: { count }, council: { count } }, opened));
      for (let hour = 0; hour < 24 * 25; hour += 5) {
        const now = new Date(Date.parse(opened.openedAt) + hour * 3_600_000).toISOString();
        const armed = armAt(snapshot, now) ?? '';
        for (const wait of [0, 1, 6, 30, 100, 200]) {
          const at = new Date(Date.parse(now) + wait * 3_600_000).toISOString();
          const next = must(snapshot, honest('draft.signOff', at)).snapshot;
          expect(armed <= (wakeAt(next) ?? ''), `${JSON.stringify(count)} from ${now} at ${at}`).toBe(true);
        }
      }
    }
  });

  it('is the running deadline itself while nothing else can be due', () => {
    expect(armAt(inReview(working(5)).snapshot, day(9000))).toBe(endOfDay('2025-12-31'));
  });
});
