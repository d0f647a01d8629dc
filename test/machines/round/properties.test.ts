import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundStateNames } from '../../../contract/roundStates.ts';
import type { RoundApplied } from '../../../machines/round/interpreter.ts';
import {
  applyRound,
  beginRound,
  persistRound,
  restoreRound,
  roundRefusals,
} from '../../../machines/round/interpreter.ts';
import { roundMachine } from '../../../machines/round/round.ts';
import { whyRound } from '../../../machines/round/why.ts';
import { secretary } from '../support/people.ts';
import { event, inputOf, on, opened } from './support/fixture.ts';
import { checkOpen, hold, Ledger } from './support/ledger.ts';
import { choices, eventOf, inputs } from './support/walks.ts';

const comparable = (applied: RoundApplied | null) =>
  JSON.stringify(applied && { ...applied, snapshot: persistRound(applied.snapshot) });

describe('4,000 random seasons', () => {
  it('keep every promise at every step', { timeout: 120_000 }, () => {
    const visits = new Map<string, number>();
    fc.assert(
      fc.property(inputs, choices, (input, picks) => {
        const ledger = new Ledger(input);
        let now = beginRound(input);
        let clock = input.begunAt;
        checkOpen(now);
        for (const choice of picks) {
          const next = step(now, eventOf(now.snapshot, clock, choice), ledger);
          if (!next) continue;
          clock = next.clock;
          now = next.applied;
        }
        for (const state of ledger.visited) visits.set(state, (visits.get(state) ?? 0) + 1);
      }),
      { numRuns: 4_000, seed: 20_200_701 },
    );
    // The walks must have got somewhere, or the property says nothing.
    for (const state of roundStateNames) expect(visits.get(state) ?? 0, state).toBeGreaterThan(20);
  });

  it('are not affected by a frozen machine, as preloading leaves it', () => {
    const seen = new Set<unknown>();
    const freeze = (value: unknown): void => {
      if (typeof value !== 'object' || value === null || seen.has(value)) return;
      seen.add(value);
      Object.values(value).forEach(freeze);
      Object.freeze(value);
    };
    const begun = beginRound(inputOf());
    freeze(roundMachine);
    freeze(begun.snapshot.context);
    expect(applyRound(begun.snapshot, event('plan.submit', on('06-16')))?.to).toBe('planReview');
    expect(whyRound(opened().snapshot, 'deadline.change', secretary, on('06-27')).allowed).toBe(true);
  });
});

function step(now: RoundApplied, tried: ReturnType<typeof eventOf>, ledger: Ledger) {
  const next = applyRound(now.snapshot, tried);
  const refused = roundRefusals(now.snapshot, tried);
  hold(now.snapshot.can(tried) === (refused.length === 0), `can and refusals agree on ${tried.type} in ${now.to}`);
  hold((next !== null) === (refused.length === 0), `apply and refusals agree on ${tried.type} in ${now.to}`);
  const restored = restoreRound(JSON.parse(JSON.stringify(persistRound(now.snapshot))));
  hold(comparable(applyRound(restored, tried)) === comparable(next), 'restored, it does the same');
  if (!next) return null;
  if ('actor' in tried)
    hold(whyRound(now.snapshot, tried.type, tried.actor, tried.at).allowed, 'what is done is said to be allowed');
  ledger.enter(now, tried, next);
  checkOpen(next);
  return { applied: next, clock: tried.at };
}
