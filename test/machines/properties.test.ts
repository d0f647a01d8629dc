import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NominationEvent } from '../../contract/events.ts';
import type { NominationInput } from '../../contract/nomination.ts';
import type { RoleName } from '../../contract/roles.ts';
import { parseQueue, recipientNames } from '../../contract/roles.ts';
import type { StateName } from '../../contract/states.ts';
import { expiringDeadlines, isTerminal, stateNames } from '../../contract/states.ts';
import type { Applied } from '../../machines/interpreter.ts';
import {
  apply,
  begin,
  expires,
  isOver,
  openingRefusals,
  persist,
  refusals,
  restore,
  wakeAt,
} from '../../machines/interpreter.ts';
import { nextActs, why } from '../../machines/why.ts';
import { inputOf } from './support/fixture.ts';
import * as people from './support/people.ts';
import { choices, eventOf, inputs } from './support/walks.ts';

/** Fails with the message; cheaper than `expect` in a loop of a million checks. */
function hold(condition: boolean, message: string): void {
  if (!condition) throw new Error(message);
}

const official: readonly RoleName[] = ['reviewer', 'appraiser', 'councilSecretary', 'approvingAuthority'];

/** The rules once more, written without the machine: what a clerk with a pencil would keep of one nomination. */
class Ledger {
  readonly input: NominationInput;
  readonly capacity = new Map<string, RoleName>();
  readonly visited = new Set<StateName>();
  tier = 0;
  pausedMs: number | null = null;

  constructor(input: NominationInput) {
    this.input = input;
    this.capacity.set(input.openedBy, 'unitClerk');
  }

  enter(before: Applied, event: NominationEvent, after: Applied): void {
    hold(after.revision === before.revision + 1, 'revision grows by exactly one');
    hold(!isTerminal(before.to), 'a terminal state absorbs');
    this.visited.add(after.to);
    if (event.type === 'deadline.pass') {
      this.deadline(before, event.at, after);
      return;
    }
    this.person(event);
    this.clock(before, event, after);
    if (event.type === 'authority.submitUp') this.tier += 1;
    if (event.type.endsWith('.sendBack') || event.type === 'nomination.revive') this.tier = 0;
  }

  private deadline(before: Applied, at: string, after: Applied): void {
    const deadline = before.snapshot.context.deadline;
    hold(deadline !== null && Date.parse(at) > Date.parse(deadline.dueAt), 'a deadline passes only after it is due');
    const nominatingSide = (expiringDeadlines as readonly string[]).includes(deadline?.name ?? '');
    hold(nominatingSide === expires(before.snapshot), 'expires says which deadlines end it');
    hold(nominatingSide === (after.to !== before.to), 'only the nominating side’s deadlines move the state');
    hold(nominatingSide === isTerminal(after.to), 'an official’s lateness ends nothing');
  }

  private person(event: Exclude<NominationEvent, { type: 'deadline.pass' }>): void {
    const { actor, as } = event;
    const { nominee, bodies, guards } = this.input;
    const earlier = this.capacity.get(actor.personId);
    hold(earlier === undefined || earlier === as, 'nobody acts in two capacities');
    this.capacity.set(actor.personId, as);
    hold(nominee.kind === 'collective' || actor.personId !== nominee.id, 'nobody acts on their own dossier');
    hold(
      nominee.kind === 'individual' || !official.includes(as) || actor.homeBody !== nominee.id,
      'no official on their own collective',
    );
    hold(
      !guards.includes('notFromNomineesBody') || !official.includes(as) || actor.homeBody !== bodies.unit,
      'not from the nominee’s body',
    );
    const body: Record<RoleName, string | undefined> = {
      unitClerk: bodies.unit,
      unitHead: bodies.unit,
      reviewer: bodies.inCharge,
      appraiser: event.type === 'appraisal.give' ? event.division : undefined,
      councilSecretary: bodies.standingBody,
      approvingAuthority: bodies.authorities[this.tier],
      administrator: undefined,
    };
    hold(
      actor.roles.some((held) => held.role === as && held.body === body[as]),
      `${event.type} only by a holder of ${as} for the right body`,
    );
    if (event.type.startsWith('authority.')) hold(as === 'approvingAuthority', 'only the authority decides');
  }

  private clock(before: Applied, event: NominationEvent, after: Applied): void {
    const left = (now: Applied) => Date.parse(now.snapshot.context.deadline?.dueAt ?? '') - Date.parse(event.at);
    if (event.type === 'nomination.hold') this.pausedMs = left(before);
    if (event.type === 'nomination.resume')
      hold(left(after) === this.pausedMs, 'a resumed clock has what was left of it');
  }
}

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
        for (const state of ledger.visited) visits.set(state, (visits.get(state) ?? 0) + 1);
      }),
      { numRuns: 10_000, seed: 20_210_329 },
    );
    // The walks must have got somewhere, or the property says nothing.
    for (const state of stateNames) {
      expect(visits.get(state) ?? 0, state).toBeGreaterThan(20);
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
    expect(nextActs(opened.snapshot, people.clerk, inputOf().openedAt)).toHaveLength(4);
    expect(begin(inputOf()).to).toBe('draft');
  });
});
