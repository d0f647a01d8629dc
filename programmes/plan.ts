import { endOfDay, localDay } from '../contract/calendarDay.ts';
import type { NominationInput, StageDue } from '../contract/nomination.ts';
import type { DueRule, Movement, Programme } from '../contract/programme.ts';
import { windowEnd } from '../contract/programme.ts';
import type { DeadlineName } from '../contract/states.ts';
import { deadlineNames } from '../contract/states.ts';
import type { Directory } from './directorySchema.ts';
import { findMovement, findUnit } from './find.ts';
import { programmeRef } from './hash.ts';
import { deadlineRules, movementBodies, resolveStep } from './movements.ts';
import { PlanningError } from './planningError.ts';
import { quotaOf } from './quota.ts';

/** What the opening act says; the rest of a nomination's input comes from the definitions. */
export type PlanRequest = {
  programme: Programme;
  directory: Directory;
  movementId: string;
  unitId: string;
  nominee: NominationInput['nominee'];
  nominationId: string;
  openedAt: string;
  openedBy: string;
  dossierHash: string;
  /** `nomination@version`. */
  machine: string;
};

/** Gives everything the nomination keeps from its start. Throws PlanningError where the request does not fit. */
export function planNomination(request: PlanRequest): NominationInput {
  const { programme, directory } = request;
  const movement = findMovement(programme, request.movementId);
  const unit = findUnit(programme, directory, request.unitId);
  checkWindow(movement, request.openedAt);
  checkKind(movement, request.nominee.kind);
  const bodies = { unit: unit.id, ...movementBodies(programme, movement) };
  const escalation = movement.configured.escalation ?? programme.configured.escalation;
  return {
    nominationId: request.nominationId,
    openedAt: request.openedAt,
    openedBy: request.openedBy,
    programme: programmeRef(programme),
    machine: request.machine,
    movementId: movement.id,
    road: movement.configured.road,
    guards: [...movement.configured.guards],
    nominee: request.nominee,
    dossierHash: request.dossierHash,
    bodies,
    plan: planStages(programme, movement),
    escalation: {
      everyDays: escalation.everyDays,
      chain: escalation.chain.map((step) => resolveStep(step, bodies)).filter((queue) => queue !== null),
    },
    maxReturns: programme.configured.maxReturns,
  };
}

/** Gives whether the movement takes nominations at the instant. */
export function isOpen({ reviewTime: { window } }: Movement, at: string): boolean {
  const day = localDay(at);
  return window.from <= day && day <= window.to;
}

/** Gives when each stage is due, days as the end of the local day. */
export function planStages(programme: Programme, movement: Movement): Record<DeadlineName, StageDue> {
  const rules = deadlineRules(programme, movement);
  // A road without a stage never enters it; its entry is filled all the same, for XState fires a missing delay at once.
  const spare = rules.decision ?? {};
  const stages = deadlineNames.map((name) => [name, stageDue(rules[name] ?? spare, movement)] as const);
  return Object.fromEntries(stages) as Record<DeadlineName, StageDue>;
}

function stageDue({ on, withinDays }: DueRule, movement: Movement): StageDue {
  const day = on === windowEnd ? movement.reviewTime.window.to : on;
  return { ...(day !== undefined && { on: endOfDay(day) }), ...(withinDays !== undefined && { withinDays }) };
}

function checkWindow(movement: Movement, at: string): void {
  if (isOpen(movement, at)) return;
  const { from, to } = movement.reviewTime.window;
  throw new PlanningError('WINDOW_NOT_OPEN', { movement: movement.id, from, to, at });
}

/** The document gives some movements to one kind of recipient only (004, 2.6: “10 cá nhân”). */
function checkKind(movement: Movement, kind: NominationInput['nominee']['kind']): void {
  if (quotaOf(movement, kind).ceiling !== 0) return;
  const [kindVi, kindEn] = kind === 'collective' ? ['tập thể', 'collectives'] : ['cá nhân', 'individuals'];
  const other = kind === 'collective' ? 'individual' : 'collective';
  throw new PlanningError('KIND_NOT_AWARDED', { movement: movement.id, kind, kindVi, kindEn }, [other]);
}
