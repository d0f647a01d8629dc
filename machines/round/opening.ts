import type { RoundContext, RoundInput } from '../../contract/round.ts';
import { OtherMachineError } from '../errors.ts';
import { checkRoundPlan, deadlinesOnEntry } from './deadlines.ts';

/** Name and version every round is pinned to from its beginning. */
export const roundMachineVersion = 'round@1';

/**
 * Gives the context a round begins with. Built here and not in the machine, whose context factory also runs, without input,
 * on every transition. Throws OtherMachineError (pinned to another machine) or IncompletePlanError (a duty without a date).
 */
export function roundBeginning(input: RoundInput): RoundContext {
  if (input.machine !== roundMachineVersion)
    throw new OtherMachineError(`Pinned to ${input.machine}, this is ${roundMachineVersion}`);
  checkRoundPlan(input);
  const context: RoundContext = {
    ...input,
    revision: 1,
    proposal: null,
    approved: null,
    deadlines: [],
    answers: {},
    registrations: 0,
    covenants: 0,
    unitWindows: {},
    openedAt: null,
    stalledSince: null,
    suspension: null,
    handedOn: [],
    actedAs: {},
  };
  return { ...context, deadlines: deadlinesOnEntry(context, 'planning', input.begunAt) };
}
