import type { WorkingCalendar } from '../contract/calendar.ts';
import type { NominationEvent } from '../contract/events.ts';
import type { NominationContext, StageDue } from '../contract/nomination.ts';
import type { Refusal } from '../contract/refusals.ts';
import type { Actor, BodySelector, RoleName } from '../contract/roles.ts';
import type { DeadlineName } from '../contract/states.ts';
import type { Text } from '../contract/texts/text.ts';

/** Fields the person fills in for an act, besides the reason. The names are those of `contract/acts.ts`. */
export type FieldName =
  | 'dossier'
  | 'items'
  | 'dueOn'
  | 'divisions'
  | 'division'
  | 'opinion'
  | 'resolution'
  | 'decisionNumber'
  | 'decisionDate'
  | 'ground';

/** Whether a reason must, may or cannot be given. */
export type ReasonRule = 'required' | 'optional' | 'none';

/** Who may do an act: a role, held for the body that the selector names in this nomination. */
export type Who = { role: RoleName; at: BodySelector };

/** Requirements on where the nomination stands, judged even before a form is filled in. */
export const stateRequirementNames = [
  'inTime',
  'draftWindowOpen',
  'deadlinePassed',
  'dueReached',
  'returnsLeft',
  'nextTierExists',
  'divisionAwaited',
  'stillOpen',
  'roundRunning',
  'roundSuspended',
] as const;
/** Requirements on what the person fills in. */
export const formRequirementNames = [
  'itemsListed',
  'dueAhead',
  'divisionsKnown',
  'resolutionGiven',
  'decisionNumbered',
  'decisionDated',
  'rulesComplete',
  'newDueAhead',
  'somethingChanges',
] as const;
export type RequirementName = (typeof stateRequirementNames)[number] | (typeof formRequirementNames)[number];

/**
 * The typed `meta` of every transition, and the key idea of this folder: **the guard of a transition is generated from
 * its meta** (`setup.ts`, `move`), so what the interface shows, what `refusals` explains and what the machine lets
 * through are one statement and cannot disagree.
 */
export type Rule = {
  /**
   * An act of a person on this nomination; a change that reaches many nominations at once, which is no act in a capacity
   * and goes on while the round is suspended; or a deadline.
   */
  kind: 'act' | 'change' | 'deadline';
  label: Text;
  /** Empty: no person does it (a deadline). */
  who: readonly Who[];
  reason: ReasonRule;
  form: readonly FieldName[];
  /** What this act requires beside the conflict rules, which bind every act of a person. */
  requires: readonly RequirementName[];
};
export type RuleName = NominationEvent['type'];

/** What a requirement may look at: any event of a nomination, or a probe that asks "could this person?". */
export type Facts = {
  type: RuleName;
  at: string;
  actor?: Actor;
  as?: RoleName;
  reasonGiven?: boolean;
  expectedRevision?: number;
  itemCodes?: string[];
  dueAt?: string;
  divisions?: string[];
  division?: string;
  resolution?: string;
  decisionNumber?: string;
  decisionDate?: string;
  plan?: Partial<Record<DeadlineName, StageDue>>;
  of?: DeadlineName;
  calendar?: WorkingCalendar;
};

/** A named, pure condition: null when it holds, else the coded reason why not. */
export type Requirement = (context: NominationContext, facts: Facts) => Refusal | null;
