import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeTypes } from '../../contract/events.ts';
import { parseQueue, recipientNames } from '../../contract/roles.ts';
import { isTerminal, stateNames } from '../../contract/states.ts';
import type { Applied } from '../../machines/interpreter.ts';
import {
  apply,
  begin,
  isOver,
  openingRefusals,
  persist,
  refusals,
  restore,
  wakeAt,
} from '../../machines/interpreter.ts';
import { why } from '../../machines/why.ts';
import { inputOf } from './support/fixture.ts';
import { hold, Ledger } from './support/ledger.ts';
import * as people from './support/people.ts';
import { choices, eventOf, inputs } from './support/walks.ts';

function checkOpen(now: Applied): void {
  hold(isOver(now.snapshot) === isTerminal(now.to), 'over exactly in terminal states');
  hold((wakeAt(now.snapshot) === null) === isTerminal(now.to), 'a timer exactly while it is open');
  hold(now.workItems.length > 0 === !isTerminal(now.to), `an owner in ${now.to}`);
  for (const item of now.workItems) {
    parseQueue(item.queue);
    hold(
      !Number.isNaN(Date.parse(item.dueAt)) && !Number.isNaN(Date.parse(item.nextEscalationAt)),
      'due time and next step',
    );
    const reminders = item.remindAt ?? [];
    hold(
      reminders.every((at, index) => at <= item.dueAt && at > (reminders[index - 1] ?? '')),
      'reminders in order, none after the due time',
    );
  }
  hold(
    now.notices.every((notice) => recipientNames.includes(notice.to)),
    'known recipients',
  );
  hold(
    new Set(now.notices.map((notice) => `${notice.template}>${notice.to}`)).size === now.notices.length,
    'nobody told twice',
  );
}

const comparable = (applied: Applied | null) =>
  JSON.stringify(applied && { ...applied, snapshot: persist(applied.snapshot) });

describe('10,000 random lives', () => {
  it('keep every invariant at every step', { timeout: 120_000 }, () => {
    const visits = new Map<string, number>();
    fc.assert(
      fc.property(inputs, choices, (input, picks) => {
        if (openingRefusals(input, people.clerk).length > 0) return;
        const ledger = new Ledger(input);
        let now = begin(input);
        let clock = input.openedAt;
        checkOpen(now);
        for (const choice of picks) {
          const event = eventOf(now.snapshot, clock, choice);
          const next = apply(now.snapshot, event);
          const refused = refusals(now.snapshot, event);
          hold(
            now.snapshot.can(event) === (refused.length === 0),
            `can and refusals agree on ${event.type} in ${now.to}`,
          );
          hold((next !== null) === (refused.length === 0), 'apply and refusals agree');
          hold(
            comparable(apply(restore(JSON.parse(JSON.stringify(persist(now.snapshot)))), event)) === comparable(next),
            'restored, it does the same',
          );
          if (event.type !== 'deadline.pass' && next)
            hold(why(now.snapshot, event.type, event.actor, event.at).allowed, 'what is done is said to be allowed');
          if (!next) continue;
          ledger.enter(now, event, next);
          checkOpen(next);
          now = next;
          clock = event.at;
        }
        hold(input.road === 'standard' || !ledger.visited.has('councilReview'), 'the simplified road has no council');
        for (const what of [...ledger.visited, ...ledger.happened]) visits.set(what, (visits.get(what) ?? 0) + 1);
      }),
      { numRuns: 10_000, seed: 20_210_329 },
    );
    // The walks must have got somewhere, or the property says nothing.
    for (const what of [...stateNames, ...changeTypes, 'late', 'held and suspended', 'moved while it stood still']) {
      expect(visits.get(what) ?? 0, what).toBeGreaterThan(20);
    }
  });

  it('is not affected by a frozen machine, as Temporal’s preloading leaves it', async () => {
    const { nominationMachine } = await import('../../machines/nomination.ts');
    const seen = new Set<unknown>();
    const freeze = (value: unknown): void => {
      if (typeof value !== 'object' || value === null || seen.has(value)) return;
      seen.add(value);
      Object.values(value).forEach(freeze);
      Object.freeze(value);
    };
    const opened = begin(inputOf());
    freeze(nominationMachine);
    freeze(opened.snapshot.context);
    expect(why(opened.snapshot, 'draft.amend', people.clerk, inputOf().openedAt).allowed).toBe(true);
    expect(begin(inputOf()).to).toBe('draft');
  });
});
