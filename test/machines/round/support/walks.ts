import fc from 'fast-check';
import { roleNames } from '../../../../contract/roles.ts';
import type { RoundInput } from '../../../../contract/round.ts';
import type { RoundEvent } from '../../../../contract/roundEvents.ts';
import type { RoundSnapshot } from '../../../../machines/round/interpreter.ts';
import { roundStateOf } from '../../../../machines/round/interpreter.ts';
import { roundModel } from '../../../../machines/round/model.ts';
import { roundRules } from '../../../../machines/round/rules.ts';
import type { RoundRuleName } from '../../../../machines/round/vocabulary.ts';
import { everybody, person } from '../../support/people.ts';
import { by, clerkOf, counts, endOn, event, headOf, inputOf, planOf, plus, startOn, units } from './fixture.ts';

/** One random choice; it becomes an event only against a snapshot, so that walks get deep. */
export type Choice = { kind: number; pick: number; who: number; as: number; wait: number; flaw: number };

const small = fc.nat(1000);
export const choices = fc.array(
  fc.record({ kind: fc.nat(19), pick: small, who: small, as: small, wait: fc.nat(9), flaw: fc.nat(49) }),
  { minLength: 6, maxLength: 40, size: 'max' },
);

export const inputs: fc.Arbitrary<RoundInput> = fc
  .record({ asked: fc.nat(3), stalled: fc.constantFrom(null, 3, 14), grace: fc.boolean() })
  .map(({ asked, stalled, grace }) => {
    const { bodies, plan } = inputOf();
    const late = grace ? { grace: { kind: 'soft' as const, days: 2 } } : {};
    return inputOf({
      stalledAfterDays: stalled,
      bodies: { ...bodies, units: units.slice(0, asked) },
      plan: { ...plan, answer: late, appraisal: { withinDays: 15, remindBefore: [3, 1], ...late } },
    });
  });

const dayMs = 86_400_000;
const types = Object.keys(roundRules) as RoundRuleName[];
const manyHats = person(
  'p-manyHats',
  'u-cdc',
  ['unitClerk', 'u-cdc'],
  ['unitHead', 'u-cdc'],
  ['reviewer', 'b-nghiepVu'],
  ['councilSecretary', 'b-vanPhong'],
  ['approvingAuthority', 'a-soYTe'],
  ['administrator', 'a-soYTe'],
);
const people = [...everybody, manyHats, ...units.flatMap((unit) => [headOf(unit), clerkOf(unit)])];

function at<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new RangeError('Empty list');
  return found;
}

/** Gives the instant of the next event: soon, later, at the very deadline, just after it, or long after. */
function instant({ context }: RoundSnapshot, now: string, wait: number): string {
  const wake = context.deadlines[0]?.wakeAt ?? now;
  const due = context.deadlines[0]?.dueAt ?? now;
  const next = [now, plus(now, 3_600_000), plus(now, 3_600_000), plus(now, dayMs), plus(now, 2 * dayMs), wake, due];
  const chosen = at([...next, plus(wake, 1), now, plus(now, 20 * dayMs)], wait);
  return Date.parse(chosen) < Date.parse(now) ? now : chosen;
}

const plans = [
  {},
  {},
  { answerBy: null },
  { hash: 'b'.repeat(64) },
  { opensAt: startOn('07-10'), nominationsFrom: startOn('07-12'), closesAt: endOn('08-20'), answerBy: endOn('07-15') },
  { closesAt: endOn('06-01') },
  { nominationsFrom: startOn('12-01') },
];

const left = [
  { over: 1 },
  { over: 2 },
  { over: 1 },
  {},
  { units: 1 },
  { council: 1 },
  { awarded: 1 },
  { published: 1 },
];

function changeOf({ context }: RoundSnapshot, when: string, pick: number): object {
  const names = [
    ...context.deadlines.map(({ name }) => name),
    ...(context.suspension?.paused.map(({ name }) => name) ?? []),
  ];
  const of = at([...names, 'closing' as const, 'opening' as const], pick);
  const dueAt = plus(when, at([dayMs, 5 * dayMs, 40 * dayMs, -dayMs], pick >> 2));
  const all = [
    { of, dueAt },
    { of, dueAt },
    { of: 'closing', dueAt, unit: at([...units, 'u-none'], pick >> 3) },
    { of: 'closing', dueAt },
    { plan: { council: { withinDays: 1 + (pick % 9) } } },
    { stages: { review: { withinDays: 1 + (pick % 9) } } },
    {},
  ];
  return at(all, pick >> 1);
}

function content(snapshot: RoundSnapshot, type: RoundRuleName, when: string, { pick, who }: Choice): object {
  const unit = at(units, who);
  const asHead = { unit, actor: headOf(unit), as: 'unitHead' };
  if (type === 'plan.submit') return { plan: planOf(at(plans, pick)) };
  if (type === 'plan.approve') return { planHash: pick % 9 === 0 ? 'f'.repeat(64) : snapshot.context.proposal?.hash };
  if (type === 'unit.answer') return { ...asHead, takesPart: pick % 3 > 0 };
  if (type === 'unit.register') return { ...asHead, nominees: 1 + (pick % 5) };
  if (type === 'unit.signCovenant') return { unit, actor: clerkOf(unit), as: 'unitClerk' };
  if (type === 'deadline.change') return changeOf(snapshot, when, pick);
  if (type === 'stage.complete') return { counts: counts(at(left, pick)) };
  return {};
}

const flaws = [{}, {}, { reasonGiven: false }, { expectedRevision: 1 }, { unit: 'u-none' }];

/** Gives the event a choice means here: mostly one this state knows by someone who may, else anything by anyone. */
export function eventOf(snapshot: RoundSnapshot, now: string, choice: Choice): RoundEvent {
  const when = instant(snapshot, now, choice.wait);
  const state = roundStateOf(snapshot);
  const known = roundModel.steps.filter((step) => step.from === state).map((step) => step.type);
  // The ways out of the road only when asked for, else few walks get far.
  const road = known.filter((type) => !type.startsWith('round.') && type !== 'deadline.change');
  const here = choice.kind < 3 || road.length === 0 ? known : road;
  const anything = choice.kind > 17 || here.length === 0;
  if (!anything && choice.wait === 7 && known.includes('deadline.pass')) return event('deadline.pass', when);
  // Dates are changed often: it is where clock, plan and individual windows could part.
  const changes = [3, 4].includes(choice.kind) && known.includes('deadline.change');
  const type = changes ? 'deadline.change' : at(anything ? types : here, choice.pick);
  if (type === 'round.cancel' && choice.pick % 4 > 0) return event('deadline.pass', when);
  const flawed = choice.flaw < flaws.length ? at(flaws, choice.flaw) : {};
  // Only what is about a unit can be about a wrong one.
  const flaw = 'unit' in flawed && !type.startsWith('unit.') ? {} : flawed;
  const made = event(type, when, { ...content(snapshot, type, when, choice), ...flaw });
  if (!('actor' in made)) return made;
  if (choice.kind > 15) {
    const actor = at(people, choice.who);
    return by(actor, choice.as % 2 === 0 ? at(actor.roles, choice.as).role : at(roleNames, choice.as), made);
  }
  // Somebody who holds every role, acting again and again in whichever is called for.
  return choice.kind > 13 ? by(manyHats, made.as, made) : made;
}
