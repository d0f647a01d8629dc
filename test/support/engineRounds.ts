import { directoryOf } from '../../client/core/opening.ts';
import { advanceRounds } from '../../client/core/steward.ts';
import type { ActOutcome } from '../../client/core/types.ts';
import { dayMs, localDay } from '../../contract/calendarDay.ts';
import type { RoundInput } from '../../contract/round.ts';
import { roundIdOf, roundParts } from '../../contract/round.ts';
import type { MovementPlan } from '../../contract/roundActs.ts';
import type { RoundStateName } from '../../contract/roundStates.ts';
import { roundMachineVersion } from '../../machines/round/interpreter.ts';
import { findRound, planHash, planRound, proposedPlan } from '../../programmes/rounds.ts';
import { latestProgrammeRef, pinnedProgramme } from '../../store/programmes.ts';
import { roundById } from '../../store/queries/rounds.ts';
import type { Product } from './product.ts';
import { until } from './until.ts';

/** Rounds on the engine, of movement 2.5 unless asked otherwise, brought as far as a test wants by the acts of its people. */
const movement = { programmeId: '004', movementId: '2.5', phaseId: 'nam2021' };

export type BeginOptions = { movementId?: string; change?: Partial<RoundInput>; continueAfterEvents?: number };

/** Programme days from now: when the movement opens, and the window of its nominations. */
export type PlanDays = { opens?: number; from?: number; to: number; answerBy?: number };

const reached = ({ store, clock, engine }: Product) => ({ store, clock, engine });

async function definition(product: Product) {
  const { store } = product;
  const programme = await pinnedProgramme(store, (await latestProgrammeRef(store, movement.programmeId)) ?? '');
  if (!programme) throw new Error('No programme');
  return programme;
}

/** Begins a round under a phase of the test's own name: the engine of a test run is shared. Gives its id. */
export async function beginRound(product: Product, phaseId: string, options: BeginOptions = {}): Promise<string> {
  const { programmeId } = movement;
  const movementId = options.movementId ?? movement.movementId;
  const roundId = roundIdOf(programmeId, movementId, phaseId);
  const planned = planRound({
    programme: await definition(product),
    directory: await directoryOf(product.store),
    roundId: roundIdOf(programmeId, movementId, movement.phaseId),
    begunAt: product.now(),
    machine: roundMachineVersion,
  });
  const { change, continueAfterEvents } = options;
  const begun = await product.engine.beginRound({
    input: { ...planned, roundId, phaseId, ...change },
    clock: product.clock,
    ...(continueAfterEvents ? { continueAfterEvents } : {}),
  });
  if (begun.kind !== 'started') throw new Error(`Not begun: ${JSON.stringify(begun)}`);
  await roundIn(product, roundId, 'planning');
  return roundId;
}

/** Hands in a plan with these days, as the body in charge. */
export async function submitPlan(product: Product, roundId: string, days: PlanDays): Promise<MovementPlan> {
  const programme = await definition(product);
  const { movement: defined, phase } = findRound(
    programme,
    roundIdOf(movement.programmeId, roundParts(roundId)?.movementId ?? '', movement.phaseId),
  );
  const day = (after: number) => localDay(new Date(Date.parse(product.now()) + after * dayMs).toISOString());
  const { answerBy: _, ...proposed } = proposedPlan({ programme, movement: defined, phase });
  const plan: MovementPlan = {
    ...proposed,
    opensOn: day(days.opens ?? 0),
    window: { from: day(days.from ?? days.opens ?? 0), to: day(days.to) },
    ...(days.answerBy === undefined ? {} : { answerBy: day(days.answerBy) }),
  };
  const request = { roundId, type: 'plan.submit' as const, as: 'reviewer' as const, body: { plan } };
  applied((await product.client.actOnRound('vps.reviewer', request)).outcome);
  return plan;
}

/** Approves exactly that plan, as the authority. */
export async function approvePlan(product: Product, roundId: string, plan: MovementPlan): Promise<void> {
  const body = { planHash: planHash(plan) };
  const request = { roundId, type: 'plan.approve' as const, as: 'approvingAuthority' as const, body };
  applied((await product.client.actOnRound('syt.director', request)).outcome);
}

/** Brings a round on the way until its window is open. */
export async function openRound(
  product: Product,
  phaseId: string,
  days: PlanDays,
  options?: BeginOptions,
): Promise<string> {
  const roundId = await beginRound(product, phaseId, options);
  await approvePlan(product, roundId, await submitPlan(product, roundId, days));
  await roundIn(product, roundId, 'open');
  return roundId;
}

/** Waits until the round is on record in the state. */
export async function roundIn(product: Product, roundId: string, state: RoundStateName): Promise<void> {
  await until(`${roundId} is ${state}`, async () => (await roundById(product.store, roundId))?.state === state);
}

/** Moves the round on, stage by stage as the steward does, until it is in the state. */
export async function roundCarriedTo(product: Product, roundId: string, state: RoundStateName): Promise<void> {
  await until(`${roundId} is carried to ${state}`, async () => {
    await advanceRounds(reached(product));
    return (await roundById(product.store, roundId))?.state === state;
  });
}

function applied(outcome: ActOutcome): void {
  if (outcome.kind !== 'applied') throw new Error(`Not applied: ${JSON.stringify(outcome)}`);
}
