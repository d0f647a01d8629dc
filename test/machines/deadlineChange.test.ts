import { describe, expect, it } from 'vitest';
import { endOfDay } from '../../contract/calendarDay.ts';
import { apply, wakeAt } from '../../machines/interpreter.ts';
import { changeDue, ofRound, withRules } from './support/changes.ts';
import { codes, day, honest, inputOf, later, must, pass, run } from './support/fixture.ts';
import * as people from './support/people.ts';

const signedOff = () => run([honest('draft.signOff', day(1))]).snapshot;
const opened = () => run([]).snapshot;

describe('moving a running deadline', () => {
  it('sets grace, reminders and escalation anew', () => {
    const input = withRules({ review: { withinDays: 5, grace: { kind: 'soft', days: 1 }, remindBefore: [1, 3] } });
    const { snapshot } = run([honest('draft.signOff', day(1))], input);
    const late = must(snapshot, pass(later(wakeAt(snapshot))));
    expect(late.workItems[0]?.level).toBe(1);
    const moved = must(late.snapshot, changeDue(day(10), { of: 'review', dueAt: endOfDay('2021-03-20') }));
    expect(moved).toMatchObject({ from: 'departmentReview', to: 'departmentReview', revision: 4 });
    expect(moved.snapshot.context.deadline).toEqual({
      name: 'review',
      dueAt: endOfDay('2021-03-20'),
      wakeAt: endOfDay('2021-03-21'),
      level: 0,
      startedAt: day(10),
      grace: { kind: 'soft', endsAt: endOfDay('2021-03-21') },
      remindAt: ['2021-03-17T01:00:00.000Z', '2021-03-19T01:00:00.000Z'],
    });
    expect(moved.workItems).toMatchObject([{ key: 'departmentReview', level: 0, escalatedTo: null }]);
    expect(moved.notices).toEqual(
      (['currentOwner', 'submittingUnit', 'unitHead'] as const).map((to) => ({ template: 'deadline.change', to })),
    );
    expect(apply(moved.snapshot, pass(endOfDay('2021-03-21')))).toBeNull();
  });

  it('moves the submission window with it, forward and back, for reviving too', () => {
    for (const end of ['2021-04-20', '2021-03-10']) {
      const dueAt = endOfDay(end);
      const moved = must(opened(), changeDue(day(2), { of: 'draft', dueAt })).snapshot;
      expect(codes(moved, honest('draft.signOff', dueAt))).toEqual([]);
      expect(codes(moved, honest('draft.signOff', later(dueAt)))).toEqual(['PAST_DEADLINE']);
      const withdrawn = must(moved, honest('nomination.withdraw', day(8))).snapshot;
      expect(must(withdrawn, honest('nomination.revive', day(8))).snapshot.context.deadline?.dueAt).toBe(dueAt);
    }
  });

  it('shortens a counted window too, and keeps a count that ends no later', () => {
    const draft = { withinDays: 20, remindBefore: [2] };
    const input = withRules({ draft });
    const plan = (dueAt: string) =>
      must(run([], input).snapshot, changeDue(day(2), { of: 'draft', dueAt })).snapshot.context.plan.draft;
    expect(plan(endOfDay('2021-03-10'))).toEqual({ on: endOfDay('2021-03-10'), remindBefore: [2] });
    expect(plan(endOfDay('2021-03-30'))).toEqual({ ...draft, on: endOfDay('2021-03-30') });
  });

  it('reopens the window of a withdrawn nomination', () => {
    const withdrawn = must(opened(), honest('nomination.withdraw', day(25))).snapshot;
    expect(codes(withdrawn, honest('nomination.revive', day(35)))).toEqual(['PAST_DEADLINE']);
    const moved = must(withdrawn, changeDue(day(34), { of: 'draft', dueAt: endOfDay('2021-04-20') })).snapshot;
    expect(moved.context.deadline).toEqual(withdrawn.context.deadline);
    expect(must(moved, honest('nomination.revive', day(35))).snapshot.context.deadline?.dueAt).toBe(
      endOfDay('2021-04-20'),
    );
  });

  it('takes the awaited opinions along, not those given', () => {
    const asked = run([
      honest('draft.signOff', day(1)),
      honest('appraisal.request', day(2)),
      honest('appraisal.give', day(3)),
    ]);
    const moved = must(asked.snapshot, changeDue(day(4), { of: 'appraisal', dueAt: day(30) })).snapshot;
    expect(moved.context.appraisals.map(({ division, dueAt }) => [division, dueAt])).toEqual([
      ['d-finance', day(9)],
      ['d-prevention', day(30)],
    ]);
  });
});

describe('moving a clock that stands still', () => {
  const held = () => must(signedOff(), honest('nomination.hold', day(5))).snapshot;

  it('changes what is left of it by the same time', () => {
    const before = held();
    const due = before.context.hold?.remainingMs ?? 0;
    // Judged by day 5, at which the clock stands, although day 40 is past.
    const dueAt = later(day(5), due + 5 * 86_400_000);
    const moved = must(before, changeDue(day(40), { of: 'review', dueAt })).snapshot;
    expect(moved.context.deadline).toEqual(before.context.deadline);
    const resumed = must(moved, honest('nomination.resume', day(50))).snapshot;
    expect(resumed.context.deadline).toMatchObject({ name: 'review', dueAt: later(day(50), due + 5 * 86_400_000) });
    expect(codes(before, changeDue(day(40), { of: 'review', dueAt: day(5) }))).toEqual(['DUE_NOT_AHEAD']);
    expect(codes(before, changeDue(day(40), { of: 'review', dueAt: later(day(5), due) }))).toEqual([
      'NOTHING_TO_CHANGE',
    ]);
  });

  it('does so under a suspension, and moves what runs when it has that name', () => {
    const suspended = must(opened(), ofRound('round.suspend', day(3))).snapshot;
    const moved = must(suspended, changeDue(day(20), { of: 'draft', dueAt: endOfDay('2021-04-10') })).snapshot;
    const resumed = must(moved, ofRound('round.resume', day(13))).snapshot;
    expect(resumed.context.deadline?.dueAt).toBe(endOfDay('2021-04-20'));
    const review = must(suspended, changeDue(day(20), { of: 'hold', dueAt: day(90) })).snapshot;
    expect(review.context.deadline).toMatchObject({ name: 'hold', dueAt: day(90) });
  });

  it('moves the awaited opinions of a held appraisal', () => {
    const asked = run([
      honest('draft.signOff', day(1)),
      honest('appraisal.request', day(2)),
      honest('nomination.hold', day(3)),
    ]);
    const moved = must(asked.snapshot, changeDue(day(4), { of: 'appraisal', dueAt: day(13) })).snapshot;
    const resumed = must(moved, honest('nomination.resume', day(20))).snapshot;
    expect(resumed.context.appraisals.map((each) => each.dueAt)).toEqual([day(30), day(30)]);
  });
});

describe('new rules', () => {
  it('hold for stages entered from now on', () => {
    const council = { withinDays: 3, remindBefore: [1] };
    const changed = must(signedOff(), changeDue(day(2), { plan: { council, review: { withinDays: 90 } } })).snapshot;
    expect(changed.context.deadline).toEqual(signedOff().context.deadline);
    expect(must(changed, honest('review.shortlist', day(3))).snapshot.context.deadline).toMatchObject({
      dueAt: endOfDay('2021-03-07'),
      remindAt: ['2021-03-06T01:00:00.000Z'],
    });
  });

  it('must give every stage a date', () => {
    expect(codes(signedOff(), changeDue(day(2), { plan: { council: {} } }))).toEqual(['RULE_INCOMPLETE']);
    const working = { count: { days: 5, kind: 'working' as const } };
    expect(codes(signedOff(), changeDue(day(2), { plan: { decision: working } }))).toEqual(['RULE_INCOMPLETE']);
  });
});

describe('a change is refused and changes nothing', () => {
  const running = () => signedOff().context.deadline?.dueAt ?? '';
  it.each([
    ['when it says nothing', () => ({}), ['NOTHING_TO_CHANGE']],
    ['when it names no day', () => ({ of: 'review' as const }), ['NOTHING_TO_CHANGE']],
    [
      'when the deadline is due then anyway',
      () => ({ of: 'review' as const, dueAt: running() }),
      ['NOTHING_TO_CHANGE'],
    ],
    ['when the rules are the same', () => ({ plan: { council: inputOf().plan.council } }), ['NOTHING_TO_CHANGE']],
    ['when no such deadline runs', () => ({ of: 'council' as const, dueAt: day(90) }), ['NOTHING_TO_CHANGE']],
    ['when the day has come', () => ({ of: 'review' as const, dueAt: day(6) }), ['DUE_NOT_AHEAD']],
    ['when the day is none', () => ({ of: 'review' as const, dueAt: 'soon' }), ['DUE_NOT_AHEAD']],
    ['without a reason', () => ({ of: 'review' as const, dueAt: day(90), reasonGiven: false }), ['REASON_MISSING']],
    ['on another revision', () => ({ of: 'review' as const, dueAt: day(90), expectedRevision: 1 }), ['STALE_REVISION']],
  ])('%s', (_, said, expected) => {
    expect(codes(signedOff(), changeDue(day(6), said()))).toEqual(expected);
    expect(apply(signedOff(), changeDue(day(6), said()))).toBeNull();
  });

  it('once the nomination is over', () => {
    const over = must(signedOff(), honest('review.notSelect', day(2))).snapshot;
    for (const event of [
      changeDue(day(3), { of: 'review', dueAt: day(90) }),
      ...(['round.suspend', 'round.resume', 'round.cancel'] as const).map((type) => ofRound(type, day(3))),
    ]) {
      expect(codes(over, event)).toEqual(['NOT_NOW']);
      expect(over.can(event)).toBe(false);
      expect(apply(over, event)).toBeNull();
    }
  });
});

describe('who may change', () => {
  const said = { of: 'review', dueAt: day(60) } as const;

  it('is the secretary, the authority of any tier reached, or an administrator', () => {
    const up = run([
      honest('draft.signOff', day(1)),
      honest('review.shortlist', day(2)),
      honest('council.recommend', day(3)),
      honest('authority.submitUp', day(4)),
    ]).snapshot;
    const change = { of: 'higherDecision', dueAt: day(60) } as const;
    expect(codes(up, changeDue(day(5), change, people.secretary, 'councilSecretary'))).toEqual([]);
    for (const actor of [people.director, people.chair])
      expect(codes(up, changeDue(day(5), change, actor, 'approvingAuthority'))).toEqual([]);
    expect(codes(up, changeDue(day(5), change, people.minister, 'approvingAuthority'))).toEqual(['NOT_YOUR_BODY']);
    expect(codes(signedOff(), changeDue(day(5), said, people.chair, 'approvingAuthority'))).toEqual(['NOT_YOUR_BODY']);
    expect(codes(signedOff(), changeDue(day(5), said, people.reviewer, 'reviewer'))).toEqual(['NOT_YOUR_ROLE']);
    expect(codes(signedOff(), ofRound('round.suspend', day(5), people.secretary, 'councilSecretary'))).toEqual([
      'NOT_YOUR_ROLE',
    ]);
  });

  it('is nobody for their own dossier, nor from the nominee’s body where the programme says so', () => {
    const own = { ...people.admin, personId: 'n-nurse' };
    expect(codes(signedOff(), changeDue(day(5), said, own))).toEqual(['OWN_DOSSIER']);
    const colleague = { ...people.admin, homeBody: 'u-hospital' };
    const guarded = run([honest('draft.signOff', day(1))], inputOf({ guards: ['notFromNomineesBody'] })).snapshot;
    expect(codes(guarded, changeDue(day(5), said, colleague))).toEqual(['FROM_NOMINEES_BODY']);
    expect(codes(signedOff(), changeDue(day(5), said, colleague))).toEqual([]);
  });

  it('may be who has acted in another capacity, and may act in another one afterwards', () => {
    const actor = people.person(
      'p-two',
      'b-vanPhong',
      ['councilSecretary', 'b-vanPhong'],
      ['administrator', 'a-soYTe'],
    );
    const held = must(signedOff(), { ...honest('nomination.hold', day(2)), actor }).snapshot;
    const changed = must(held, changeDue(day(3), said, actor)).snapshot;
    expect(changed.context.actedAs).toEqual(held.context.actedAs);
    expect(codes(changed, { ...honest('nomination.resume', day(4)), actor })).toEqual([]);
  });
});
