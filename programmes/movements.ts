import type { NoticeTemplate } from '../contract/nomination.ts';
import type { DueRule, Movement, Programme } from '../contract/programme.ts';
import { bodyOf } from '../contract/programme.ts';
import type { Queue, RecipientName, RoleName } from '../contract/roles.ts';
import { queueOf, roleNames } from '../contract/roles.ts';
import type { AwardForm, RoundDeadlineName } from '../contract/roundStates.ts';
import type { DeadlineName, RecipientKind } from '../contract/states.ts';

/** The bodies that act on a movement's nominations: the movement's own configuration before the programme's. */
export type MovementBodies = {
  inCharge: string;
  standingBody: string;
  council: string;
  authorities: string[];
  divisions: string[];
};

/** Gives the bodies that act on the movement. */
export function movementBodies(programme: Programme, movement: Movement): MovementBodies {
  const own = movement.configured;
  return {
    inCharge: bodyOf(movement.inCharge),
    standingBody: own.standingBody ?? bodyOf(programme.standingBody),
    council: own.council ?? bodyOf(programme.council),
    authorities: own.authorities ?? programme.authorities.configured.value,
    divisions: own.divisions,
  };
}

/** Gives the movement's deadline rules: its own before the programme's. */
export function deadlineRules(programme: Programme, movement: Movement): Partial<Record<DeadlineName, DueRule>> {
  return { ...programme.configured.deadlines, ...movement.configured.deadlines };
}

/** Gives the rules of the movement's rounds themselves: its own before the programme's. */
export function roundRules(programme: Programme, movement: Movement): Partial<Record<RoundDeadlineName, DueRule>> {
  return { ...programme.configured.rounds.deadlines, ...movement.configured.rounds?.deadlines };
}

/** Gives after how many days without any act the movement counts as stalled; null: there is no such rule. */
export function stalledAfterDays(programme: Programme, movement: Movement): number | null {
  return (movement.configured.rounds?.stalled ?? programme.configured.rounds.stalled)?.afterDays ?? null;
}

/** Gives the most nominations of a kind that the movement's plan proposes to take from one unit; empty: as many as it likes. */
export function nominationsPerUnit(programme: Programme, movement: Movement): Partial<Record<RecipientKind, number>> {
  return (
    (movement.configured.rounds?.nominationsPerUnit ?? programme.configured.rounds.nominationsPerUnit)?.value ?? {}
  );
}

/** Gives the form of award that the movement's plan proposes; the approved plan may have another. */
export function awardFormOf(programme: Programme, movement: Movement): AwardForm {
  return (movement.configured.awardForm ?? programme.configured.awardForm).value;
}

/** Gives whom the programme wants told, by template; a template not named is left to the machine's own recipients. */
export function noticeRecipients(
  programme: Programme,
  movement: Movement,
): Partial<Record<NoticeTemplate, RecipientName[]>> {
  return { ...programme.configured.notices, ...movement.configured.notices };
}

/** Names that a step of an escalation chain may give instead of a body. */
export const chainSelectors = ['unit', 'inCharge', 'standingBody', 'authority', 'nextTier'] as const;

/** Gives the queue of a chain's step `role@selector` or `role@body`, or null when it leads nowhere. */
export function resolveStep(step: string, bodies: MovementBodies & { unit?: string }): Queue | null {
  const { role, target } = splitStep(step);
  if (!isRole(role) || !target) return null;
  const selected: Record<(typeof chainSelectors)[number], string | undefined> = {
    unit: bodies.unit,
    inCharge: bodies.inCharge,
    standingBody: bodies.standingBody,
    authority: bodies.authorities[0],
    nextTier: bodies.authorities[1],
  };
  const body = target in selected ? selected[target as keyof typeof selected] : target;
  return body ? queueOf(role, body) : null;
}

/** Gives the queues of the movement's escalation chain. A round belongs to no unit, so a unit's steps are left out there. */
export function escalationOf(
  programme: Programme,
  movement: Movement,
  unit?: string,
): { everyDays: number; chain: Queue[] } {
  const { everyDays, chain } = movement.configured.escalation ?? programme.configured.escalation;
  const bodies = { ...movementBodies(programme, movement), ...(unit !== undefined && { unit }) };
  return { everyDays, chain: chain.map((step) => resolveStep(step, bodies)).filter((queue) => queue !== null) };
}

/** Gives both sides of a chain's step; empty where one is missing. */
export function splitStep(step: string): { role: string; target: string } {
  const [role = '', target = ''] = step.split('@');
  return { role, target };
}

/** Gives whether the text names a role. */
export function isRole(name: string): name is RoleName {
  return (roleNames as readonly string[]).includes(name);
}
