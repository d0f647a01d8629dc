import type { NominationContext } from '../contract/nomination.ts';
import { goesOn, pausedClock } from './clocks.ts';
import { draftDue, ruledDeadline } from './deadlines.ts';
import { staysProvisional } from './dueDates.ts';
import { draftRule } from './newDue.ts';

/**
 * The round is suspended: the state stays and its clock stops. What runs instead is the review of the suspension, so that
 * the matter keeps an owner, a due time and a next step. A hold keeps its own pause untouched below this one: nobody can end
 * a hold while the round is suspended, so the two always end in the reverse of the order they began in.
 */
export function clockSuspended(context: NominationContext, at: string): Partial<NominationContext> {
  const { deadline } = context;
  return {
    suspension: { since: at, paused: deadline && pausedClock(deadline, at) },
    deadline: ruledDeadline(context, 'hold', at),
  };
}

/**
 * The round goes on, and its nomination with what was left. The submission window moves by the same time, or a draft that
 * is withdrawn and revived would have lost it.
 */
export function clockUnsuspended(context: NominationContext, at: string): Partial<NominationContext> {
  const { suspension } = context;
  if (!suspension) return {};
  const stoodMs = Date.parse(at) - Date.parse(suspension.since);
  const windowEnds = new Date(Date.parse(draftDue(context).dueAt) + stoodMs).toISOString();
  const provisional = staysProvisional(context.plan.draft.provisional, windowEnds, context.calendar) || undefined;
  const plan = { ...context.plan, draft: draftRule(context, windowEnds, provisional) };
  const resumed = { ...context, plan };
  return { plan, suspension: null, ...(suspension.paused ? goesOn(resumed, suspension.paused, at) : {}) };
}
