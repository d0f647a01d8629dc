import type { ActType, ChangeType, NominationEvent } from '../../contract/events.ts';
import type { ActEnvelope, NominationStart, PersistedNomination } from '../../contract/nomination.ts';
import type { Actor, RoleName } from '../../contract/roles.ts';
import type * as interpreter from '../../machines/interpreter.ts';
import type { Carrier, Golden } from './golden.ts';

/** The part of `machines/interpreter.ts` that carries a nomination; a test may give a changed one. */
export type Interpreter = Pick<typeof interpreter, 'begin' | 'apply' | 'restore' | 'persist' | 'stateOf' | 'refusals'>;

export function nominationCarrier(
  machine: Interpreter,
): Carrier<ReturnType<Interpreter['restore']>, PersistedNomination> {
  return {
    begin: ({ input, carried }: NominationStart) =>
      carried ? machine.restore(carried.snapshot) : machine.begin(input).snapshot,
    read: ({ inboxId, event }: ActEnvelope) => ({ key: inboxId, event }),
    apply: machine.apply,
    refusals: machine.refusals,
    persist: machine.persist,
    stateOf: machine.stateOf,
    probe: (snapshot) => probe(machine, snapshot),
  };
}

/** Asks the machine about every act where the nomination stands: a guard that is gone shows in no recorded event. */
function probe(machine: Interpreter, snapshot: PersistedNomination): Golden['refusals'] {
  const life = machine.restore(snapshot);
  const { bodies, actedAs } = snapshot.context;
  const at = instantOf(snapshot);
  const everyRole = (body: (role: RoleName) => string[]): Actor['roles'] =>
    (['unitClerk', 'unitHead', 'reviewer', 'appraiser', 'councilSecretary', 'approvingAuthority'] as const).flatMap(
      (role) => body(role).map((each) => ({ role, body: each })),
    );
  const own: Record<RoleName, string[]> = {
    unitClerk: [bodies.unit],
    unitHead: [bodies.unit],
    reviewer: [bodies.inCharge],
    appraiser: bodies.divisions,
    councilSecretary: [bodies.standingBody],
    approvingAuthority: bodies.authorities,
    administrator: [],
  };
  const official: Actor = {
    personId: 'probe.official',
    homeBody: bodies.standingBody,
    roles: everyRole((role) => own[role]),
  };
  const [busy = 'nobody'] = Object.keys(actedAs);
  // Holds every role elsewhere, and has acted here in one capacity before.
  const stranger: Actor = { personId: busy, homeBody: bodies.unit, roles: everyRole(() => ['elsewhere']) };
  const asked = (Object.keys(probes) as (keyof typeof probes)[]).map((type) => {
    const codes = (actor: Actor) => {
      const event = {
        ...probes[type].facts,
        type,
        at,
        actor,
        as: probes[type].as,
        reasonGiven: true,
      } as NominationEvent;
      return machine
        .refusals(life, event)
        .map(({ code }) => code)
        .join(' ');
    };
    return [type, { official: codes(official), stranger: codes(stranger) }] as const;
  });
  return Object.fromEntries(asked);
}

/** Some instant at which the nomination stood so: just before its deadline. */
function instantOf({ context }: PersistedNomination): string {
  return context.deadline ? new Date(Date.parse(context.deadline.dueAt) - 1).toISOString() : context.openedAt;
}

const dossierHash = 'a'.repeat(64);
const dueAt = '2099-01-01T16:59:59.999Z';
const changeId = 'probe';
const probes: Record<ActType | ChangeType, { as: RoleName; facts?: Record<string, unknown> }> = {
  'draft.amend': { as: 'unitClerk', facts: { dossierHash } },
  'draft.signOff': { as: 'unitHead' },
  'review.return': { as: 'reviewer', facts: { itemCodes: ['a'], dueAt } },
  'supplement.submit': { as: 'unitClerk', facts: { dossierHash } },
  'appraisal.request': { as: 'reviewer', facts: { divisions: ['phongNghiepVu'], dueAt } },
  'appraisal.give': { as: 'appraiser', facts: { division: 'phongKeHoachTaiChinh', opinion: 'agree' } },
  'appraisal.close': { as: 'reviewer' },
  'review.shortlist': { as: 'reviewer' },
  'review.notSelect': { as: 'reviewer' },
  'council.recommend': { as: 'councilSecretary', facts: { resolution: '1' } },
  'council.notRecommend': { as: 'councilSecretary', facts: { resolution: '1' } },
  'council.sendBack': { as: 'councilSecretary' },
  'authority.award': { as: 'approvingAuthority', facts: { decisionNumber: '1', decisionDate: '2021-01-01' } },
  'authority.refuse': { as: 'approvingAuthority', facts: { ground: 'belowStandard' } },
  'authority.sendBack': { as: 'approvingAuthority' },
  'authority.submitUp': { as: 'approvingAuthority' },
  'result.publish': { as: 'councilSecretary' },
  'result.close': { as: 'councilSecretary' },
  'nomination.hold': { as: 'councilSecretary', facts: { ground: 'complaint' } },
  'nomination.resume': { as: 'councilSecretary' },
  'nomination.withdraw': { as: 'unitHead' },
  'nomination.revive': { as: 'unitHead' },
  'deadline.change': { as: 'approvingAuthority', facts: { changeId, of: 'review', dueAt } },
  'round.suspend': { as: 'approvingAuthority', facts: { changeId } },
  'round.resume': { as: 'approvingAuthority', facts: { changeId } },
  'round.cancel': { as: 'approvingAuthority', facts: { changeId } },
};
