import { describe, expect, it } from 'vitest';
import { roundStateNames } from '../../../contract/roundStates.ts';
import type { RoundApplied } from '../../../machines/round/interpreter.ts';
import { applyRound, isRoundDone, roundDeadlinesOf, roundWakeAt } from '../../../machines/round/interpreter.ts';
import { roundModel } from '../../../machines/round/model.ts';
import {
  appraising,
  approved,
  codes,
  counts,
  endOn,
  event,
  must,
  on,
  opened,
  plus,
  reviewing,
  run,
  startOn,
} from './support/fixture.ts';

const dayMs = 86_400_000;
const suspend = ({ snapshot }: RoundApplied, at: string) => must(snapshot, event('round.suspend', at));
const resume = ({ snapshot }: RoundApplied, at: string) => must(snapshot, event('round.resume', at));
const done = (left: object) => event('stage.complete', on('08-01'), { counts: counts(left) });

/** One round in every state that can be suspended, at an instant at which it stands there. */
const standing: [string, () => RoundApplied, string][] = [
  ['planning', () => run([]), on('06-16')],
  ['planReview', reviewing, on('06-18')],
  ['approved', approved, on('06-20')],
  ['open', opened, on('06-30')],
  ['appraisal', appraising, on('08-02')],
  ['council', () => must(appraising().snapshot, done({ council: 1 })), on('08-02')],
  [
    'decision',
    () => must(must(appraising().snapshot, done({ council: 1 })).snapshot, done({ decision: 1 })),
    on('08-02'),
  ],
  [
    'published',
    () =>
      must(
        must(must(appraising().snapshot, done({ council: 1 })).snapshot, done({ decision: 1 })).snapshot,
        done({ published: 1 }),
      ),
    on('08-02'),
  ],
];

describe.each(standing)('a round suspended in %s', (state, stage, at) => {
  it('keeps what was left of every clock, and goes on where it was', () => {
    const before = stage();
    const paused = suspend(before, at);
    expect(paused).toMatchObject({ from: state, to: 'suspended' });
    const later = plus(at, 10 * dayMs);
    const after = resume(paused, later);
    expect(after).toMatchObject({ from: 'suspended', to: state });
    expect(after.snapshot.context.suspension).toBeNull();
    const left = (round: RoundApplied, now: string) =>
      round.snapshot.context.deadlines.map(({ name, dueAt }) => [name, Date.parse(dueAt) - Date.parse(now)]);
    expect(left(after, later)).toEqual(left(before, at));
  });

  it('has a review of its own, seen by the standing body and the authority', () => {
    expect(suspend(stage(), at).workItems.map(({ key, queue }) => [key, queue])).toEqual([
      ['suspended', 'councilSecretary@b-vanPhong'],
      ['suspended:approvingAuthority', 'approvingAuthority@a-soYTe'],
    ]);
  });

  it('takes nothing but an end of the suspension, a change of dates, and its own lateness', () => {
    const paused = suspend(stage(), at);
    const open = new Set(['round.resume', 'round.cancel', 'deadline.change', 'deadline.pass']);
    for (const type of new Set(roundModel.edges.map((edge) => edge.type)))
      expect(codes(paused, event(type, on('12-30'))).includes('ROUND_SUSPENDED'), type).toBe(!open.has(type));
  });

  it('may be cancelled from there and from where it was', () => {
    for (const round of [stage(), suspend(stage(), at)]) {
      const over = must(round.snapshot, event('round.cancel', at));
      expect(over).toMatchObject({ to: 'cancelled', workItems: [] });
      expect(over.snapshot.context.suspension).toBeNull();
      expect(roundWakeAt(over.snapshot)).toBeNull();
      expect(isRoundDone(over.snapshot)).toBe(true);
      for (const { type } of roundModel.edges) expect(applyRound(over.snapshot, event(type, on('12-30')))).toBeNull();
    }
  });
});

describe('the window of a suspended round', () => {
  it('is tried in every state that goes on', () => {
    expect(standing.map(([state]) => state)).toEqual(
      roundStateNames.filter((state) => roundModel.groups.running.includes(state)),
    );
  });

  it('moves by the length of the suspension before the launch, as a whole', () => {
    const after = resume(suspend(approved(), on('06-20')), on('06-30'));
    expect(after.snapshot.context.approved).toMatchObject({
      opensAt: startOn('07-06'),
      nominationsFrom: startOn('07-06'),
      closesAt: endOn('08-06'),
      answerBy: endOn('07-15'),
    });
    expect(applyRound(after.snapshot, event('deadline.pass', plus(startOn('07-06'), -1)))).toBeNull();
    expect(must(after.snapshot, event('deadline.pass', startOn('07-06'))).to).toBe('open');
  });

  it('moves as far as it was still ahead: what had begun or ended stays', () => {
    const stage = ['07-08', '08-05'].reduce(
      (round, day, index) =>
        must(
          round.snapshot,
          event('deadline.change', on('07-01'), {
            of: 'closing',
            dueAt: endOn(day),
            unit: ['u-cdc', 'u-district'][index],
          }),
        ),
      opened({ answerBy: null }),
    );
    const after = resume(suspend(stage, on('07-10')), on('07-15'));
    expect(after.snapshot.context).toMatchObject({
      approved: { opensAt: startOn('06-26'), nominationsFrom: startOn('06-26'), closesAt: endOn('08-01') },
      unitWindows: { 'u-cdc': endOn('07-08'), 'u-district': endOn('08-10') },
    });
    expect(after.workItems).toMatchObject([{ key: 'open', dueAt: endOn('08-10') }]);
  });

  it('moves while it stands still as if it had been moved before', () => {
    const paused = suspend(opened({ answerBy: null }), on('07-10'));
    const changed = must(
      paused.snapshot,
      event('deadline.change', on('07-12'), { of: 'closing', dueAt: endOn('07-31') }),
    );
    expect(changed.to).toBe('suspended');
    expect(roundDeadlinesOf(changed.snapshot)).toMatchObject([
      { name: 'suspension', paused: false },
      { name: 'closing', dueAt: endOn('07-31'), paused: true },
    ]);
    expect(resume(changed, on('07-15')).snapshot.context.approved?.closesAt).toBe(endOn('08-05'));
  });

  it('moves while it stands still to any instant after the one at which it stands, whatever the time is now', () => {
    const paused = suspend(opened({ answerBy: null }), on('07-05'));
    const to = (dueAt: string) => event('deadline.change', on('08-20'), { of: 'closing', dueAt });
    expect(codes(paused, to(on('07-05')))).toEqual(['DUE_NOT_AHEAD']);
    expect(codes(paused, to(plus(on('07-05'), 1)))).toEqual([]);
    const changed = must(paused.snapshot, to(endOn('07-30')));
    const after = resume(changed, on('09-05'));
    expect(after.snapshot.context.approved?.closesAt).toBe(endOn('09-30'));
    // The review of the suspension itself does not stand still.
    const review = event('deadline.change', on('08-20'), { of: 'suspension', dueAt: endOn('07-30') });
    expect(codes(paused, review)).toEqual(['DUE_NOT_AHEAD']);
  });

  it('is over at once when it was over before', () => {
    const paused = suspend(opened({ answerBy: null }), on('07-29'));
    const after = resume(paused, on('08-10'));
    expect(roundWakeAt(after.snapshot)).toBe(endOn('07-27'));
    expect(must(after.snapshot, event('deadline.pass', on('08-10'))).to).toBe('appraisal');
  });
});

describe('the suspension itself', () => {
  it('escalates when nobody ends it, may be extended, and can be neither doubled nor ended twice', () => {
    const paused = suspend(opened(), on('06-30'));
    const late = must(paused.snapshot, event('deadline.pass', on('08-01')));
    expect(late).toMatchObject({ to: 'suspended', workItems: [{ level: 1 }, { level: 1 }] });
    const extended = must(
      paused.snapshot,
      event('deadline.change', on('07-01'), { of: 'suspension', dueAt: endOn('09-30') }),
    );
    expect(extended.workItems).toMatchObject([{ dueAt: endOn('09-30') }, { dueAt: endOn('09-30') }]);
    expect(codes(paused, event('round.suspend', on('07-01')))).toEqual(['ROUND_SUSPENDED']);
    expect(codes(opened(), event('round.resume', on('07-01')))).toEqual(['NOT_NOW']);
  });

  it('leaves an overdue duty overdue, and its escalation starts anew', () => {
    const overdue = must(appraising().snapshot, event('deadline.pass', on('08-20')));
    const after = resume(suspend(overdue, on('08-21')), on('08-25'));
    expect(after.workItems).toMatchObject([{ key: 'appraisal', level: 0 }]);
    expect(must(after.snapshot, event('deadline.pass', on('08-25'))).workItems).toMatchObject([{ level: 1 }]);
  });
});
