import type { ChangeType } from '../../contract/events.ts';
import type { Actor, RoleName } from '../../contract/roles.ts';
import type { PersistedRound, PlanFacts, RoundContext, RoundEnvelope, RoundStart } from '../../contract/round.ts';
import type { RoundActType, RoundEvent } from '../../contract/roundEvents.ts';
import type * as interpreter from '../../machines/round/interpreter.ts';
import type { Carrier, Golden } from './golden.ts';

/** The part of `machines/round/interpreter.ts` that carries a round; a test may give a changed one. */
export type RoundInterpreter = Pick<
  typeof interpreter,
  'beginRound' | 'applyRound' | 'restoreRound' | 'persistRound' | 'roundStateOf' | 'roundRefusals'
>;

export function roundCarrier(
  machine: RoundInterpreter,
): Carrier<ReturnType<RoundInterpreter['restoreRound']>, PersistedRound> {
  return {
    begin: ({ input, carried }: RoundStart) =>
      carried ? machine.restoreRound(carried.snapshot) : machine.beginRound(input).snapshot,
    read: ({ key, event }: RoundEnvelope) => ({ key, event }),
    apply: machine.applyRound,
    refusals: machine.roundRefusals,
    persist: machine.persistRound,
    stateOf: machine.roundStateOf,
    probe: (snapshot) => probe(machine, snapshot),
  };
}

/** Asks the machine about every act where the round stands, for who may and for the same person of another body. */
function probe(machine: RoundInterpreter, snapshot: PersistedRound): Golden['refusals'] {
  const life = machine.restoreRound(snapshot);
  const { context } = snapshot;
  const { bodies, deadlines, begunAt } = context;
  const unit = bodies.units[0] ?? '';
  const own: [RoleName, string][] = [
    ['unitClerk', unit],
    ['unitHead', unit],
    ['reviewer', bodies.inCharge],
    ['councilSecretary', bodies.standingBody],
    ['approvingAuthority', bodies.authorities[0] ?? ''],
  ];
  const official: Actor = {
    personId: 'probe.official',
    homeBody: bodies.standingBody,
    roles: own.map(([role, body]) => ({ role, body })),
  };
  const stranger: Actor = { ...official, roles: own.map(([role]) => ({ role, body: 'elsewhere' })) };
  // Some instant at which the round stood so.
  const soonest = deadlines[0];
  const at = soonest ? new Date(Date.parse(soonest.dueAt) - 1).toISOString() : begunAt;
  const asked = Object.entries(probesOf(context, unit)).map(([type, { as, facts }]) => {
    const codes = (actor: Actor) => {
      const event = { ...facts, type, at, actor, as, reasonGiven: true } as RoundEvent;
      return machine
        .roundRefusals(life, event)
        .map(({ code }) => code)
        .join(' ');
    };
    return [type, { official: codes(official), stranger: codes(stranger) }] as const;
  });
  return Object.fromEntries(asked);
}

const dueAt = '2099-01-01T16:59:59.999Z';
const changeId = 'probe';

function probesOf(
  { proposal }: RoundContext,
  unit: string,
): Record<RoundActType | ChangeType, { as: RoleName; facts?: Record<string, unknown> }> {
  const plan: PlanFacts = {
    hash: 'a'.repeat(64),
    opensAt: dueAt,
    nominationsFrom: dueAt,
    closesAt: dueAt,
    answerBy: null,
    stages: {},
  };
  return {
    'plan.submit': { as: 'reviewer', facts: { plan } },
    'plan.approve': { as: 'approvingAuthority', facts: { planHash: proposal?.hash ?? 'b'.repeat(64) } },
    'plan.return': { as: 'approvingAuthority' },
    'unit.answer': { as: 'unitHead', facts: { unit, takesPart: true } },
    'unit.register': { as: 'unitClerk', facts: { unit, nominees: 1 } },
    'unit.signCovenant': { as: 'unitHead', facts: { unit, kind: 'withinUnit', parties: 2 } },
    'deadline.change': { as: 'approvingAuthority', facts: { changeId, of: 'closing', dueAt } },
    'round.suspend': { as: 'approvingAuthority', facts: { changeId } },
    'round.resume': { as: 'approvingAuthority', facts: { changeId } },
    'round.cancel': { as: 'approvingAuthority', facts: { changeId } },
  };
}
