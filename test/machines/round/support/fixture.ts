import { endOfDay, startOfDay } from '../../../../contract/calendarDay.ts';
import type { Actor, RoleName } from '../../../../contract/roles.ts';
import type { PlanFacts, RoundInput, StageCounts } from '../../../../contract/round.ts';
import type { RoundEvent } from '../../../../contract/roundEvents.ts';
import type { RoundApplied, RoundSnapshot } from '../../../../machines/round/interpreter.ts';
import { applyRound, beginRound, roundMachineVersion, roundRefusals } from '../../../../machines/round/interpreter.ts';
import { admin, director, person, reviewer, secretary } from '../../support/people.ts';

export const begunAt = '2020-06-15T02:00:00.000Z';
export const units = ['u-hospital', 'u-district', 'u-cdc'] as const;
export const hash = 'a'.repeat(64);

export const headOf = (unit: string): Actor => person(`p-head-${unit}`, unit, ['unitHead', unit]);
export const clerkOf = (unit: string): Actor => person(`p-clerk-${unit}`, unit, ['unitClerk', unit]);

/** Gives the first instant of a local day `MM-DD` of 2020, or its last with `endOn`. */
export const startOn = (monthDay: string): string => startOfDay(`2020-${monthDay}`);
export const endOn = (monthDay: string): string => endOfDay(`2020-${monthDay}`);
/** Gives an instant `hours` o'clock on a local day of 2020. */
export const on = (monthDay: string, hours = 9): string => plus(startOn(monthDay), hours * 3_600_000);
export const plus = (at: string, lengthMs: number): string => new Date(Date.parse(at) + lengthMs).toISOString();

/** Gives a complete input; `overrides` replace whole fields. Dates are those of seed 003, phase 1. */
export function inputOf(overrides: Partial<RoundInput> = {}): RoundInput {
  return {
    roundId: 'thanhHoa-2020/thiDua/dot1',
    begunAt,
    programme: 'thanhHoa-2020@1#abc',
    machine: roundMachineVersion,
    movementId: 'thiDua',
    phaseId: 'dot1',
    bodies: {
      inCharge: 'b-nghiepVu',
      standingBody: 'b-vanPhong',
      council: 'c-nganhYTe',
      authorities: ['a-soYTe', 'a-ubndTinh'],
      units: [...units],
    },
    plan: {
      plan: { withinDays: 5 },
      approval: { withinDays: 5 },
      opening: {},
      answer: {},
      closing: { remindBefore: [3] },
      appraisal: { withinDays: 15 },
      council: { withinDays: 10 },
      decision: { withinDays: 10 },
      publication: {},
      conclusion: { withinDays: 30 },
      suspension: { withinDays: 30 },
    },
    escalation: { everyDays: 3, chain: ['councilSecretary@b-vanPhong', 'approvingAuthority@a-soYTe'] },
    stalledAfterDays: 14,
    ...overrides,
  };
}

export function planOf(overrides: Partial<PlanFacts> = {}): PlanFacts {
  return {
    hash,
    opensAt: startOn('06-26'),
    nominationsFrom: startOn('06-26'),
    closesAt: endOn('07-27'),
    answerBy: endOn('07-05'),
    stages: {},
    ...overrides,
  };
}

export function counts(overrides: Partial<StageCounts> = {}): StageCounts {
  const none = { units: 0, department: 0, council: 0, decision: 0, awarded: 0, published: 0, onHold: 0, over: 0 };
  return { ...none, ...overrides };
}

const holders: Partial<Record<RoundEvent['type'], [Actor, RoleName]>> = {
  'plan.submit': [reviewer, 'reviewer'],
  'plan.approve': [director, 'approvingAuthority'],
  'plan.return': [director, 'approvingAuthority'],
  'unit.answer': [headOf('u-hospital'), 'unitHead'],
  'unit.register': [clerkOf('u-hospital'), 'unitClerk'],
  'unit.signCovenant': [clerkOf('u-hospital'), 'unitClerk'],
  'deadline.change': [secretary, 'councilSecretary'],
  'round.suspend': [director, 'approvingAuthority'],
  'round.resume': [admin, 'administrator'],
  'round.cancel': [director, 'approvingAuthority'],
};

const contents: Partial<Record<RoundEvent['type'], object>> = {
  'plan.submit': { plan: planOf() },
  'plan.approve': { planHash: hash },
  'unit.answer': { unit: 'u-hospital', takesPart: true },
  'unit.register': { unit: 'u-hospital', nominees: 4 },
  'unit.signCovenant': { unit: 'u-hospital', kind: 'withinUnit', parties: 3 },
  'deadline.change': { changeId: 'c-1' },
  'round.suspend': { changeId: 'c-1' },
  'round.resume': { changeId: 'c-1' },
  'round.cancel': { changeId: 'c-1' },
  'stage.complete': { counts: counts({ over: 1 }), listHash: hash },
};

/** Gives an event by the honest holder of the role, with plausible content; `payload` replaces parts of it. */
export function event(type: RoundEvent['type'], at: string, payload: object = {}): RoundEvent {
  const [actor, as] = holders[type] ?? [];
  const by = actor ? { actor, as, reasonGiven: true } : {};
  // The only place in the tests where content and type are put together by name.
  return { type, at, ...by, ...contents[type], ...payload } as unknown as RoundEvent;
}

/** Gives the event done by somebody else, in some capacity. */
export function by(actor: Actor, as: RoleName, done: RoundEvent): RoundEvent {
  return { ...done, actor, as } as RoundEvent;
}

/** Begins a round and applies the events one after another. Throws with the refusals when one is refused. */
export function run(events: readonly RoundEvent[], input: RoundInput = inputOf()): RoundApplied {
  let last = beginRound(input);
  for (const each of events) last = must(last.snapshot, each);
  return last;
}

/** Applies an event that must be applied. */
export function must(snapshot: RoundSnapshot, applied: RoundEvent): RoundApplied {
  const next = applyRound(snapshot, applied);
  if (!next) throw new Error(`${applied.type} refused: ${JSON.stringify(roundRefusals(snapshot, applied))}`);
  return next;
}

/** Gives the codes under which an event is refused. */
export function codes({ snapshot }: RoundApplied, refused: RoundEvent): string[] {
  return roundRefusals(snapshot, refused).map(({ code }) => code);
}

/** Rounds that have got so far, with the dates of the fixture. */
export const reviewing = (plan: Partial<PlanFacts> = {}, input = inputOf()): RoundApplied =>
  run([event('plan.submit', on('06-16'), { plan: planOf(plan) })], input);
export const approved = (plan: Partial<PlanFacts> = {}, input = inputOf()): RoundApplied =>
  must(reviewing(plan, input).snapshot, event('plan.approve', on('06-17'), { planHash: plan.hash ?? hash }));
export const opened = (plan: Partial<PlanFacts> = {}, input = inputOf()): RoundApplied => {
  const { snapshot } = approved(plan, input);
  return must(snapshot, event('deadline.pass', plan.opensAt ?? startOn('06-26')));
};
/** Its window over, without any unit having been asked for an answer. */
export const appraising = (input = inputOf()): RoundApplied =>
  must(opened({ answerBy: null }, input).snapshot, event('deadline.pass', startOn('07-28')));
