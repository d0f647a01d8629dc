import { endOfDay, localDay } from '../contract/calendarDay.ts';
import type { NominationInput, StageDue } from '../contract/nomination.ts';
import type { Movement, Programme } from '../contract/programme.ts';
import type { DeadlineName } from '../contract/states.ts';
import { deadlineNames } from '../contract/states.ts';
import type { Directory } from './directorySchema.ts';
import { findMovement, findUnit } from './find.ts';
import { programmeRef } from './hash.ts';
import { deadlineRules, escalationOf, movementBodies } from './movements.ts';
import { calendarFor } from './planCalendar.ts';
import { PlanningError } from './planningError.ts';
import { quotaOf } from './quota.ts';
import { stageDueOf } from './stageDue.ts';

/** The round a nomination is opened in, as it stands for the unit at that time. */
export type NominationRound = {
  roundId: string;
  /** First and last instant at which this unit may open one, the unit's own extension included. */
  from: string;
  to: string;
  /** `to` was counted over working days that may still change. */
  provisional?: true;
  /** The approved plan's own rules, over those of the programme. */
  stages: Partial<Record<DeadlineName, StageDue>>;
};

/** What the opening act says; the rest of a nomination's input comes from the definitions. */
export type PlanRequest = {
  programme: Programme;
  directory: Directory;
  movementId: string;
  round: NominationRound;
  unitId: string;
  nominee: NominationInput['nominee'];
  nominationId: string;
  openedAt: string;
  openedBy: string;
  dossierHash: string;
  /** `nomination@version`. */
  machine: string;
};

/**
 * Gives everything the nomination keeps from its start: the programme's rules, over them those of the round's plan, and the
 * working days of its years. Throws PlanningError UNKNOWN_MOVEMENT, UNKNOWN_UNIT, WINDOW_NOT_OPEN or KIND_NOT_AWARDED.
 */
export function planNomination(request: PlanRequest): NominationInput {
  const { programme, directory, round } = request;
  const movement = findMovement(programme, request.movementId);
  const unit = findUnit(programme, directory, request.unitId);
  checkWindow(movement, round, request.openedAt);
  checkKind(movement, request.nominee.kind);
  return {
    nominationId: request.nominationId,
    openedAt: request.openedAt,
    openedBy: request.openedBy,
    programme: programmeRef(programme),
    machine: request.machine,
    movementId: movement.id,
    roundId: round.roundId,
    road: movement.configured.road,
    guards: [...movement.configured.guards],
    nominee: request.nominee,
    dossierHash: request.dossierHash,
    bodies: { unit: unit.id, ...movementBodies(programme, movement) },
    plan: windowMarked({ ...planStages(programme, movement, round.to), ...ownStages(round) }, round),
    escalation: escalationOf(programme, movement, unit.id),
    maxReturns: programme.configured.maxReturns,
    calendar: calendarFor(programme, request.openedAt),
  };
}

/** Gives whether the instant lies in the movement's review window; a round's own window may differ. */
export function isOpen({ reviewTime: { window } }: Movement, at: string): boolean {
  const day = localDay(at);
  return window.from <= day && day <= window.to;
}

/** Gives when each stage is due by the programme's rules. `closesAt`: the end of the nominations, by default the review window's. */
export function planStages(
  programme: Programme,
  movement: Movement,
  closesAt: string = endOfDay(movement.reviewTime.window.to),
): Record<DeadlineName, StageDue> {
  const rules = deadlineRules(programme, movement);
  // A road without a stage never enters it; the plan has an entry for it all the same.
  const spare = rules.decision ?? {};
  const stages = deadlineNames.map((name) => [name, stageDueOf(rules[name] ?? spare, closesAt)] as const);
  return Object.fromEntries(stages) as Record<DeadlineName, StageDue>;
}

/** A day the plan gives the draft is not before its window's end, so an earlier one means that this unit's was extended. */
function ownStages({ stages, to }: NominationRound): NominationRound['stages'] {
  const { draft } = stages;
  return draft?.on !== undefined && draft.on < to ? { ...stages, draft: { ...draft, on: to } } : stages;
}

/** What ends with the window is as provisional as its end. */
function windowMarked(plan: NominationInput['plan'], { to, provisional }: NominationRound): NominationInput['plan'] {
  return provisional && plan.draft.on === to ? { ...plan, draft: { ...plan.draft, provisional } } : plan;
}

function checkWindow(movement: Movement, { from, to }: NominationRound, at: string): void {
  const instant = Date.parse(at);
  if (Date.parse(from) <= instant && instant <= Date.parse(to)) return;
  throw new PlanningError('WINDOW_NOT_OPEN', { movement: movement.id, from: localDay(from), to: localDay(to), at });
}

/** The document gives some movements to one kind of recipient only (004, 2.6: “10 cá nhân”). */
function checkKind(movement: Movement, kind: NominationInput['nominee']['kind']): void {
  if (quotaOf(movement, kind).ceiling !== 0) return;
  const [kindVi, kindEn] = kind === 'collective' ? ['tập thể', 'collectives'] : ['cá nhân', 'individuals'];
  const other = kind === 'collective' ? 'individual' : 'collective';
  throw new PlanningError('KIND_NOT_AWARDED', { movement: movement.id, kind, kindVi, kindEn }, [other]);
}
