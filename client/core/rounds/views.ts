import { localDay } from '../../../contract/calendarDay.ts';
import type { Programme } from '../../../contract/programme.ts';
import { notStated } from '../../../contract/programme.ts';
import { queueOf } from '../../../contract/roles.ts';
import type { MovementPlan } from '../../../contract/roundActs.ts';
import type { RoundActType } from '../../../contract/roundEvents.ts';
import { roundActTypes } from '../../../contract/roundEvents.ts';
import { restoreRound } from '../../../machines/round/interpreter.ts';
import { whyRound } from '../../../machines/round/why.ts';
import { findRound, proposedPlan } from '../../../programmes/rounds.ts';
import type { Store } from '../../../store/connect.ts';
import { actorAt, holdersOf } from '../../../store/directory.ts';
import { pinnedProgramme } from '../../../store/programmes.ts';
import { coverage } from '../../../store/queries/coverage.ts';
import { openWorkItems } from '../../../store/queries/details.ts';
import type { RoundFilter, RoundRow } from '../../../store/queries/rounds.ts';
import { roundList, roundPlan } from '../../../store/queries/rounds.ts';
import { stageCounts } from '../../../store/queries/stages.ts';
import { unknownPerson } from '../errors.ts';
import { together } from '../together.ts';
import type { RoundSummary, RoundView, RoundWhyAnswer } from '../types.ts';
import { knownRound } from './known.ts';

/** Gives the rounds that meet the filter. See `VinhDanh.rounds`. */
export async function roundSummaries(store: Store, filter: RoundFilter = {}): Promise<RoundSummary[]> {
  const rows = await roundList(store, filter);
  return together(rows.map(async (row) => summaryOf(row, await pinnedProgramme(store, row.programmeRef))));
}

/** Gives a round with its plan, coverage, counts and open matters. Throws ClientError UNKNOWN_ROUND. */
export async function showRound(store: Store, roundId: string, now: string): Promise<RoundView> {
  const row = await knownRound(store, roundId);
  const [programme, items, approved, latest, units, { counts }] = await together([
    pinnedProgramme(store, row.programmeRef),
    openWorkItems(store, roundId),
    roundPlan(store, roundId, 'approved'),
    roundPlan(store, roundId, 'latest'),
    coverage(store, roundId),
    stageCounts(store, roundId),
  ]);
  const { context } = row.snapshot;
  const plan = approved ?? latest;
  return {
    ...summaryOf(row, programme),
    programmeTitle: programme && programme.title !== notStated ? programme.title.value : row.programmeId,
    machine: context.machine,
    deadlines: context.deadlines,
    openMatters: await together(
      items.map(async ({ key, queue, dueAt, nextEscalationAt, level, escalatedTo }) => ({
        ...{ key, queue, dueAt, nextEscalationAt, level, escalatedTo },
        holders: await holdersOf(store, queue, now),
      })),
    ),
    plan: plan && {
      ...{ content: plan.content, hash: plan.hash, approved: plan === approved },
      returned: plan !== approved && context.proposal === null,
    },
    counts,
    coverage: units.map((unit) => ({ ...unit, name: unit.name ?? unit.unitId })),
    unitWindows: context.unitWindows,
    suspendedSince: context.suspension?.since ?? null,
    handedOn: context.handedOn.map(({ stage, at, listHash }) => ({ stage, at, listHash })),
  };
}

/** Gives the plan as the definition has it. Throws ClientError UNKNOWN_ROUND. */
export async function planProposed(store: Store, roundId: string, now: string): Promise<MovementPlan> {
  const row = await knownRound(store, roundId);
  const programme = await pinnedProgramme(store, row.programmeRef);
  if (!programme) throw new Error(`Programme ${row.programmeRef} is not stored`);
  const { movement, phase } = findRound(programme, roundId);
  return proposedPlan({ programme, movement, phase, today: localDay(now) });
}

/** Gives for each act on a round whether the person may do it, and if not, why. Throws ClientError. */
export async function whyOfRound(store: Store, by: string, roundId: string, now: string): Promise<RoundWhyAnswer[]> {
  const [row, actor] = await together([knownRound(store, roundId), actorAt(store, by, now)]);
  if (!actor) throw unknownPerson(by);
  const snapshot = restoreRound(row.snapshot);
  return roundActTypes.map((type: RoundActType) => {
    const { label, allowed, as, refusals, reason, form, who } = whyRound(snapshot, type, actor, now);
    const queues = who.flatMap(({ role, bodies }) => bodies.map((body) => queueOf(role, body)));
    return { type, label, allowed, as, refusals, reason, form: [...form], who: queues };
  });
}

function summaryOf(row: RoundRow, programme: Programme | null): RoundSummary {
  const { context } = row.snapshot;
  const [deadline] = context.deadlines.toSorted((left, right) => left.dueAt.localeCompare(right.dueAt));
  return {
    roundId: row.id,
    programme: row.programmeRef,
    movementId: row.movementId,
    movementTitle: programme?.movements.find(({ id }) => id === row.movementId)?.title.value ?? row.movementId,
    phaseId: row.phaseId,
    phaseName: programme?.phases.find(({ id }) => id === row.phaseId)?.name ?? row.phaseId,
    inCharge: context.bodies.inCharge,
    state: row.state,
    revision: row.revision,
    opensAt: context.approved?.opensAt ?? null,
    nominationsFrom: context.approved?.nominationsFrom ?? null,
    closesAt: context.approved?.closesAt ?? null,
    deadline: deadline ?? null,
    stalledSince: context.stalledSince,
  };
}
