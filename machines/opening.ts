import type { NominationContext, NominationInput } from '../contract/nomination.ts';
import type { Refusal } from '../contract/refusals.ts';
import type { Actor } from '../contract/roles.ts';
import { checkPlan } from './checkPlan.ts';
import { ruledDeadline } from './deadlines.ts';
import { OtherMachineError } from './errors.ts';
import { refusalsUnder } from './requirements.ts';
import { openingRule } from './rules.ts';

/**
 * Name and version every nomination is pinned to from its start (design rule 7). Rounds, grace times, reminders and working
 * days only added to version 1: every event recorded before them still leads to the same state, refusals and instants. A new
 * number is due when a recorded event would be refused, lead elsewhere or set another instant, or when a persisted state,
 * its nesting or a context field changes its meaning; then version 1 stays beside it until its nominations are over.
 */
export const machineVersion = 'nomination@1';

/** Gives why this person may not open this nomination; empty when they may. Throws as `begin` does for a bad plan. */
export function openingRefusals(input: NominationInput, actor: Actor): Refusal[] {
  const context = openingContext(input);
  const facts = { type: 'draft.amend', at: input.openedAt, actor, as: 'unitClerk' } as const;
  return refusalsUnder(openingRule, { ...context, actedAs: {} }, facts, 'probe');
}

/** Gives the context a nomination starts with. Built here and not in the machine, whose context factory also runs, without input, on every transition. */
export function openingContext(input: NominationInput): NominationContext {
  if (input.machine !== machineVersion)
    throw new OtherMachineError(`Pinned to ${input.machine}, this is ${machineVersion}`);
  checkPlan(input);
  return {
    ...input,
    revision: 1,
    deadline: ruledDeadline(input, 'draft', input.openedAt),
    tier: 0,
    returns: 0,
    itemCodes: [],
    appraisals: [],
    actedAs: { [input.openedBy]: 'unitClerk' },
    hold: null,
    resolution: null,
    decision: null,
    refusalGround: null,
  };
}
