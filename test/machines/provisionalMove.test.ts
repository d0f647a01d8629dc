import { describe, expect, it } from 'vitest';
import type { NominationSnapshot } from '../../machines/interpreter.ts';
import { persist, restore } from '../../machines/interpreter.ts';
import { deadlinesOf } from '../../machines/outlook.ts';
import { calendar, changeDue, ofRound, withRules } from './support/changes.ts';
import { day, honest, must, run } from './support/fixture.ts';

/** The year of the fixture is not announced. */
const unannounced = { ...calendar, provisional: ['2021'] };
const pausing = (more = {}) => withRules({ review: { withinDays: 20, pausesWhileReturned: true } }, more);
const signedOff = (calendars = {}) => run([honest('draft.signOff', day(1))], pausing(calendars)).snapshot;

function moved(from: NominationSnapshot, at: string, dueAt: string, provisional = true) {
  const event = changeDue(at, { of: 'review', dueAt });
  return must(from, provisional ? { ...event, provisional } : event).snapshot;
}
const review = (snapshot: NominationSnapshot) => deadlinesOf(snapshot).find(({ name }) => name === 'review');

describe('a deadline that a change says is provisional', () => {
  it('is so whatever its rule counts, in its work items too, and no longer when it is moved to a day', () => {
    const snapshot = moved(signedOff(), day(2), day(28));
    expect(review(snapshot)).toMatchObject({ paused: false, provisional: true });
    const again = must(snapshot, { ...changeDue(day(3), { of: 'review', dueAt: day(29) }), provisional: true });
    expect(again.workItems).toMatchObject([{ key: 'departmentReview', provisional: true }]);
    const named = must(again.snapshot, changeDue(day(3), { of: 'review', dueAt: day(30) }));
    expect(review(named.snapshot)?.provisional).toBe(false);
    expect(named.workItems[0]).not.toHaveProperty('provisional');
  });

  it.each([
    ['held', honest('nomination.hold', day(5)), honest('nomination.resume', day(9))],
    ['returned', honest('review.return', day(5), { dueAt: day(20) }), honest('supplement.submit', day(9))],
    ['suspended', ofRound('round.suspend', day(5)), ofRound('round.resume', day(9))],
  ])('stays so while the nomination is %s, and after while its day may still change', (_, stop, goOn) => {
    for (const [given, after] of [
      [unannounced, true],
      [{ ...calendar, announcedThrough: '2030-12-31' }, false],
    ] as const) {
      const paused = must(moved(signedOff({ calendar: given }), day(2), day(28)), stop).snapshot;
      expect(review(restore(persist(paused)))).toMatchObject({ paused: true, provisional: true });
      expect(review(must(paused, goOn).snapshot)).toMatchObject({ paused: false, provisional: after });
      // A day named meanwhile takes the mark away, a count of working days sets it.
      const named = moved(paused, day(6), day(27), false);
      expect(review(named)).toMatchObject({ paused: true, provisional: false });
      expect(review(moved(named, day(7), day(29)))).toMatchObject({ paused: true, provisional: true });
    }
  });

  it('leaves no mark in what changes before it said so', () => {
    const paused = must(moved(signedOff(), day(2), day(28), false), honest('nomination.hold', day(5))).snapshot;
    expect(JSON.stringify(persist(paused).context)).not.toContain('provisional');
  });
});
