import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfDay } from '../../contract/calendarDay.ts';
import type { NominationEvent } from '../../contract/events.ts';
import { actTypes } from '../../contract/events.ts';
import type { Applied } from '../../machines/interpreter.ts';
import { apply, persist, restore, wakeAt } from '../../machines/interpreter.ts';
import { deadlinesOf } from '../../machines/outlook.ts';
import { why } from '../../machines/why.ts';
import { changeDue, ofRound, withRules } from './support/changes.ts';
import { codes, day, honest, inputOf, later, must, pass, run } from './support/fixture.ts';
import * as people from './support/people.ts';

const dayMs = 86_400_000;
const suspend = (at: string) => ofRound('round.suspend', at);
const resume = (at: string) => ofRound('round.resume', at);
const draft = () => run([]).snapshot;
const signedOff = () => run([honest('draft.signOff', day(1))]).snapshot;
const published = () =>
  run([
    honest('draft.signOff', day(1)),
    honest('review.shortlist', day(2)),
    honest('council.recommend', day(3)),
    honest('authority.award', day(4)),
    honest('result.publish', day(5)),
  ]).snapshot;
const withdrawn = () => must(draft(), honest('nomination.withdraw', day(2))).snapshot;
const returned = () => must(signedOff(), honest('review.return', day(2))).snapshot;

describe('while its round is suspended', () => {
  it('a nomination keeps its state, and an owner with a due time and a next step', () => {
    const suspended = must(draft(), suspend(day(3)));
    expect(suspended).toMatchObject({ from: 'draft', to: 'draft', revision: 2 });
    const review = endOfDay('2021-05-03');
    expect(suspended.snapshot.context).toMatchObject({
      suspension: { since: day(3), paused: { name: 'draft' } },
      deadline: { name: 'hold', dueAt: review, startedAt: day(3) },
    });
    expect(suspended.workItems).toEqual([
      {
        key: 'draft',
        queue: 'councilSecretary@b-vanPhong',
        dueAt: review,
        nextEscalationAt: review,
        level: 0,
        escalatedTo: null,
      },
    ]);
    expect(suspended.notices).toEqual(
      (['currentOwner', 'submittingUnit', 'unitHead'] as const).map((to) => ({ template: 'round.suspend', to })),
    );
    expect(deadlinesOf(suspended.snapshot)).toEqual([
      { name: 'hold', dueAt: review, paused: false, provisional: false },
      { name: 'draft', dueAt: endOfDay('2021-03-31'), paused: true, provisional: false },
    ]);
  });

  it.each([
    ['draft', draft],
    ['returned', returned],
    ['withdrawn', withdrawn],
    ['published', published],
    ['departmentReview', signedOff],
  ] as const)('nothing ends in %s: what runs out only escalates', (state, at) => {
    let now = must(at(), suspend(day(6)));
    for (const level of [1, 2, 2]) {
      now = must(now.snapshot, pass(later(wakeAt(now.snapshot))));
      expect(now).toMatchObject({ to: state, workItems: [{ level, key: state }] });
      expect(now.notices.map((notice) => notice.template)).toEqual(['deadline.escalated', 'deadline.escalated']);
    }
    expect(must(now.snapshot, resume(day(200))).workItems.map((item) => item.level)).not.toContain(2);
  });

  it('every act is refused, by whom and in what state ever', () => {
    for (const snapshot of [draft(), returned(), withdrawn(), published(), signedOff()]) {
      const { snapshot: suspended } = must(snapshot, suspend(day(6)));
      for (const type of actTypes) {
        const event = honest(type, day(7));
        expect(apply(suspended, event)).toBeNull();
        const refused = codes(suspended, event);
        expect(refused.includes('ROUND_SUSPENDED') || refused.includes('NOT_NOW'), `${type}: ${refused}`).toBe(true);
        expect(why(suspended, type, people.manyHats, day(7)).allowed).toBe(false);
      }
    }
    const held = must(must(signedOff(), honest('nomination.hold', day(2))).snapshot, suspend(day(3))).snapshot;
    expect(codes(held, honest('nomination.resume', day(4)))).toEqual(['ROUND_SUSPENDED']);
  });

  it('it cannot be suspended again, nor resumed when it is not', () => {
    const suspended = must(draft(), suspend(day(3))).snapshot;
    expect(codes(suspended, suspend(day(4)))).toEqual(['NOTHING_TO_CHANGE']);
    expect(codes(draft(), resume(day(4)))).toEqual(['NOTHING_TO_CHANGE']);
    const resumed = must(suspended, resume(day(4))).snapshot;
    expect(codes(resumed, resume(day(5)))).toEqual(['NOTHING_TO_CHANGE']);
    expect(must(resumed, suspend(day(6))).revision).toBe(4);
  });

  it('it may be cancelled with its round, from wherever it stands', () => {
    const held = must(signedOff(), honest('nomination.hold', day(2))).snapshot;
    for (const snapshot of [
      draft(),
      returned(),
      withdrawn(),
      published(),
      held,
      must(held, suspend(day(3))).snapshot,
    ]) {
      const cancelled = must(snapshot, ofRound('round.cancel', day(6)));
      expect(cancelled).toMatchObject({ to: 'cancelled', workItems: [] });
      expect(cancelled.notices.map((notice) => notice.to)).toEqual([
        'submittingUnit',
        'unitHead',
        'bodyInCharge',
        'nominee',
      ]);
      expect([wakeAt(cancelled.snapshot), deadlinesOf(cancelled.snapshot)]).toEqual([null, []]);
      expect(codes(cancelled.snapshot, resume(day(7)))).toEqual(['NOT_NOW']);
    }
  });
});

describe('when its round goes on', () => {
  it('has what was left, grace and reminders from the new day', () => {
    const input = withRules({
      draft: { on: endOfDay('2021-03-31'), grace: { kind: 'soft', days: 2 }, remindBefore: [1, 40] },
    });
    const suspended = must(run([], input).snapshot, suspend(day(10))).snapshot;
    const resumed = must(suspended, resume(day(20)));
    expect(resumed.snapshot.context).toMatchObject({ suspension: null });
    expect(resumed.snapshot.context.deadline).toEqual({
      name: 'draft',
      dueAt: endOfDay('2021-04-10'),
      wakeAt: endOfDay('2021-04-12'),
      level: 0,
      startedAt: day(20),
      grace: { kind: 'soft', endsAt: endOfDay('2021-04-12') },
      remindAt: ['2021-04-09T01:00:00.000Z'],
    });
    expect(resumed.workItems.map((item) => item.queue)).toEqual(['unitClerk@u-hospital', 'unitHead@u-hospital']);
  });

  it('has the whole window moved, for a draft withdrawn meanwhile or later', () => {
    const resumed = must(must(draft(), suspend(day(10))).snapshot, resume(day(20))).snapshot;
    const back = must(resumed, honest('nomination.withdraw', day(32))).snapshot;
    expect(must(back, honest('nomination.revive', day(35))).snapshot.context.deadline?.dueAt).toBe(
      endOfDay('2021-04-10'),
    );
    const aside = must(must(withdrawn(), suspend(day(10))).snapshot, resume(day(20))).snapshot;
    expect(aside.context.deadline).toMatchObject({ name: 'revival', dueAt: endOfDay('2021-03-28') });
    expect(must(aside, honest('nomination.revive', day(27))).snapshot.context.deadline?.dueAt).toBe(
      endOfDay('2021-04-10'),
    );
  });

  it('is overdue at once when it was, and nothing in time is lost', () => {
    const suspended = must(draft(), suspend(later(endOfDay('2021-03-31')))).snapshot;
    const resumed = must(suspended, resume(day(60)));
    expect(codes(resumed.snapshot, honest('draft.signOff', day(60)))).toEqual(['PAST_DEADLINE']);
    expect(must(resumed.snapshot, pass(later(day(60)))).to).toBe('expired');
  });

  it('has its awaited opinions due with the appraisal', () => {
    const asked = must(signedOff(), honest('appraisal.request', day(2))).snapshot;
    const resumed = must(must(asked, suspend(day(4))).snapshot, resume(day(14))).snapshot;
    expect(resumed.context.appraisals.map((each) => each.dueAt)).toEqual([day(19), day(19)]);
  });
});

describe('holds and suspensions in any order', () => {
  type Move = 'hold' | 'resume' | 'suspend' | 'goOn' | 'extendReview' | 'pass' | 'restart';
  const moves: readonly Move[] = ['hold', 'resume', 'suspend', 'goOn', 'extendReview', 'pass', 'restart'];

  /** What is left of the review, kept by hand: it runs down only while nothing stops it. */
  it('leave the review the time it had', () => {
    const step = fc.record({ move: fc.constantFrom(...moves), hours: fc.integer({ min: 0, max: 90 }) });
    let deepest = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 30, size: 'max' }), (steps) => {
        let now: Applied = run([honest('draft.signOff', day(1))], inputOf());
        let left = Date.parse(now.snapshot.context.deadline?.dueAt ?? '') - Date.parse(day(1));
        let clock = Date.parse(day(1));
        let [held, suspended] = [false, false];
        for (const { move, hours } of steps) {
          const at = new Date(clock + hours * 3_600_000).toISOString();
          const runs = !held && !suspended;
          const leftNow = left - (runs ? hours * 3_600_000 : 0);
          if (move === 'restart')
            now = { ...now, snapshot: restore(JSON.parse(JSON.stringify(persist(now.snapshot)))) };
          const applied = apply(now.snapshot, eventOf(move, at, now, leftNow));
          if (!applied) continue;
          [now, clock, left] = [applied, Date.parse(at), leftNow];
          if (move === 'extendReview') left += dayMs;
          if (move === 'hold') held = true;
          if (move === 'resume') held = false;
          if (move === 'suspend') suspended = true;
          if (move === 'goOn') suspended = false;
          deepest = Math.max(deepest, Number(held) + Number(suspended));
          const review = deadlinesOf(now.snapshot).find((each) => each.name === 'review');
          const standsAt = review?.paused ? stoppedAt(now) : clock;
          expect(Date.parse(review?.dueAt ?? '') - standsAt).toBe(left);
          expect(review?.paused).toBe(held || suspended);
          expect(now.to).toBe(held ? 'onHold' : 'departmentReview');
        }
      }),
      { numRuns: 1_500, seed: 20_210_330 },
    );
    expect(deepest).toBe(2);
  });

  function stoppedAt({ snapshot: { context } }: Applied): number {
    return Date.parse(context.hold?.since ?? context.suspension?.since ?? '');
  }

  function eventOf(move: Move, at: string, now: Applied, left: number): NominationEvent {
    const paused = deadlinesOf(now.snapshot).find((each) => each.name === 'review')?.paused;
    const standsAt = paused ? stoppedAt(now) : Date.parse(at);
    switch (move) {
      case 'hold':
        return honest('nomination.hold', at);
      case 'resume':
        return honest('nomination.resume', at);
      case 'suspend':
        return suspend(at);
      case 'goOn':
        return resume(at);
      case 'extendReview':
        return changeDue(at, { of: 'review', dueAt: new Date(standsAt + left + dayMs).toISOString() });
      default:
        return pass(at);
    }
  }
});
