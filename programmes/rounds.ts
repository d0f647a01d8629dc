import { createHash } from 'node:crypto';
import { endOfDay, startOfDay } from '../contract/calendarDay.ts';
import { canonicalJson } from '../contract/canonicalJson.ts';
import type { Movement, Phase, Programme } from '../contract/programme.ts';
import type { PlanFacts, RoundInput } from '../contract/round.ts';
import { roundIdOf } from '../contract/round.ts';
import type { MovementPlan } from '../contract/roundActs.ts';
import type { Directory } from './directorySchema.ts';
import { programmeRef } from './hash.ts';
import {
  awardFormOf,
  escalationOf,
  movementBodies,
  nominationsPerUnit,
  roundRules,
  stalledAfterDays,
} from './movements.ts';
import type { Days } from './phases.ts';
import { phasesInOrder, windowIn } from './phases.ts';
import { calendarFor } from './planCalendar.ts';
import { PlanningError } from './planningError.ts';
import { answerDay, criteriaOf, planQuota } from './planParts.ts';
import { roundStages } from './roundStages.ts';
import { stageDueOf } from './stageDue.ts';
import { unitsOf } from './units.ts';

/** One movement in one phase. */
export type ProgrammeRound = {
  roundId: string;
  movementId: string;
  phaseId: string;
  movement: Movement;
  phase: Phase;
  /** The local day from which the movement runs: the phase's first, or that of a window which begins before it. */
  opensOn: string;
  /** The local days on which nominations are taken, as the definition has them; the approved plan decides. */
  window: Days;
};

/** Gives the programme's rounds, phase by phase, movements in the document's order. The loader sees to it that none is missing. */
export function roundsOf(programme: Programme): ProgrammeRound[] {
  // Kept from before there were rounds: nothing says when its stages would be due.
  if (programme.configured.rounds === undefined) return [];
  return phasesInOrder(programme).flatMap((phase) =>
    programme.movements.flatMap((movement) => {
      const window = windowIn(programme, movement, phase);
      if (!window) return [];
      const opensOn = window.from < phase.from ? window.from : phase.from;
      const ids = { movementId: movement.id, phaseId: phase.id };
      return [{ roundId: roundIdOf(programme.id, movement.id, phase.id), ...ids, movement, phase, opensOn, window }];
    }),
  );
}

/** Gives the round. Throws PlanningError UNKNOWN_ROUND. */
export function findRound(programme: Programme, roundId: string): ProgrammeRound {
  const rounds = roundsOf(programme);
  const round = rounds.find((one) => one.roundId === roundId);
  if (round) return round;
  throw new PlanningError(
    'UNKNOWN_ROUND',
    { name: roundId },
    rounds.map((one) => one.roundId),
  );
}

/** What the beginning of a round says; the rest of its input comes from the definitions. */
export type RoundPlanRequest = {
  programme: Programme;
  directory: Directory;
  roundId: string;
  begunAt: string;
  /** `round@version`. */
  machine: string;
};

/** Gives everything the round keeps from its beginning. Throws PlanningError UNKNOWN_ROUND. */
export function planRound({ programme, directory, roundId, begunAt, machine }: RoundPlanRequest): RoundInput {
  const round = findRound(programme, roundId);
  const { movement } = round;
  const { inCharge, standingBody, council, authorities } = movementBodies(programme, movement);
  const units = unitsOf(programme, directory).map(({ id }) => id);
  return {
    roundId,
    begunAt,
    programme: programmeRef(programme),
    machine,
    movementId: round.movementId,
    phaseId: round.phaseId,
    bodies: { inCharge, standingBody, council, authorities: [...authorities], units },
    plan: roundStages(programme, round),
    escalation: escalationOf(programme, movement),
    stalledAfterDays: stalledAfterDays(programme, movement),
    calendar: calendarFor(programme, begunAt),
  };
}

/**
 * Gives the plan of the movement for the phase as the definition has it: what a body in charge starts from (004 III.2). With
 * `today`, units of a movement that was launched before the plan are asked for their answer from today on.
 * Throws PlanningError UNKNOWN_ROUND when the movement takes no nominations in the phase.
 */
export function proposedPlan({
  programme,
  movement,
  phase,
  today,
}: {
  programme: Programme;
  movement: Movement;
  phase: Phase;
  today?: string;
}): MovementPlan {
  const { opensOn, window } = findRound(programme, roundIdOf(programme.id, movement.id, phase.id));
  const { answer } = roundRules(programme, movement);
  const perUnit = nominationsPerUnit(programme, movement);
  const launchedOn = today !== undefined && today > opensOn ? today : opensOn;
  return {
    criteria: criteriaOf(programme, movement),
    awardForm: awardFormOf(programme, movement),
    opensOn,
    window,
    quota: { collective: planQuota(movement, 'collective'), individual: planQuota(movement, 'individual') },
    ...(Object.keys(perUnit).length > 0 && { nominationsPerUnit: perUnit }),
    ...(answer && { answerBy: answerDay(programme, answer, launchedOn, window.to) }),
    deadlines: {},
  };
}

/**
 * Gives what the engine needs of a plan: its days as instants (a first day begins, a last one ends with the local day), its
 * own rules of deadlines. The plan is one that `checkMovementPlan` accepts.
 */
export function planFacts(plan: MovementPlan, hash: string): PlanFacts {
  const closesAt = endOfDay(plan.window.to);
  const stages = Object.entries(plan.deadlines).map(([name, rule]) => [name, stageDueOf(rule, closesAt)] as const);
  return {
    hash,
    opensAt: startOfDay(plan.opensOn),
    nominationsFrom: startOfDay(plan.window.from),
    closesAt,
    answerBy: plan.answerBy === undefined ? null : endOfDay(plan.answerBy),
    stages: Object.fromEntries(stages),
    ...(plan.nominationsPerUnit && { nominationsPerUnit: plan.nominationsPerUnit }),
  };
}

/** Gives the SHA-256 (hex) of the plan's canonical JSON: what is approved is exactly what was submitted. */
export function planHash(plan: MovementPlan): string {
  return createHash('sha256').update(canonicalJson(plan)).digest('hex');
}
