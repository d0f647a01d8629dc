import { readFileSync } from 'node:fs';
import { defaultPayloadConverter } from '@temporalio/common';
import type { History } from '@temporalio/common/lib/proto-utils.js';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import type { ActType, NominationEvent } from '../../contract/events.ts';
import type { ActEnvelope, NominationStart, PersistedNomination } from '../../contract/nomination.ts';
import type { Actor, RoleName } from '../../contract/roles.ts';
import type { StateName } from '../../contract/states.ts';
import type * as interpreter from '../../machines/interpreter.ts';

/** What a recorded nomination came to, and what its machine says of what could come next. */
export type Golden = {
  state: StateName;
  /** Applied events as the database recorded them; a deadline's instant stands in no history. */
  events: { revision: number; type: string; at: string; inboxId: string | null; to: StateName }[];
  snapshot: PersistedNomination;
  /** Codes of the refusal of each act, for a person who holds every role and for one of another unit; empty: allowed. */
  refusals: Record<string, { official: string; stranger: string }>;
};

/** The part of `machines/interpreter.ts` that carries a nomination; a test may give a changed one. */
export type Interpreter = Pick<typeof interpreter, 'begin' | 'apply' | 'restore' | 'persist' | 'stateOf' | 'refusals'>;

const folder = (name: string) => new URL(`${name}/`, import.meta.url);

/** Gives a recorded history. */
export function readHistory(name: string): History {
  return historyFromJSON(JSON.parse(readFileSync(new URL(`${name}.json`, folder('histories')), 'utf8')));
}

export function readGolden(name: string): Golden {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder('golden')), 'utf8')) as Golden;
}

/** Carries the recorded events through the machine alone: replay checks commands, not what a machine makes of an event. */
export function replayPure(machine: Interpreter, history: History, recorded: Golden['events']): Golden {
  const { start, acts } = inputsOf(history);
  const carried = start.carried?.snapshot;
  let life = carried ? machine.restore(carried) : machine.begin(start.input).snapshot;
  const events: Golden['events'] = [];
  for (const { revision, type, at, inboxId } of recorded) {
    if (revision > life.context.revision) {
      const event: NominationEvent | undefined =
        type === 'deadline.pass' ? { type, at } : acts.get(inboxId ?? '')?.event;
      if (!event) throw new Error(`The history has no act ${inboxId} (${type})`);
      const applied = machine.apply(life, event);
      if (!applied)
        throw new Error(`Revision ${revision} (${type}) is refused: ${JSON.stringify(machine.refusals(life, event))}`);
      life = applied.snapshot;
    }
    events.push({ revision, type, at, inboxId, to: machine.stateOf(life) });
  }
  const snapshot = machine.persist(life);
  return { state: machine.stateOf(life), events, snapshot, refusals: probe(machine, snapshot) };
}

function inputsOf(history: History): { start: NominationStart; acts: Map<string, ActEnvelope> } {
  const acts = new Map<string, ActEnvelope>();
  let start: NominationStart | undefined;
  for (const event of history.events ?? []) {
    const started = event.workflowExecutionStartedEventAttributes?.input?.payloads?.[0];
    if (started) start = defaultPayloadConverter.fromPayload<NominationStart>(started);
    const accepted = event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.args?.payloads?.[0];
    if (!accepted) continue;
    const envelope = defaultPayloadConverter.fromPayload<ActEnvelope>(accepted);
    acts.set(envelope.inboxId, envelope);
  }
  if (!start) throw new Error('The history does not begin with a start');
  return { start, acts };
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
  const asked = (Object.keys(probes) as ActType[]).map((type) => {
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
const probes: Record<ActType, { as: RoleName; facts?: Record<string, unknown> }> = {
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
};
