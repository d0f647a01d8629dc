import { describe, expect, it } from 'vitest';
import { persist, restore } from '../../machines/interpreter.ts';
import { deadlinesOf } from '../../machines/outlook.ts';
import { changeDue, withRules } from './support/changes.ts';
import { day, honest, later, must, run } from './support/fixture.ts';

const ms = (at: string) => Date.parse(at);
const pausing = withRules({ review: { withinDays: 20, pausesWhileReturned: true } });
/** Signed off on the 1st, returned on the 5th until the 25th. */
const signedOff = run([honest('draft.signOff', day(1))], pausing).snapshot;
const dueBefore = signedOff.context.deadline?.dueAt ?? '';
const returned = must(signedOff, honest('review.return', day(5), { dueAt: day(25) })).snapshot;
const remainingMs = ms(dueBefore) - ms(day(5));
const plus = (at: string, leftMs = remainingMs) => new Date(ms(at) + leftMs).toISOString();

describe('the department’s clock while the dossier is returned', () => {
  it('stands still and goes on with what was left when the dossier is complete', () => {
    expect(returned.context.deadline).toMatchObject({ name: 'supplement', dueAt: day(25) });
    const { snapshot } = must(restore(persist(returned)), honest('supplement.submit', day(15)));
    expect(snapshot.context.deadline).toMatchObject({ name: 'review', dueAt: plus(day(15)), level: 0 });
    expect(snapshot.context.returned).toBeNull();
    // Once more: what is left now is what was left less the days used since.
    const again = must(snapshot, honest('review.return', day(17), { dueAt: day(25) })).snapshot;
    const back = must(again, honest('supplement.submit', day(20))).snapshot;
    expect(back.context.deadline?.dueAt).toBe(plus(day(20), remainingMs - (ms(day(17)) - ms(day(15)))));
  });

  it('is shown as standing still, and can be extended meanwhile', () => {
    expect(deadlinesOf(returned)).toEqual([
      { name: 'supplement', dueAt: day(25), paused: false, provisional: false },
      { name: 'review', dueAt: dueBefore, paused: true, provisional: false },
    ]);
    const dayMs = 86_400_000;
    const extended = must(returned, changeDue(day(6), { of: 'review', dueAt: plus(dueBefore, 3 * dayMs) })).snapshot;
    const back = must(extended, honest('supplement.submit', day(15))).snapshot;
    expect(back.context.deadline?.dueAt).toBe(plus(day(15), remainingMs + 3 * dayMs));
  });

  it('is overdue again at once when it was overdue before', () => {
    const late = must(signedOff, honest('review.return', later(dueBefore), { dueAt: plus(dueBefore, 9e8) })).snapshot;
    const at = plus(dueBefore, 3e8);
    const back = must(late, honest('supplement.submit', at)).snapshot;
    expect(ms(back.context.deadline?.dueAt ?? '')).toBeLessThan(ms(at));
  });

  it('outlives a hold of the returned dossier', () => {
    const held = must(returned, honest('nomination.hold', day(8))).snapshot;
    expect(deadlinesOf(held).map(({ name, paused }) => [name, paused])).toEqual([
      ['hold', false],
      ['supplement', true],
      ['review', true],
    ]);
    const resumed = must(held, honest('nomination.resume', day(12))).snapshot;
    const back = must(resumed, honest('supplement.submit', day(15))).snapshot;
    expect(back.context.deadline?.dueAt).toBe(plus(day(15)));
  });

  it('is forgotten when the unit withdraws: a revived draft is reviewed afresh', () => {
    const withdrawn = must(returned, honest('nomination.withdraw', day(7))).snapshot;
    expect(withdrawn.context.returned).toBeNull();
    const revived = must(withdrawn, honest('nomination.revive', day(8))).snapshot;
    const signed = must(revived, honest('draft.signOff', day(9))).snapshot;
    const fresh = run([honest('draft.signOff', day(9))], pausing).snapshot;
    expect(signed.context.deadline?.dueAt).toBe(fresh.context.deadline?.dueAt);
  });

  it('starts afresh where the plan does not say that it pauses, as it always did', () => {
    const plain = run([honest('draft.signOff', day(1)), honest('review.return', day(5), { dueAt: day(25) })]).snapshot;
    expect(plain.context).not.toHaveProperty('returned');
    const back = must(plain, honest('supplement.submit', day(15))).snapshot;
    const fresh = run([honest('draft.signOff', day(15))]).snapshot;
    expect(back.context.deadline?.dueAt).toBe(fresh.context.deadline?.dueAt);
  });
});
