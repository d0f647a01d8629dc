import { endOfDay, startOfDay } from '../../contract/calendarDay.ts';
import type { Actor, RoleName } from '../../contract/roles.ts';
import type { RoundInput, RoundRecordEntry, StageCounts } from '../../contract/round.ts';
import type { MovementPlan } from '../../contract/roundActs.ts';
import type { RoundEvent } from '../../contract/roundEvents.ts';
import type { StateName } from '../../contract/states.ts';
import type { RoundApplied } from '../../machines/round/interpreter.ts';
import { applyRound, beginRound, persistRound, roundMachineVersion } from '../../machines/round/interpreter.ts';
import { canonicalHash } from '../../store/audit/canonical.ts';
import type { Store } from '../../store/connect.ts';
import { confirmApplied } from '../../store/deliver.ts';
import { putDirectory } from '../../store/putDirectory.ts';
import type { Receipt } from '../../store/receive.ts';
import { record } from '../../store/record.ts';
import { recordRound } from '../../store/recordRound.ts';
import { at, directory, entryOf, programme, programmeId, receiveAct } from './fixture.ts';

export const begunAt = '2020-08-25T02:00:00.000Z';
export const opensAt = startOfDay('2020-09-01');
export const closesAt = endOfDay('2020-09-30');
export const answerBy = endOfDay('2020-09-10');

const actor = (personId: string, role: RoleName, body: string): [Actor, RoleName] => [
  { personId, homeBody: body, roles: [{ role, body }] },
  role,
];
export const reviewer = actor('reviewer', 'reviewer', 'office');
export const chair = actor('chair', 'approvingAuthority', 'committee');
export const head = actor('head', 'unitHead', 'hospital');
export const clinicHead = actor('clinic.head', 'unitHead', 'clinic');

/** Adds what rounds need beyond the directory of `fixture.ts`: a second unit, and a secretary of the council. */
export async function addRoundPeople(store: Store): Promise<void> {
  const person = (id: string, homeBody: string, role: RoleName) => ({
    id,
    name: `Người ${id}`,
    email: `${id}@example.vn`,
    locale: 'vi',
    homeBody,
    roles: [{ role, body: homeBody }],
  });
  const people = [person('clinic.head', 'clinic', 'unitHead'), person('secretary', 'office', 'councilSecretary')];
  const bodies = [...directory.bodies, { id: 'clinic', name: 'Phòng khám đa khoa' }];
  await putDirectory(store, { bodies, people, nominees: [] }, { actorId: null, at: begunAt });
}

export const plan: MovementPlan = {
  criteria: [{ code: 'TC1', text: 'Có thành tích tiêu biểu trong phòng, chống dịch' }],
  awardForm: 'giayKhen',
  opensOn: '2020-09-01',
  window: { from: '2020-09-01', to: '2020-09-30' },
  quota: { collective: { kind: 'fixed', count: 5 }, individual: { kind: 'fixed', count: 10 } },
  answerBy: '2020-09-10',
  deadlines: {},
};
export const planHash = canonicalHash(plan).toString('hex');

/** Gives a round's input; a movement of its own keeps the rounds of one database apart. */
export function roundInputOf(movementId: string, overrides: Partial<RoundInput> = {}): RoundInput {
  return {
    roundId: `${programmeId}/${movementId}/dot1`,
    begunAt,
    programme,
    machine: roundMachineVersion,
    movementId,
    phaseId: 'dot1',
    bodies: {
      inCharge: 'office',
      standingBody: 'office',
      council: 'council',
      authorities: ['committee'],
      units: ['hospital', 'clinic'],
    },
    plan: {
      plan: { withinDays: 5, remindBefore: [2] },
      approval: { withinDays: 5 },
      opening: {},
      answer: { remindBefore: [3, 1] },
      closing: { remindBefore: [3] },
      appraisal: { withinDays: 15 },
      council: { withinDays: 10 },
      decision: { withinDays: 10 },
      publication: {},
      conclusion: { withinDays: 30 },
      suspension: { withinDays: 30 },
    },
    escalation: { everyDays: 3, chain: ['councilSecretary@office', 'approvingAuthority@committee'] },
    stalledAfterDays: 14,
    ...overrides,
  };
}

export const planFacts = { hash: planHash, opensAt, nominationsFrom: opensAt, closesAt, answerBy, stages: {} };

type Content<T> = T extends { type: string } ? Omit<T, 'at' | 'actor' | 'as' | 'reasonGiven'> : never;

/** One round whose real machine runs here, and whose every event is recorded as the workflow would. */
export type LiveRound = {
  id: string;
  last(): RoundApplied;
  /** A person's act: received, applied, recorded, confirmed. `body` is what the person sent. */
  act(
    by: [Actor, RoleName],
    when: string,
    content: Content<RoundEvent>,
    body: Record<string, unknown>,
  ): Promise<Receipt>;
  /** What the season itself brings. */
  pass(event: RoundEvent): Promise<void>;
};

export function roundEntryOf(
  roundId: string,
  { snapshot, from, to, revision, workItems, notices }: RoundApplied,
  event: RoundRecordEntry['event'],
  inboxId: string | null = null,
): RoundRecordEntry {
  return { roundId, revision, event, inboxId, from, to, snapshot: persistRound(snapshot), workItems, notices };
}

/** Begins a round and records it. */
export async function beginLive(store: Store, input: RoundInput): Promise<LiveRound> {
  const id = input.roundId;
  let last = beginRound(input);
  await recordRound(store, roundEntryOf(id, last, { type: 'round.begin', at: input.begunAt }));

  async function apply(event: RoundEvent, inboxId: string | null): Promise<void> {
    const next = applyRound(last.snapshot, event);
    if (!next) throw new Error(`${event.type} refused in ${last.to}`);
    last = next;
    await recordRound(store, roundEntryOf(id, next, event, inboxId));
    if (inboxId !== null) await confirmApplied(store, inboxId);
  }

  return {
    id,
    last: () => last,
    async act([who, as], when, content, body) {
      const receipt = await receiveAct(store, {
        idempotencyKey: `${id} ${last.revision}`,
        subjectId: id,
        actorId: who.personId,
        as,
        type: content.type as 'plan.submit',
        body,
      });
      await apply({ ...content, at: when, actor: who, as, reasonGiven: true } as RoundEvent, receipt.inboxId);
      return receipt;
    },
    pass: (event) => apply(event, null),
  };
}

/** Brings a round to its open window. */
export async function openLive(store: Store, input: RoundInput): Promise<LiveRound> {
  const round = await beginLive(store, input);
  await round.act(reviewer, '2020-08-26T02:00:00.000Z', { type: 'plan.submit', plan: planFacts }, { plan });
  await round.act(chair, '2020-08-27T02:00:00.000Z', { type: 'plan.approve', planHash }, { planHash });
  await round.pass({ type: 'deadline.pass', at: opensAt });
  return round;
}

/** Brings a round to its appraisal: nobody answered, and the window is over. */
export async function appraiseLive(store: Store, input: RoundInput): Promise<LiveRound> {
  const round = await openLive(store, input);
  for (let passes = 0; round.last().to === 'open' && passes < 20; passes++) {
    const wakeAt = round.last().snapshot.context.deadlines[0]?.wakeAt ?? '';
    await round.pass({ type: 'deadline.pass', at: new Date(Date.parse(wakeAt) + 1).toISOString() });
  }
  return round;
}

/** Records a nomination of the round in a state; over when the state is. Gives its id. */
export async function nominationIn(store: Store, round: LiveRound, id: string, state: StateName): Promise<string> {
  const { movementId } = round.last().snapshot.context;
  await record(store, entryOf(id, 1, { to: state }, { roundId: round.id, movementId }));
  return id;
}

/** Moves a recorded nomination to another state. */
export async function moveNomination(
  store: Store,
  round: LiveRound,
  id: string,
  revision: number,
  to: StateName,
  when = at,
): Promise<void> {
  const { movementId } = round.last().snapshot.context;
  const event = { type: 'deadline.pass' as const, at: when };
  await record(store, entryOf(id, revision, { event, to }, { roundId: round.id, movementId }));
}

export const noCounts: StageCounts = {
  units: 0,
  department: 0,
  council: 0,
  decision: 0,
  awarded: 0,
  published: 0,
  onHold: 0,
  over: 0,
};
