import fc from 'fast-check';
import type { ActType, NominationEvent } from '../../../contract/events.ts';
import { actTypes } from '../../../contract/events.ts';
import type { Grace, NominationInput, StageDue } from '../../../contract/nomination.ts';
import { roleNames } from '../../../contract/roles.ts';
import { deadlineNames } from '../../../contract/states.ts';
import type { NominationSnapshot } from '../../../machines/interpreter.ts';
import { stateOf } from '../../../machines/interpreter.ts';
import { model } from '../../../machines/model.ts';
import { deadlinesOf } from '../../../machines/outlook.ts';
import { rules } from '../../../machines/rules.ts';
import { calendar, changeDue, ofRound } from './changes.ts';
import { act, honest, inputOf, pass } from './fixture.ts';
import * as people from './people.ts';

/** One random choice; it becomes an event only against a snapshot, so that walks get deep. */
export type Choice = { kind: number; pick: number; who: number; as: number; wait: number; flaw: number };

const small = fc.nat(1000);
export const choices = fc.array(
  fc.record({ kind: fc.nat(23), pick: small, who: small, as: small, wait: fc.nat(9), flaw: fc.nat(29) }),
  {
    minLength: 4,
    maxLength: 24,
    size: 'max',
  },
);

export const inputs: fc.Arbitrary<NominationInput> = fc
  .record({
    road: fc.constantFrom('standard', 'simplified'),
    guarded: fc.boolean(),
    nominee: fc.constantFrom(
      { kind: 'individual', id: 'n-nurse' },
      { kind: 'individual', id: 'p-reviewer' },
      { kind: 'collective', id: 'u-hospital' },
      { kind: 'collective', id: 'b-nghiepVu' },
    ),
    tiers: fc.constantFrom(1, 2, 3),
    grace: fc.constantFrom(undefined, { kind: 'soft', days: 2 } as const, { kind: 'hard', days: 1 } as const),
    counted: fc.boolean(),
  })
  .map(({ road, guarded, nominee, tiers, grace, counted }) =>
    inputOf({
      ...(counted ? { calendar } : {}),
      plan: planWith(grace, counted),
      road,
      nominee,
      guards: guarded ? ['notFromNomineesBody'] : [],
      bodies: { ...inputOf().bodies, authorities: ['a-soYTe', 'a-ubndTinh', 'a-boYTe'].slice(0, tiers) },
    }),
  ) as fc.Arbitrary<NominationInput>;

/** The fixture's plan with grace times and reminders, and its counts in working days. */
function planWith(grace: Grace | undefined, counted: boolean): NominationInput['plan'] {
  const rule = ({ withinDays, ...due }: StageDue): StageDue => ({
    ...due,
    ...(grace ? { grace, remindBefore: [1, 3] } : {}),
    ...(withinDays === undefined ? {} : counted ? { count: { days: withinDays, kind: 'working' } } : { withinDays }),
  });
  const { plan } = inputOf();
  return Object.fromEntries(deadlineNames.map((name) => [name, rule(plan[name])])) as NominationInput['plan'];
}

const dayMs = 86_400_000;

function at<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new RangeError('Empty list');
  return found;
}

/** Gives the instant of the next event: soon, later, at the very deadline, just after it, or long after. */
function instant(snapshot: NominationSnapshot, now: string, wait: number): string {
  const wake = Date.parse(snapshot.context.deadline?.wakeAt ?? now);
  const base = Date.parse(now);
  const next = [
    base,
    base + 3_600_000,
    base + 3_600_000,
    base + dayMs,
    base + dayMs,
    base + dayMs,
    wake,
    wake + 1,
    base,
    base + 20 * dayMs,
  ];
  return new Date(Math.max(base, at(next, wait))).toISOString();
}

const flaws = [
  {},
  { reasonGiven: false },
  { dueAt: '2000-01-01T00:00:00.000Z' },
  { itemCodes: [] },
  { divisions: [] },
  { divisions: ['d-finance', 'd-finance'] },
  { divisions: ['d-none'] },
  { division: 'd-prevention' },
  { resolution: '' },
  { decisionNumber: '' },
  { decisionDate: '2999-01-01' },
  { expectedRevision: 1 },
];

/** Gives the acts the state knows; the ways out of the road (withdraw, hold) only when asked for, else few walks get far. */
function actsHere(snapshot: NominationSnapshot, aside: boolean): ActType[] {
  const types = model.steps
    .filter((step) => step.from === stateOf(snapshot) && rules[step.type].kind === 'act')
    .map((step) => step.type as ActType);
  return aside ? types : types.filter((type) => type !== 'nomination.withdraw' && type !== 'nomination.hold');
}

/** Gives the event a choice means here: mostly an act this state knows by someone who may, else anything by anyone. */
export function eventOf(snapshot: NominationSnapshot, now: string, choice: Choice): NominationEvent {
  const when = instant(snapshot, now, choice.wait);
  if (choice.kind === 0 || choice.wait === 7) return pass(when);
  if (choice.kind > 19 || (snapshot.context.suspension && choice.kind > 9)) return changeOf(snapshot, when, choice);
  const here = actsHere(snapshot, choice.kind < 3);
  const anything = choice.kind > 16 || here.length === 0;
  const type = anything ? at(actTypes, choice.pick) : at(here, choice.pick);
  const payload = at(flaws, choice.flaw < flaws.length ? choice.flaw : 0);
  if (choice.kind > 14) {
    const actor = at(people.everybody, choice.who);
    const as = choice.as % 2 === 0 ? at(actor.roles, choice.as).role : at(roleNames, choice.as);
    return act(type, when, actor, as, payload);
  }
  const event = honest(type, when, payload);
  // Somebody who holds every role, acting again and again in whichever is called for.
  if (choice.kind > 11) return { ...event, actor: people.manyHats };
  const decider = people.deciders[snapshot.context.tier];
  return type.startsWith('authority.') && decider ? act(type, when, decider, 'approvingAuthority', payload) : event;
}

/** Gives a change: mostly by who may, of a deadline there is; while the round is suspended mostly that it goes on. */
function changeOf(snapshot: NominationSnapshot, when: string, { pick, who, flaw }: Choice): NominationEvent {
  const odd = flaw > 26;
  const actor = odd ? at(people.everybody, who) : at([people.admin, people.director, people.manyHats], who);
  const as = at(
    actor.roles
      .map(({ role }) => role)
      .filter((role) => odd || rules['round.suspend'].who.some((may) => may.role === role)),
    who,
  );
  if (snapshot.context.suspension && pick % 3 > 0) return ofRound('round.resume', when, actor, as);
  // A season is rarely cancelled, or few lives would get far.
  if (pick % 40 === 0) return ofRound('round.cancel', when, actor, as);
  if (pick % 3 === 0) return ofRound('round.suspend', when, actor, as);
  const [clock] = deadlinesOf(snapshot).slice(who % 2);
  const of = odd || !clock ? at(deadlineNames, pick) : clock.name;
  const base = Date.parse(clock?.dueAt ?? when);
  return changeDue(when, { of, dueAt: new Date(base + ((pick % 9) - 2) * dayMs).toISOString() }, actor, as);
}
