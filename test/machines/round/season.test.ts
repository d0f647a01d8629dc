import { describe, expect, it } from 'vitest';
import type { RoundApplied } from '../../../machines/round/interpreter.ts';
import { applyRound, roundWakeAt } from '../../../machines/round/interpreter.ts';
import { person } from '../support/people.ts';
import {
  approved,
  begunAt,
  by,
  clerkOf,
  codes,
  endOn,
  event,
  hash,
  headOf,
  inputOf,
  must,
  on,
  opened,
  planOf,
  plus,
  run,
  startOn,
  units,
} from './support/fixture.ts';

const pass = (at: string) => event('deadline.pass', at);
const answerOf = (unit: string, at: string, takesPart = true) =>
  by(headOf(unit), 'unitHead', event('unit.answer', at, { unit, takesPart }));

describe('the opening', () => {
  it('comes with the first instant of the day and not a millisecond before', () => {
    const { snapshot } = approved();
    expect(roundWakeAt(snapshot)).toBe(startOn('06-26'));
    expect(applyRound(snapshot, pass(plus(startOn('06-26'), -1)))).toBeNull();
    const { to, notices } = must(snapshot, pass(startOn('06-26')));
    expect(to).toBe('open');
    expect(notices.map(({ template, to: told }) => `${template}>${told}`)).toEqual([
      'round.open>units',
      'round.open>bodyInCharge',
      'round.open>standingBody',
    ]);
  });

  it('comes at once when the plan is approved after it (D10): the letter of 01/7 for 26/6', () => {
    const late = run([event('plan.submit', on('07-01')), event('plan.approve', on('07-01', 10))]);
    expect(late.to).toBe('approved');
    const launched = must(late.snapshot, pass(on('07-01', 10)));
    expect(launched.to).toBe('open');
    expect(launched.snapshot.context).toMatchObject({
      openedAt: on('07-01', 10),
      approved: { opensAt: startOn('06-26') },
    });
  });

  it('asks every unit for its answer, when the plan says by when', () => {
    expect(opened().workItems.map(({ key, queue, dueAt }) => [key, queue, dueAt])).toEqual([
      ...units.map((unit) => [`answer:${unit}`, `unitHead@${unit}`, endOn('07-05')]),
      ['open', 'councilSecretary@b-vanPhong', endOn('07-27')],
    ]);
    expect(opened({ answerBy: null }).workItems.map(({ key }) => key)).toEqual(['open']);
    const nobody = inputOf({ bodies: { ...inputOf().bodies, units: [] } });
    expect(opened({}, nobody).workItems.map(({ key }) => key)).toEqual(['open']);
  });

  it('has its reminders before the closing, at eight in the morning', () => {
    expect(opened().workItems.at(-1)?.remindAt).toEqual([on('07-24', 8)]);
  });
});

describe('the units', () => {
  it('answer through their own head, and the last answer ends the waiting', () => {
    const own = answerOf('u-hospital', on('06-27'));
    expect(codes(opened(), by(headOf('u-district'), 'unitHead', own))).toEqual(['NOT_YOUR_BODY']);
    expect(codes(opened(), by(clerkOf('u-hospital'), 'unitClerk', own))).toEqual(['NOT_YOUR_ROLE']);
    let last = opened();
    for (const unit of units) last = must(last.snapshot, answerOf(unit, on('06-27')));
    expect(last.workItems.map(({ key }) => key)).toEqual(['open']);
    // An answer may change, and then nobody is waited for either.
    last = must(last.snapshot, answerOf('u-cdc', on('06-28'), false));
    expect(last.snapshot.context.answers['u-cdc']).toEqual({ at: on('06-28'), takesPart: false });
    expect(last.workItems.map(({ key }) => key)).toEqual(['open']);
    expect(last.notices).toEqual([{ template: 'unit.answer', to: 'bodyInCharge' }]);
  });

  it('are unknown when the movement was not launched to them', () => {
    const other = by(headOf('u-other'), 'unitHead', event('unit.answer', on('06-27'), { unit: 'u-other' }));
    expect(codes(opened(), other)).toEqual(['UNIT_UNKNOWN']);
  });

  it('register and sign covenants, unless they have said they take no part', () => {
    const register = event('unit.register', on('06-27'), { nominees: 12 });
    const covenant = by(headOf('u-hospital'), 'unitHead', event('unit.signCovenant', on('06-27')));
    const { snapshot, notices } = must(must(opened().snapshot, register).snapshot, covenant);
    expect(snapshot.context).toMatchObject({ registrations: 12, covenants: 1 });
    expect(notices).toEqual([]);
    const no = must(opened().snapshot, answerOf('u-hospital', on('06-27'), false));
    expect(codes(no, register)).toEqual(['UNIT_NOT_TAKING_PART']);
    expect(codes(no, covenant)).toEqual(['UNIT_NOT_TAKING_PART']);
    const yes = must(no.snapshot, answerOf('u-hospital', on('06-28')));
    expect(codes(yes, register)).toEqual([]);
  });

  it('may be the body in charge of the movement as well', () => {
    const body = { ...inputOf().bodies, inCharge: 'u-cdc' };
    const both = person('p-cdc', 'u-cdc', ['reviewer', 'u-cdc'], ['unitHead', 'u-cdc']);
    const submitted = run([by(both, 'reviewer', event('plan.submit', on('06-16')))], inputOf({ bodies: body }));
    const { snapshot } = must(submitted.snapshot, event('plan.approve', on('06-17')));
    const launched = must(snapshot, pass(startOn('06-26')));
    expect(must(launched.snapshot, by(both, 'unitHead', answerOf('u-cdc', on('06-27')))).to).toBe('open');
  });

  it('are escalated each when they have not answered, and only they', () => {
    const one = must(opened().snapshot, answerOf('u-hospital', on('06-27')));
    expect(applyRound(one.snapshot, pass(endOn('07-05')))).toBeNull();
    const late = must(one.snapshot, pass(startOn('07-06')));
    expect(late.to).toBe('open');
    expect(late.workItems.map(({ key, level }) => [key, level])).toEqual([
      ['answer:u-district', 1],
      ['answer:u-cdc', 1],
      ['open', 0],
    ]);
    expect(late.notices.map(({ to }) => to)).toEqual(['unansweredUnits', 'escalation']);
    expect(must(late.snapshot, answerOf('u-cdc', on('07-06'))).late).toBe(true);
  });
});

describe('the closing', () => {
  it('comes after the last millisecond of the window; until then unit acts are in time, after it they are not', () => {
    const { snapshot } = opened({ answerBy: null });
    const last = endOn('07-27');
    expect(applyRound(snapshot, pass(last))).toBeNull();
    expect(applyRound(snapshot, event('unit.register', last))?.to).toBe('open');
    expect(codes({ ...opened(), snapshot }, event('unit.register', plus(last, 1)))).toEqual(['PAST_DEADLINE']);
    const closed = must(snapshot, pass(plus(last, 1)));
    expect(closed.to).toBe('appraisal');
    expect(closed.notices.map(({ template, to }) => `${template}>${to}`)).toEqual([
      'round.closing>bodyInCharge',
      'round.closing>standingBody',
    ]);
    expect(codes(closed, event('unit.register', last))).toEqual(['NOT_NOW']);
  });

  it('handles one deadline at a time, the soonest, and a tie in the order of the season', () => {
    const { snapshot } = opened({ answerBy: endOn('07-27') });
    const first = must(snapshot, pass(on('08-10')));
    expect(first).toMatchObject({ to: 'open', notices: [{ template: 'round.escalated' }, {}] });
    expect(must(first.snapshot, pass(on('08-10'))).to).toBe('appraisal');
  });

  it('meets the opening of the next phase without gap or overlap: 27/7 and 28/7', () => {
    const one = opened({ answerBy: null }).snapshot;
    const two = approved({
      opensAt: startOn('07-28'),
      nominationsFrom: startOn('07-28'),
      closesAt: endOn('12-31'),
    }).snapshot;
    for (const offset of [-2, -1, 0, 1, 2]) {
      const at = plus(startOn('07-28'), offset);
      const oneTakes = applyRound(one, pass(at)) === null;
      const twoTakes = applyRound(two, pass(at)) !== null;
      expect([oneTakes, twoTakes], String(offset)).toEqual(offset < 0 ? [true, false] : [false, true]);
    }
  });
});

describe('a movement that stalls', () => {
  const stall = (at: string) => event('movement.stall', at);
  const from = startOn('07-10');

  it('is one in which nobody has acted for the days of its rule, to the millisecond', () => {
    expect(codes(opened(), stall(plus(from, -1)))).toEqual(['NOT_STALLED']);
    const stalled = must(opened().snapshot, stall(from));
    expect(stalled).toMatchObject({ from: 'open', to: 'open' });
    expect(stalled.notices.map(({ to }) => to)).toEqual(['bodyInCharge', 'standingBody', 'approvingAuthority']);
    expect(stalled.workItems.at(-1)).toMatchObject({
      key: 'stalled',
      queue: 'councilSecretary@b-vanPhong',
      dueAt: endOn('07-13'),
    });
    expect(codes(stalled, stall(plus(from, 1)))).toEqual(['NOT_STALLED']);
  });

  it('is roused by any act of a unit', () => {
    const acts = [
      answerOf('u-cdc', on('07-11')),
      event('unit.register', on('07-11')),
      event('unit.signCovenant', on('07-11')),
    ];
    for (const act of acts) {
      const roused = must(must(opened().snapshot, stall(from)).snapshot, act);
      expect(roused.workItems.some(({ key }) => key === 'stalled')).toBe(false);
      expect(codes(roused, stall(on('07-12')))).toEqual(['NOT_STALLED']);
    }
  });

  it('is not helped by answers that take no part, and not sought where there is no rule', () => {
    const no = must(opened().snapshot, answerOf('u-cdc', on('06-27'), false));
    expect(codes(no, stall(from))).toEqual([]);
    expect(codes(opened({}, inputOf({ stalledAfterDays: null })), stall(on('07-20')))).toEqual(['NOT_STALLED']);
    expect(codes(approved(), stall(on('07-20')))).toEqual(['NOT_NOW']);
  });

  it('stays found so, and raises no second alert, when a unit answers that it takes no part', () => {
    const stalled = must(opened().snapshot, stall(from));
    const declined = must(stalled.snapshot, answerOf('u-cdc', on('07-11'), false));
    expect(declined.snapshot.context.stalledSince).toBe(from);
    expect(declined.workItems.some(({ key }) => key === 'stalled')).toBe(true);
    expect(codes(declined, stall(on('07-12')))).toEqual(['NOT_STALLED']);
  });

  it('counts only the days on which the round runs', () => {
    const paused = (stage: RoundApplied, day: string) => must(stage.snapshot, event('round.suspend', startOn(day)));
    const resumed = (stage: RoundApplied, day: string) => must(stage.snapshot, event('round.resume', startOn(day)));
    // Two days, and after 22 that it stood still, twelve more; then eleven with another day still.
    const once = resumed(paused(opened(), '06-28'), '07-20');
    expect(codes(once, stall(plus(startOn('08-01'), -1)))).toEqual(['NOT_STALLED']);
    expect(codes(once, stall(startOn('08-01')))).toEqual([]);
    const twice = resumed(paused(once, '07-22'), '07-23');
    expect(codes(twice, stall(plus(startOn('08-02'), -1)))).toEqual(['NOT_STALLED']);
    expect(codes(twice, stall(startOn('08-02')))).toEqual([]);
  });

  it('does not count a suspension from before the launch twice', () => {
    const paused = must(approved().snapshot, event('round.suspend', startOn('06-20')));
    const { snapshot } = must(paused.snapshot, event('round.resume', startOn('06-30')));
    const launched = must(snapshot, pass(startOn('07-06')));
    expect(codes(launched, stall(startOn('07-20')))).toEqual([]);
    expect(codes(launched, stall(plus(startOn('07-20'), -1)))).toEqual(['NOT_STALLED']);
  });

  it('counts from the launch itself when that came after the planned day', () => {
    const late = run([
      event('plan.submit', begunAt),
      event('plan.approve', on('07-01'), { planHash: hash }),
      pass(on('07-02')),
    ]);
    expect(planOf().opensAt).toBe(startOn('06-26'));
    expect(codes(late, stall(plus(on('07-16'), -1)))).toEqual(['NOT_STALLED']);
    expect(codes(late, stall(on('07-16')))).toEqual([]);
  });

  it('is overtaken by the end of the window', () => {
    const stalled = must(opened({ answerBy: null }).snapshot, stall(on('07-27')));
    expect(stalled.workItems.at(-1)).toMatchObject({ key: 'stalled', dueAt: endOn('07-27') });
    const over = must(stalled.snapshot, pass(startOn('07-28')));
    expect(over.snapshot.context.stalledSince).toBeNull();
    expect(over.workItems.map(({ key }) => key)).toEqual(['appraisal']);
  });
});
