import { describe, expect, it } from 'vitest';
import { IncompletePlanError, OtherMachineError } from '../../../machines/errors.ts';
import { applyRound, beginRound, roundWakeAt } from '../../../machines/round/interpreter.ts';
import { person, reviewer } from '../support/people.ts';
import {
  approved,
  by,
  codes,
  endOn,
  event,
  inputOf,
  must,
  on,
  planOf,
  plus,
  reviewing,
  run,
  startOn,
} from './support/fixture.ts';

const otherHash = 'b'.repeat(64);

describe('the beginning', () => {
  it('is at revision 1, the body in charge owing the plan', () => {
    const begun = beginRound(inputOf());
    expect(begun).toMatchObject({ from: null, to: 'planning', revision: 1 });
    expect(begun.workItems).toEqual([
      {
        key: 'planning',
        queue: 'reviewer@b-nghiepVu',
        dueAt: endOn('06-20'),
        nextEscalationAt: endOn('06-20'),
        level: 0,
        escalatedTo: null,
      },
    ]);
    expect(begun.notices).toEqual([{ template: 'round.begin', to: 'bodyInCharge' }]);
  });

  it('is refused for another machine, a duty without a date, an uncountable one, and nobody to escalate to', () => {
    expect(() => beginRound(inputOf({ machine: 'round@0' }))).toThrow(OtherMachineError);
    const plan = inputOf().plan;
    const working = { count: { days: 5, kind: 'working' as const } };
    expect(() => beginRound(inputOf({ plan: { ...plan, council: {} } }))).toThrow(IncompletePlanError);
    expect(() => beginRound(inputOf({ plan: { ...plan, council: working } }))).toThrow(IncompletePlanError);
    const none = { count: { days: 0, kind: 'calendar' as const } };
    expect(() => beginRound(inputOf({ plan: { ...plan, council: none } }))).toThrow(IncompletePlanError);
    expect(() => beginRound(inputOf({ escalation: { everyDays: 3, chain: [] } }))).toThrow(IncompletePlanError);
    expect(() => beginRound(inputOf({ escalation: { ...inputOf().escalation, everyDays: 0 } }))).toThrow(
      IncompletePlanError,
    );
    expect(() => beginRound(inputOf({ bodies: { ...inputOf().bodies, authorities: [] } }))).toThrow(
      IncompletePlanError,
    );
  });
});

describe('submitting a plan', () => {
  const begun = () => run([]);

  it('refuses a window that ends before it begins or before the movement opens, and accepts one of an instant', () => {
    const submit = (plan: object) => codes(begun(), event('plan.submit', on('06-16'), { plan: planOf(plan) }));
    expect(submit({ nominationsFrom: plus(endOn('07-27'), 1) })).toEqual(['PLAN_WINDOW_REVERSED']);
    expect(submit({ opensAt: plus(endOn('07-27'), 1) })).toEqual(['PLAN_WINDOW_REVERSED']);
    expect(submit({ nominationsFrom: endOn('07-27') })).toEqual([]);
  });

  it('refuses a window that is over, to the millisecond, but not one that has begun (seed 003)', () => {
    const submit = (at: string) => codes(begun(), event('plan.submit', at));
    expect(submit(endOn('07-27'))).toEqual(['PLAN_WINDOW_OVER']);
    expect(submit(plus(endOn('07-27'), -1))).toEqual([]);
    expect(submit(on('07-01'))).toEqual([]);
  });

  it('is for the body in charge only', () => {
    const submit = event('plan.submit', on('06-16'));
    const stranger = person('p-other', 'b-other', ['reviewer', 'b-other']);
    expect(codes(begun(), by(stranger, 'reviewer', submit))).toEqual(['NOT_YOUR_BODY']);
    expect(codes(begun(), by(reviewer, 'approvingAuthority', submit))).toEqual(['NOT_YOUR_ROLE']);
  });

  it('is marked late after its due instant, and still accepted', () => {
    expect(must(begun().snapshot, event('plan.submit', endOn('06-20'))).late).toBeUndefined();
    expect(must(begun().snapshot, event('plan.submit', startOn('06-21'))).late).toBe(true);
  });

  it('may be corrected while under review: only the last plan can be approved', () => {
    const corrected = must(
      reviewing().snapshot,
      event('plan.submit', on('06-17'), { plan: planOf({ hash: otherHash }) }),
    );
    expect(corrected).toMatchObject({ from: 'planReview', to: 'planReview' });
    expect(corrected.workItems[0]?.dueAt).toBe(endOn('06-22'));
    expect(codes(corrected, event('plan.approve', on('06-18')))).toEqual(['PLAN_CHANGED']);
    const { snapshot } = must(corrected.snapshot, event('plan.approve', on('06-18'), { planHash: otherHash }));
    expect(snapshot.context.approved?.hash).toBe(otherHash);
  });
});

describe('the authority', () => {
  it('approves: the plan is frozen with who approved it and when, and nothing is proposed any more', () => {
    const { snapshot, to, notices } = approved();
    expect(to).toBe('approved');
    expect(snapshot.context.proposal).toBeNull();
    expect(snapshot.context.approved).toEqual({ ...planOf(), at: on('06-17'), by: 'p-director' });
    expect(notices.map((notice) => notice.to)).toEqual(['bodyInCharge', 'standingBody']);
  });

  it('returns with a reason; then there is no plan, and the body in charge owes one again', () => {
    expect(codes(reviewing(), event('plan.return', on('06-17'), { reasonGiven: false }))).toEqual(['REASON_MISSING']);
    const back = must(reviewing().snapshot, event('plan.return', on('06-17')));
    expect(back.to).toBe('planning');
    expect(back.snapshot.context.proposal).toBeNull();
    expect(back.workItems).toMatchObject([{ key: 'planning', dueAt: endOn('06-22') }]);
    expect(codes(back, event('plan.approve', on('06-17')))).toEqual(['NOT_NOW']);
  });

  it('is never the person who submitted, whatever roles they hold', () => {
    const both = person('p-reviewer', 'b-vanPhong', ['reviewer', 'b-nghiepVu'], ['approvingAuthority', 'a-soYTe']);
    expect(codes(reviewing(), by(both, 'approvingAuthority', event('plan.approve', on('06-17'))))).toEqual([
      'SECOND_CAPACITY',
    ]);
  });

  it('is the movement’s first one, not a higher tier', () => {
    const chair = person('p-chair', 'a-ubndTinh', ['approvingAuthority', 'a-ubndTinh']);
    expect(codes(reviewing(), by(chair, 'approvingAuthority', event('plan.approve', on('06-17'))))).toEqual([
      'NOT_YOUR_BODY',
    ]);
  });

  it('cannot approve a plan whose window has ended meanwhile, and can return it', () => {
    expect(codes(reviewing(), event('plan.approve', endOn('07-27')))).toEqual(['PLAN_WINDOW_OVER']);
    expect(codes(reviewing(), event('plan.return', endOn('07-27')))).toEqual([]);
  });

  it('is escalated when late, and nothing opens before it has approved', () => {
    const { snapshot } = reviewing();
    expect(applyRound(snapshot, event('deadline.pass', endOn('06-21')))).toBeNull();
    const late = must(snapshot, event('deadline.pass', startOn('06-28')));
    expect(late).toMatchObject({
      to: 'planReview',
      workItems: [{ level: 1, escalatedTo: 'councilSecretary@b-vanPhong' }],
    });
    expect(late.notices).toEqual([
      { template: 'round.escalated', to: 'currentOwner' },
      { template: 'round.escalated', to: 'escalation' },
    ]);
    expect(roundWakeAt(late.snapshot)).toBe(endOn('07-01'));
    const again = must(
      must(late.snapshot, event('deadline.pass', startOn('07-02'))).snapshot,
      event('deadline.pass', on('07-09')),
    );
    // The next of the chain is the authority itself, and nobody is told of their own lateness.
    expect(again.workItems).toMatchObject([{ level: 2, escalatedTo: 'councilSecretary@b-vanPhong' }]);
  });

  it('refuses an act on a revision that is not the present one', () => {
    const stale = event('plan.approve', on('06-17'), { expectedRevision: 1 });
    expect(codes(reviewing(), stale)).toEqual(['STALE_REVISION']);
    expect(codes(reviewing(), { ...stale, expectedRevision: 2 } as typeof stale)).toEqual([]);
  });
});
