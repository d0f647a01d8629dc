import type { ActEvent, ActType, DeadlineEvent, NominationEvent } from '../../../contract/events.ts';
import type { NominationInput } from '../../../contract/nomination.ts';
import type { Actor, RoleName } from '../../../contract/roles.ts';
import type { Applied, NominationSnapshot } from '../../../machines/interpreter.ts';
import { apply, begin, machineVersion, refusals } from '../../../machines/interpreter.ts';
import * as people from './people.ts';

export const openedAt = '2021-03-01T02:00:00.000Z';

/** Gives a complete input; `overrides` replace whole fields. */
export function inputOf(overrides: Partial<NominationInput> = {}): NominationInput {
  return {
    nominationId: 'nom-1',
    openedAt,
    openedBy: 'p-clerk',
    programme: 'brvt-2021@1#abc',
    machine: machineVersion,
    movementId: 'thay-thuoc-nhu-me-hien',
    road: 'standard',
    guards: [],
    nominee: { kind: 'individual', id: 'n-nurse' },
    dossierHash: 'a'.repeat(64),
    bodies: {
      unit: 'u-hospital',
      inCharge: 'b-nghiepVu',
      standingBody: 'b-vanPhong',
      council: 'c-nganhYTe',
      authorities: ['a-soYTe', 'a-ubndTinh'],
      divisions: ['d-finance', 'd-prevention'],
    },
    plan: {
      draft: { on: '2021-03-31T16:59:59.999Z' },
      supplement: {},
      revival: { withinDays: 15 },
      review: { withinDays: 20 },
      appraisal: {},
      council: { withinDays: 30 },
      decision: { withinDays: 10 },
      higherDecision: { withinDays: 25 },
      publication: { withinDays: 10 },
      closing: { withinDays: 30 },
      hold: { withinDays: 60 },
    },
    escalation: { everyDays: 3, chain: ['councilSecretary@b-vanPhong', 'approvingAuthority@a-soYTe'] },
    maxReturns: 2,
    ...overrides,
  };
}

type Payload = {
  itemCodes: string[];
  dueAt: string;
  divisions: string[];
  division: string;
  opinion: string;
  resolution: string;
  dossierHash: string;
} & {
  decisionNumber: string;
  decisionDate: string;
  ground: string;
  reasonGiven: boolean;
  expectedRevision: number;
};

/** Gives an act with plausible content for its type; `payload` replaces parts of it. */
export function act(type: ActType, at: string, actor: Actor, as: RoleName, payload: Partial<Payload> = {}): ActEvent {
  const later = new Date(Date.parse(at) + 7 * 86_400_000).toISOString();
  const content: Partial<Record<ActType, object>> = {
    'draft.amend': { dossierHash: 'b'.repeat(64) },
    'supplement.submit': { dossierHash: 'c'.repeat(64) },
    'review.return': { itemCodes: ['report'], dueAt: later },
    'appraisal.request': { divisions: ['d-finance', 'd-prevention'], dueAt: later },
    'appraisal.give': { division: 'd-finance', opinion: 'agree' },
    'council.recommend': { resolution: '12/BB-HĐ' },
    'council.notRecommend': { resolution: '12/BB-HĐ' },
    'authority.award': { decisionNumber: '345/QĐ-SYT', decisionDate: at.slice(0, 10) },
    'authority.refuse': { ground: 'belowStandard' },
    'nomination.hold': { ground: 'complaint' },
  };
  // The only place in the tests where content and type are put together by name.
  return { type, at, actor, as, reasonGiven: true, ...content[type], ...payload } as unknown as ActEvent;
}

/** Gives the act done by the honest holder of the (first) role that may do it. */
export function honest(type: ActType, at: string, payload: Partial<Payload> = {}): ActEvent {
  const [actor, as] = holders[type];
  if (type === 'appraisal.give' && payload.division === 'd-prevention')
    return act(type, at, people.appraiserB, as, payload);
  return act(type, at, actor, as, payload);
}

const holders: Record<ActType, [Actor, RoleName]> = {
  'draft.amend': [people.clerk, 'unitClerk'],
  'draft.signOff': [people.head, 'unitHead'],
  'review.return': [people.reviewer, 'reviewer'],
  'supplement.submit': [people.clerk, 'unitClerk'],
  'appraisal.request': [people.reviewer, 'reviewer'],
  'appraisal.give': [people.appraiserA, 'appraiser'],
  'appraisal.close': [people.reviewer, 'reviewer'],
  'review.shortlist': [people.reviewer, 'reviewer'],
  'review.notSelect': [people.reviewer, 'reviewer'],
  'council.recommend': [people.secretary, 'councilSecretary'],
  'council.notRecommend': [people.secretary, 'councilSecretary'],
  'council.sendBack': [people.secretary, 'councilSecretary'],
  'authority.award': [people.director, 'approvingAuthority'],
  'authority.refuse': [people.director, 'approvingAuthority'],
  'authority.sendBack': [people.director, 'approvingAuthority'],
  'authority.submitUp': [people.director, 'approvingAuthority'],
  'result.publish': [people.secretary, 'councilSecretary'],
  'result.close': [people.secretary, 'councilSecretary'],
  'nomination.hold': [people.secretary, 'councilSecretary'],
  'nomination.resume': [people.secretary, 'councilSecretary'],
  'nomination.withdraw': [people.head, 'unitHead'],
  'nomination.revive': [people.head, 'unitHead'],
};

export function pass(at: string): DeadlineEvent {
  return { type: 'deadline.pass', at };
}

/** Gives the instant `days` days (and `ms`) after the fixture's opening. */
export function day(days: number, ms = 0): string {
  return new Date(Date.parse(openedAt) + days * 86_400_000 + ms).toISOString();
}

/** Opens a nomination and applies the events one after another. Throws with the refusals when one is refused. */
export function run(events: readonly NominationEvent[], input: NominationInput = inputOf()): Applied {
  let last = begin(input);
  for (const event of events) last = must(last.snapshot, event);
  return last;
}

/** Applies an event that must be applied. */
export function must(snapshot: NominationSnapshot, event: NominationEvent): Applied {
  const applied = apply(snapshot, event);
  if (!applied) throw new Error(`${event.type} refused: ${JSON.stringify(refusals(snapshot, event))}`);
  return applied;
}

/** Gives the codes under which an event is refused. */
export function codes(snapshot: NominationSnapshot, event: NominationEvent): string[] {
  return refusals(snapshot, event).map((refusal) => refusal.code);
}

/** Gives the instant `ms` after another; it must not be null. */
export function later(at: string | null, ms = 1): string {
  if (at === null) throw new Error('No instant');
  return new Date(Date.parse(at) + ms).toISOString();
}
