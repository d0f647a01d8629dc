import type { Refusal } from '../../contract/refusals.ts';
import type { Actor, RoleName } from '../../contract/roles.ts';
import type { RoundContext } from '../../contract/round.ts';
import type { RoundEvent } from '../../contract/roundEvents.ts';
import type { Text } from '../../contract/texts/text.ts';
import type { ReasonRule, Who } from '../vocabulary.ts';

export type { ReasonRule, Who };

/** Fields of an act besides the reason. The names are those of `contract/roundActs.ts` and of a change. */
export type RoundFieldName =
  | 'plan'
  | 'planHash'
  | 'unit'
  | 'takesPart'
  | 'nominees'
  | 'kind'
  | 'parties'
  | 'of'
  | 'dueAt'
  | 'stages'
  | 'calendar';

/** Requirements on where the round stands, judged even before a form is filled in. */
export const roundStateRequirementNames = [
  'deadlinePassed',
  'windowRunning',
  'windowNotOver',
  'unitTakesPart',
  'stalled',
] as const;
/** Requirements on what the event itself says. */
export const roundFormRequirementNames = [
  'planOrdered',
  'planAhead',
  'planSeen',
  'unitKnown',
  'stageDone',
  'changeHasEffect',
  'changeAhead',
  'changeOrdered',
] as const;
export type RoundRequirementName =
  | (typeof roundStateRequirementNames)[number]
  | (typeof roundFormRequirementNames)[number];

export type RoundRuleName = RoundEvent['type'];

/**
 * The typed `meta` of every transition of a round. As in the nomination machine, **the guard of a transition is generated
 * from its meta** (`setup.ts`, `move`), so interface, explanation and machine cannot disagree.
 */
export type RoundRule = {
  label: Text;
  /** Empty: no person does it (the season brings it about). */
  who: readonly Who[];
  reason: ReasonRule;
  form: readonly RoundFieldName[];
  requires: readonly RoundRequirementName[];
};

/** A question "could this person?", before any form is filled in. */
export type RoundProbe = { probe: true; type: RoundRuleName; at: string; actor: Actor; as: RoleName; unit?: string };

/** What a rule is judged by: a whole event, or a probe. */
export type RoundFacts = RoundEvent | RoundProbe;

/** A named, pure condition: null when it holds, else the coded reason why not. */
export type RoundStateRequirement = (context: RoundContext, facts: RoundFacts) => Refusal | null;
export type RoundFormRequirement = (context: RoundContext, event: RoundEvent) => Refusal | null;

/** Gives the unit the facts are about, if any. */
export function unitOf(facts: RoundFacts): string | undefined {
  return 'unit' in facts ? facts.unit : undefined;
}
