import { describe, expect, it } from 'vitest';
import { roundRules } from '../../../machines/round/rules.ts';
import type { RoundRuleName } from '../../../machines/round/vocabulary.ts';
import { whyRound } from '../../../machines/round/why.ts';
import { director, everybody, person, reviewer, secretary } from '../support/people.ts';
import { approved, clerkOf, event, headOf, must, on, opened, reviewing, run } from './support/fixture.ts';

const codesOf = (answer: { refusals: { code: string }[] }) => answer.refusals.map(({ code }) => code);

describe('whyRound', () => {
  it('allows without asking what the form will say', () => {
    expect(whyRound(reviewing().snapshot, 'plan.return', director, on('06-17'))).toMatchObject({
      allowed: true,
      refusals: [],
      as: 'approvingAuthority',
      reason: 'required',
      label: { vi: 'Trả lại kế hoạch để hoàn thiện' },
      who: [{ role: 'approvingAuthority', bodies: ['a-soYTe'] }],
    });
    expect(whyRound(opened().snapshot, 'deadline.change', secretary, on('06-27')).allowed).toBe(true);
  });

  it('says what stands in the way', () => {
    const { snapshot } = opened();
    expect(codesOf(whyRound(snapshot, 'plan.submit', reviewer, on('06-27')))).toEqual(['NOT_NOW']);
    expect(codesOf(whyRound(snapshot, 'unit.answer', clerkOf('u-cdc'), on('06-27')))).toEqual(['NOT_YOUR_ROLE']);
    expect(codesOf(whyRound(snapshot, 'unit.answer', headOf('u-none'), on('06-27')))).toEqual(['NOT_YOUR_BODY']);
    expect(codesOf(whyRound(snapshot, 'unit.register', headOf('u-cdc'), on('07-28')))).toEqual(['PAST_DEADLINE']);
    expect(codesOf(whyRound(snapshot, 'movement.stall', secretary, on('07-20')))).toEqual(['NOT_YOUR_ROLE']);
    const paused = must(snapshot, event('round.suspend', on('06-28'))).snapshot;
    expect(codesOf(whyRound(paused, 'unit.answer', headOf('u-cdc'), on('06-29')))).toEqual(['ROUND_SUSPENDED']);
  });

  it('judges a unit’s person by their own unit', () => {
    const no = { unit: 'u-cdc', takesPart: false, actor: headOf('u-cdc') };
    const { snapshot } = must(opened().snapshot, event('unit.answer', on('06-27'), no));
    expect(codesOf(whyRound(snapshot, 'unit.register', clerkOf('u-cdc'), on('06-28')))).toEqual([
      'UNIT_NOT_TAKING_PART',
    ]);
    expect(whyRound(snapshot, 'unit.register', clerkOf('u-hospital'), on('06-28')).allowed).toBe(true);
  });

  it('chooses the capacity that is allowed, or comes nearest', () => {
    const both = person('p-both', 'u-cdc', ['unitClerk', 'u-none'], ['unitHead', 'u-cdc']);
    expect(whyRound(opened().snapshot, 'unit.register', both, on('06-27'))).toMatchObject({
      allowed: true,
      as: 'unitHead',
    });
  });

  it('answers for every event and everybody, whatever the state', () => {
    for (const { snapshot } of [run([]), reviewing(), approved(), opened()]) {
      for (const type of Object.keys(roundRules) as RoundRuleName[]) {
        for (const actor of everybody) {
          const answer = whyRound(snapshot, type, actor, on('06-27'));
          expect(answer.allowed).toBe(answer.refusals.length === 0);
        }
      }
    }
  });
});
