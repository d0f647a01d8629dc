import { describe, expect, it } from 'vitest';
import type { WorkingCalendar } from '../../../contract/calendar.ts';
import type { RoundApplied } from '../../../machines/round/interpreter.ts';
import { applyRound, roundDeadlinesOf, roundWakeAt } from '../../../machines/round/interpreter.ts';
import { admin, clerk, director, reviewer } from '../support/people.ts';
import {
  appraising,
  approved,
  by,
  codes,
  endOn,
  event,
  headOf,
  inputOf,
  must,
  on,
  opened,
  reviewing,
  startOn,
} from './support/fixture.ts';

const change = (at: string, what: object) => event('deadline.change', at, what);
const opening = () => opened({ answerBy: null });
const dues = ({ snapshot }: RoundApplied) =>
  Object.fromEntries(roundDeadlinesOf(snapshot).map((each) => [each.name, each.dueAt]));

describe('a change of the closing', () => {
  it('moves clock and plan together, with the reminders', () => {
    const { snapshot, workItems } = must(
      opening().snapshot,
      change(on('07-20'), { of: 'closing', dueAt: endOn('08-05') }),
    );
    expect(snapshot.context.approved?.closesAt).toBe(endOn('08-05'));
    expect(roundWakeAt(snapshot)).toBe(endOn('08-05'));
    expect(workItems).toMatchObject([{ key: 'open', dueAt: endOn('08-05'), remindAt: [on('08-02', 8)] }]);
    expect(applyRound(snapshot, event('deadline.pass', startOn('07-28')))).toBeNull();
  });

  it('for one unit keeps the round open until the latest window, but moves the plan for nobody else', () => {
    const later = must(
      opening().snapshot,
      change(on('07-20'), { of: 'closing', dueAt: endOn('08-03'), unit: 'u-cdc' }),
    );
    expect(later.snapshot.context).toMatchObject({
      approved: { closesAt: endOn('07-27') },
      unitWindows: { 'u-cdc': endOn('08-03') },
    });
    expect(dues(later)).toEqual({ closing: endOn('08-03') });
    expect(later.notices.map(({ to }) => to)).toEqual(['submittingUnit', 'bodyInCharge', 'standingBody']);
    const sooner = change(on('07-21'), { of: 'closing', dueAt: endOn('07-25'), unit: 'u-hospital' });
    expect(dues(must(later.snapshot, sooner))).toEqual({ closing: endOn('08-03') });
  });

  it('for everybody takes in the extensions it covers, and leaves the later ones', () => {
    let now = opening();
    for (const [unit, day] of [
      ['u-cdc', '07-30'],
      ['u-district', '08-20'],
    ] as const)
      now = must(now.snapshot, change(on('07-20'), { of: 'closing', dueAt: endOn(day), unit }));
    now = must(now.snapshot, change(on('07-21'), { of: 'closing', dueAt: endOn('08-05') }));
    expect(now.snapshot.context.unitWindows).toEqual({ 'u-district': endOn('08-20') });
    expect(dues(now)).toEqual({ closing: endOn('08-20') });
  });

  it('may come before the launch, and then holds from it', () => {
    const later = must(approved().snapshot, change(on('06-20'), { of: 'closing', dueAt: endOn('08-05') }));
    expect(dues(later)).toEqual({ opening: startOn('06-26'), answer: endOn('07-05'), closing: endOn('08-05') });
    const launched = must(later.snapshot, event('deadline.pass', startOn('06-26')));
    expect(dues(launched)).toEqual({ answer: endOn('07-05'), closing: endOn('08-05') });
  });

  it('for one unit before the launch keeps the round open for it, too', () => {
    const extension = change(on('06-20'), { of: 'closing', dueAt: endOn('08-05'), unit: 'u-cdc' });
    const launched = must(must(approved().snapshot, extension).snapshot, event('deadline.pass', startOn('06-26')));
    expect(dues(launched)).toEqual({ answer: endOn('07-05'), closing: endOn('08-05') });
  });

  it('decides to the millisecond against the closing itself', () => {
    const { snapshot } = opening();
    const later = change(endOn('07-27'), { of: 'closing', dueAt: endOn('08-05') });
    expect(applyRound(must(snapshot, later).snapshot, event('deadline.pass', startOn('07-28')))).toBeNull();
    const closed = must(snapshot, event('deadline.pass', startOn('07-28')));
    expect(codes(closed, later)).toEqual(['NOTHING_TO_CHANGE']);
  });
});

describe('a change of another deadline', () => {
  it('moves the opening while it is ahead, a duty while it runs, and the answer with its plan', () => {
    const later = must(approved().snapshot, change(on('06-20'), { of: 'opening', dueAt: startOn('07-01') }));
    expect(later.snapshot.context.approved?.opensAt).toBe(startOn('07-01'));
    expect(applyRound(later.snapshot, event('deadline.pass', startOn('06-26')))).toBeNull();
    const overdue = must(appraising().snapshot, event('deadline.pass', on('08-20')));
    const extended = must(overdue.snapshot, change(on('08-21'), { of: 'appraisal', dueAt: endOn('08-31') }));
    expect(extended.workItems).toMatchObject([{ dueAt: endOn('08-31'), level: 0, escalatedTo: null }]);
    const asked = must(opened().snapshot, change(on('06-30'), { of: 'answer', dueAt: endOn('07-10') }));
    expect(asked.snapshot.context.approved?.answerBy).toBe(endOn('07-10'));
    expect(asked.workItems[0]).toMatchObject({ key: 'answer:u-hospital', dueAt: endOn('07-10') });
  });

  it('of the opening takes the nominations along, so that none is taken before the launch', () => {
    const to = (day: string) => change(on('06-20'), { of: 'opening', dueAt: startOn(day) });
    const from = (stage: RoundApplied, day: string) =>
      must(stage.snapshot, to(day)).snapshot.context.approved?.nominationsFrom;
    expect(from(approved(), '07-01')).toBe(startOn('07-01'));
    const later = approved({ nominationsFrom: startOn('07-03') });
    expect(['07-01', '07-04'].map((day) => from(later, day))).toEqual([startOn('07-03'), startOn('07-04')]);
    expect(from(approved(), '06-24')).toBe(startOn('06-26'));
  });

  it('of rules holds for stages entered from now on', () => {
    const { snapshot } = must(opening().snapshot, change(on('07-20'), { plan: { appraisal: { withinDays: 2 } } }));
    const entered = must(snapshot, event('deadline.pass', startOn('07-28')));
    expect(entered.workItems).toMatchObject([{ dueAt: endOn('07-30') }]);
    const running = must(appraising().snapshot, change(on('07-29'), { plan: { appraisal: { withinDays: 2 } } }));
    expect(running.workItems).toMatchObject([{ dueAt: endOn('08-12') }]);
  });

  it('of the nominations’ stages adds to the approved plan and leaves its hash', () => {
    const stages = { review: { withinDays: 7 } };
    const { snapshot } = must(approved().snapshot, change(on('06-20'), { stages }));
    expect(snapshot.context.approved).toMatchObject({ hash: approved().snapshot.context.approved?.hash, stages });
    expect(codes(reviewing(), change(on('06-17'), { stages }))).toEqual(['NOTHING_TO_CHANGE']);
  });

  it('of the calendar replaces it', () => {
    const calendar: WorkingCalendar = { ref: 'vn@2#x', off: [], working: [], announcedThrough: '2020-12-31' };
    const { snapshot } = must(appraising().snapshot, change(on('08-01'), { calendar }));
    expect(snapshot.context.calendar).toEqual(calendar);
    expect(codes({ ...appraising(), snapshot }, change(on('08-01'), { calendar }))).toEqual(['NOTHING_TO_CHANGE']);
  });
});

describe('a change is refused', () => {
  it.each([
    ['that moves to the past', { of: 'closing', dueAt: on('07-19') }, ['DUE_NOT_AHEAD']],
    ['to the very instant it is made', { of: 'closing', dueAt: on('07-20') }, ['DUE_NOT_AHEAD']],
    ['for a unit nobody knows', { of: 'closing', dueAt: endOn('08-05'), unit: 'u-none' }, ['UNIT_UNKNOWN']],
    ['for a unit of what has no unit', { of: 'answer', dueAt: endOn('08-05'), unit: 'u-cdc' }, ['NOTHING_TO_CHANGE']],
    ['to what it is already', { of: 'closing', dueAt: endOn('07-27') }, ['NOTHING_TO_CHANGE']],
    ['of what is over', { of: 'opening', dueAt: endOn('07-27') }, ['NOTHING_TO_CHANGE']],
    ['without an instant', { of: 'closing' }, ['NOTHING_TO_CHANGE']],
    ['of nothing', {}, ['NOTHING_TO_CHANGE']],
    ['to the rule there is', { plan: { council: { withinDays: 10 } } }, ['NOTHING_TO_CHANGE']],
    ['to a rule without a date', { plan: { council: {} } }, ['NOTHING_TO_CHANGE']],
    [
      'to a rule nobody can count',
      { plan: { council: { count: { days: 3, kind: 'working' } } } },
      ['NOTHING_TO_CHANGE'],
    ],
    ['without a reason', { of: 'closing', dueAt: endOn('08-05'), reasonGiven: false }, ['REASON_MISSING']],
  ])('%s', (_, what, expected) => {
    expect(codes(opening(), change(on('07-20'), what))).toEqual(expected);
    expect(applyRound(opening().snapshot, change(on('07-20'), what))).toBeNull();
  });

  it('when it would reverse the window', () => {
    const launch = approved({ nominationsFrom: startOn('07-10') });
    expect(codes(launch, change(on('06-20'), { of: 'opening', dueAt: startOn('07-28') }))).toEqual([
      'PLAN_WINDOW_REVERSED',
    ]);
    expect(codes(launch, change(on('06-20'), { of: 'closing', dueAt: endOn('07-09') }))).toEqual([
      'PLAN_WINDOW_REVERSED',
    ]);
    expect(codes(launch, change(on('06-20'), { of: 'closing', dueAt: endOn('07-10') }))).toEqual([]);
  });

  it('when it would launch the movement with the units’ answers due already', () => {
    const to = (dueAt: string) => change(on('06-20'), { of: 'opening', dueAt });
    expect(codes(approved(), to(endOn('07-05')))).toEqual(['OPENING_AFTER_ANSWER']);
    expect(codes(approved(), to(startOn('07-05')))).toEqual([]);
    expect(codes(approved({ answerBy: null }), to(endOn('07-05')))).toEqual([]);
    const answersLater = must(approved().snapshot, change(on('06-20'), { of: 'answer', dueAt: endOn('07-10') }));
    expect(codes(answersLater, to(endOn('07-05')))).toEqual([]);
    const answersFirst = change(on('06-20'), { of: 'answer', dueAt: endOn('06-24') });
    expect(codes(approved(), answersFirst)).toEqual(['OPENING_AFTER_ANSWER']);
  });

  it('leaves nominations on their own day when an opening moved away is moved back', () => {
    const { snapshot } = approved({ nominationsFrom: startOn('06-28') });
    const { approved: before } = snapshot.context;
    const away = must(snapshot, change(on('06-20'), { of: 'opening', dueAt: startOn('07-03') }));
    expect(away.snapshot.context.approved).toMatchObject({ nominationsFrom: startOn('07-03') });
    const back = must(away.snapshot, change(on('06-21'), { of: 'opening', dueAt: startOn('06-26') }));
    expect(back.snapshot.context.approved).toEqual(before);
  });

  it('from whoever may not: units and the body in charge never, the secretary only for dates', () => {
    const later = change(on('07-20'), { of: 'closing', dueAt: endOn('08-05') });
    const suspend = event('round.suspend', on('07-20'));
    for (const [actor, as] of [
      [reviewer, 'reviewer'],
      [clerk, 'unitClerk'],
      [headOf('u-cdc'), 'unitHead'],
    ] as const) {
      expect(codes(opening(), by(actor, as, later))).toEqual(['NOT_YOUR_ROLE']);
      expect(codes(opening(), by(actor, as, suspend))).toEqual(['NOT_YOUR_ROLE']);
    }
    for (const [actor, as] of [
      [director, 'approvingAuthority'],
      [admin, 'administrator'],
    ] as const) {
      expect(codes(opening(), by(actor, as, later))).toEqual([]);
      expect(codes(opening(), by(actor, as, suspend))).toEqual([]);
    }
  });

  it('never for having acted in another capacity: it reaches the nominations too, where that does not count', () => {
    const both = { ...director, roles: [...director.roles, ...admin.roles] };
    const { snapshot } = must(reviewing().snapshot, by(both, 'approvingAuthority', event('plan.approve', on('06-17'))));
    expect(codes({ ...approved(), snapshot }, by(both, 'administrator', event('round.suspend', on('06-18'))))).toEqual(
      [],
    );
  });
});

describe('who is told of a change', () => {
  it('includes the units only once the movement has been launched to them', () => {
    const told = (stage: RoundApplied, at: string) =>
      must(stage.snapshot, event('round.cancel', at)).notices.map(({ to }) => to);
    expect(told(approved(), on('06-18'))).toEqual(['bodyInCharge', 'standingBody']);
    expect(told(opening(), on('06-27'))).toEqual(['units', 'bodyInCharge', 'standingBody']);
  });

  it('is, of a stage’s reminders, its owner alone: they hang on the open matter', () => {
    const plan = { ...inputOf().plan, appraisal: { withinDays: 15, remindBefore: [3, 1] } };
    expect(appraising(inputOf({ plan })).workItems).toMatchObject([{ remindAt: [on('08-09', 8), on('08-11', 8)] }]);
  });
});
