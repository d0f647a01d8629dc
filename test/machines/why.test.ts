import { describe, expect, it } from 'vitest';
import { actTypes, changeTypes } from '../../contract/events.ts';
import { begin } from '../../machines/interpreter.ts';
import { why } from '../../machines/why.ts';
import { ofRound } from './support/changes.ts';
import { day, honest, inputOf, must, run } from './support/fixture.ts';
import * as people from './support/people.ts';

const reviewing = () => run([honest('draft.signOff', day(1))]).snapshot;
const appraising = () =>
  run([honest('draft.signOff', day(1)), honest('appraisal.request', day(2)), honest('appraisal.give', day(3))])
    .snapshot;
const codesOf = (answer: ReturnType<typeof why>) => answer.refusals.map((refusal) => refusal.code);

describe('why', () => {
  it('allows without asking what the form will say', () => {
    const answer = why(reviewing(), 'review.return', people.reviewer, day(2));
    expect(answer).toMatchObject({
      allowed: true,
      refusals: [],
      as: 'reviewer',
      reason: 'required',
      form: ['items', 'dueOn'],
      label: { vi: 'Trả hồ sơ để bổ sung' },
      who: [{ role: 'reviewer', bodies: ['b-nghiepVu'] }],
    });
  });

  it('answers for every act in every capacity, whatever the state', () => {
    for (const snapshot of [begin(inputOf()).snapshot, reviewing(), appraising()]) {
      for (const type of [...actTypes, 'deadline.pass'] as const) {
        for (const actor of people.everybody) {
          const answer = why(snapshot, type, actor, day(4));
          expect(answer.allowed).toBe(answer.refusals.length === 0);
          expect(actor === people.admin && answer.allowed).toBe(false);
        }
      }
    }
  });

  it('chooses the capacity that is allowed, or comes nearest', () => {
    const draft = begin(inputOf()).snapshot;
    expect(why(draft, 'draft.amend', people.manyHats, day(1))).toMatchObject({ allowed: true, as: 'unitClerk' });
    const asHead = run([honest('draft.signOff', day(1))]).snapshot;
    expect(why(asHead, 'nomination.withdraw', { ...people.manyHats, personId: 'p-head' }, day(2))).toMatchObject({
      allowed: true,
      as: 'unitHead',
    });
  });

  it('says what stands in the way', () => {
    expect(codesOf(why(reviewing(), 'authority.award', people.director, day(2)))).toEqual(['NOT_NOW']);
    expect(why(reviewing(), 'authority.award', people.director, day(2)).refusals[0]?.detail).toEqual({
      state: 'departmentReview',
      event: 'authority.award',
      possibleIn: 'authorityDecision,submittedUp',
    });
    expect(codesOf(why(reviewing(), 'review.return', people.clerk, day(2)))).toEqual(['NOT_YOUR_ROLE']);
    expect(codesOf(why(reviewing(), 'review.return', people.strangerReviewer, day(2)))).toEqual(['NOT_YOUR_BODY']);
    expect(codesOf(why(begin(inputOf()).snapshot, 'draft.signOff', people.head, day(40)))).toEqual(['PAST_DEADLINE']);
    expect(codesOf(why(begin(inputOf()).snapshot, 'deadline.pass', people.head, day(40)))).toEqual(['NOT_YOUR_ROLE']);
  });

  it('answers for changes of the round, by the authorities reached', () => {
    for (const type of changeTypes) {
      const answer = why(reviewing(), type, people.admin, day(2));
      expect([type, answer.allowed, answer.as]).toEqual([type, type !== 'round.resume', 'administrator']);
      expect(answer.who.at(-1)).toEqual({ role: 'administrator', bodies: ['a-soYTe'] });
      expect(codesOf(why(reviewing(), type, people.clerk, day(2)))).toContain('NOT_YOUR_ROLE');
    }
    const suspended = must(reviewing(), ofRound('round.suspend', day(2))).snapshot;
    expect(why(suspended, 'round.resume', people.director, day(3))).toMatchObject({
      allowed: true,
      as: 'approvingAuthority',
    });
    expect(codesOf(why(suspended, 'review.shortlist', people.reviewer, day(3)))).toEqual(['ROUND_SUSPENDED']);
  });

  it('knows whose opinion is still awaited', () => {
    expect(why(appraising(), 'appraisal.give', people.appraiserB, day(4))).toMatchObject({
      allowed: true,
      who: [{ role: 'appraiser', bodies: ['d-prevention'] }],
    });
    expect(codesOf(why(appraising(), 'appraisal.give', people.appraiserA, day(4)))).toEqual(['OPINION_ALREADY_GIVEN']);
  });
});
