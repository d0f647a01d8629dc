import { describe, expect, it } from 'vitest';
import { endOfDay } from '../../contract/calendarDay.ts';
import type { Grace } from '../../contract/nomination.ts';
import { apply, begin, wakeAt } from '../../machines/interpreter.ts';
import { changeDue, withRules } from './support/changes.ts';
import { codes, day, honest, later, must, openedAt, pass, run } from './support/fixture.ts';

const due = endOfDay('2021-03-31');
const graceEnds = endOfDay('2021-04-03');
const draftWith = (kind: Grace['kind']) => begin(withRules({ draft: { on: due, grace: { kind, days: 3 } } }));

describe('a soft grace time', () => {
  it('accepts until its last millisecond, and marks as late what came after the due instant', () => {
    const { snapshot } = draftWith('soft');
    expect(must(snapshot, honest('draft.signOff', due)).late).toBeUndefined();
    expect(must(snapshot, honest('draft.signOff', later(due))).late).toBe(true);
    expect(must(snapshot, honest('draft.amend', graceEnds)).late).toBe(true);
    expect(codes(snapshot, honest('draft.signOff', later(graceEnds)))).toEqual(['PAST_DEADLINE']);
  });

  it('lets the nomination end only when it is over', () => {
    const { snapshot } = draftWith('soft');
    expect(wakeAt(snapshot)).toBe(graceEnds);
    expect(apply(snapshot, pass(graceEnds))).toBeNull();
    expect(must(snapshot, pass(later(graceEnds))).to).toBe('expired');
  });

  it('opens and revives nominations too, and says that they are late', () => {
    const rules = { draft: { on: due, grace: { kind: 'soft', days: 3 } as const } };
    expect(begin(withRules(rules, { openedAt: later(due) })).late).toBe(true);
    expect(begin(withRules(rules)).late).toBeUndefined();
    const withdrawn = run([honest('nomination.withdraw', day(29))], withRules(rules)).snapshot;
    const revived = must(withdrawn, honest('nomination.revive', later(due)));
    expect(revived.snapshot.context.deadline).toMatchObject({ dueAt: due, wakeAt: graceEnds, level: 0 });
    expect(must(revived.snapshot, honest('draft.signOff', graceEnds)).late).toBe(true);
    expect(codes(withdrawn, honest('nomination.revive', later(graceEnds)))).toEqual(['PAST_DEADLINE']);
  });

  it('does not mark acts that no deadline binds', () => {
    const input = withRules({ review: { withinDays: 2, grace: { kind: 'soft', days: 3 } } });
    const { snapshot } = run([honest('draft.signOff', day(1))], input);
    expect(must(snapshot, honest('review.shortlist', day(5))).late).toBeUndefined();
    expect(must(snapshot, honest('nomination.withdraw', day(5))).late).toBeUndefined();
  });
});

describe('a hard grace time', () => {
  it('accepts nothing more, and still leaves time to extend', () => {
    const { snapshot } = draftWith('hard');
    expect(codes(snapshot, honest('draft.signOff', due))).toEqual([]);
    expect(codes(snapshot, honest('draft.signOff', later(due)))).toEqual(['PAST_DEADLINE']);
    expect(apply(snapshot, pass(graceEnds))).toBeNull();
    const extended = must(snapshot, changeDue(graceEnds, { of: 'draft', dueAt: endOfDay('2021-04-10') }));
    expect(must(extended.snapshot, honest('draft.signOff', endOfDay('2021-04-10'))).late).toBeUndefined();
    expect(must(snapshot, pass(later(graceEnds))).to).toBe('expired');
  });
});

describe('an official’s grace time', () => {
  it('ends before the escalation begins', () => {
    const input = withRules({ review: { withinDays: 20, grace: { kind: 'soft', days: 2 } } });
    const { snapshot } = run([honest('draft.signOff', day(1))], input);
    const [reviewDue, ends] = [endOfDay('2021-03-22'), endOfDay('2021-03-24')];
    expect(snapshot.context.deadline).toMatchObject({ dueAt: reviewDue, grace: { kind: 'soft', endsAt: ends } });
    expect(apply(snapshot, pass(later(reviewDue)))).toBeNull();
    const escalated = must(snapshot, pass(later(ends)));
    expect(escalated.workItems[0]).toMatchObject({
      dueAt: reviewDue,
      level: 1,
      nextEscalationAt: endOfDay('2021-03-28'),
    });
  });

  it('follows the day that an act itself sets', () => {
    const input = withRules({ supplement: { grace: { kind: 'soft', days: 1 }, remindBefore: [2] } });
    const asked = endOfDay('2021-03-20');
    const { snapshot } = run(
      [honest('draft.signOff', day(1)), honest('review.return', day(2), { dueAt: asked })],
      input,
    );
    expect(snapshot.context.deadline).toEqual({
      name: 'supplement',
      dueAt: asked,
      wakeAt: endOfDay('2021-03-21'),
      level: 0,
      startedAt: day(2),
      grace: { kind: 'soft', endsAt: endOfDay('2021-03-21') },
      remindAt: ['2021-03-18T01:00:00.000Z'],
    });
    expect(must(snapshot, honest('supplement.submit', later(asked))).late).toBe(true);
  });
});

describe('without grace', () => {
  it('a deadline is as it always was, but for the instant it was set', () => {
    expect(begin(withRules({})).snapshot.context.deadline).toEqual({
      name: 'draft',
      dueAt: due,
      wakeAt: due,
      level: 0,
      startedAt: openedAt,
    });
    expect(begin(withRules({})).snapshot.context).not.toHaveProperty('suspension');
  });
});
