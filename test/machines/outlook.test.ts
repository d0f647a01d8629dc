import { describe, expect, it } from 'vitest';
import { deadlinesOf, openStages } from '../../machines/outlook.ts';
import { ofRound } from './support/changes.ts';
import { day, honest, inputOf, must, run } from './support/fixture.ts';

const signedOff = (input = inputOf()) => run([honest('draft.signOff', day(1))], input).snapshot;
const everything = [
  'draft',
  'supplement',
  'revival',
  'review',
  'appraisal',
  'council',
  'decision',
  'higherDecision',
  'publication',
  'closing',
  'hold',
];

describe('openStages', () => {
  it('names every stage while everything may still come', () => {
    expect(openStages(run([]).snapshot)).toEqual(everything);
    expect(openStages(signedOff())).toEqual(everything);
  });

  it('leaves out what the road, the tiers or the returns do not allow', () => {
    expect(openStages(signedOff(inputOf({ road: 'simplified' })))).toEqual(
      everything.filter((name) => name !== 'council'),
    );
    const oneTier = inputOf({ bodies: { ...inputOf().bodies, authorities: ['a-soYTe'] } });
    expect(openStages(signedOff(oneTier))).toEqual(everything.filter((name) => name !== 'higherDecision'));
    expect(openStages(signedOff(inputOf({ maxReturns: 0 })))).toEqual(
      everything.filter((name) => name !== 'supplement'),
    );
  });

  it('follows a held nomination back to where it was held', () => {
    const held = must(signedOff(), honest('nomination.hold', day(2))).snapshot;
    expect(openStages(held)).toEqual(everything);
  });

  it('shrinks to the end, where only the review of a suspension may come', () => {
    const awarded = run([
      honest('draft.signOff', day(1)),
      honest('review.shortlist', day(2)),
      honest('council.recommend', day(3)),
      honest('authority.award', day(4)),
    ]).snapshot;
    expect(openStages(awarded)).toEqual(['closing', 'hold']);
    const published = must(awarded, honest('result.publish', day(5))).snapshot;
    expect(openStages(published)).toEqual(['hold']);
    expect(openStages(must(published, ofRound('round.cancel', day(6))).snapshot)).toEqual([]);
  });
});

describe('deadlinesOf', () => {
  it('gives what runs, then what stands still, the last one stopped first', () => {
    const held = must(signedOff(), honest('nomination.hold', day(2))).snapshot;
    const suspended = must(held, ofRound('round.suspend', day(5))).snapshot;
    const [hold, review] = deadlinesOf(held);
    expect(deadlinesOf(suspended)).toEqual([
      { name: 'hold', dueAt: suspended.context.deadline?.dueAt, paused: false, provisional: false },
      { ...hold, paused: true },
      review,
    ]);
    expect(review).toEqual({
      name: 'review',
      dueAt: signedOff().context.deadline?.dueAt,
      paused: true,
      provisional: false,
    });
  });
});
