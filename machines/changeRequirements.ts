import { canonicalJson } from '../contract/canonicalJson.ts';
import type { NominationContext } from '../contract/nomination.ts';
import { checkPlan } from './checkPlan.ts';
import { IncompletePlanError } from './errors.ts';
import { clockNamed, rulesAfter } from './newDue.ts';
import type { Facts, Requirement } from './vocabulary.ts';

const ms = (at: string): number => Date.parse(at);

/** What a change of deadlines must say. Each refusal changes nothing. */
export const changeRequirements = {
  /** The rules it brings must give every stage a date, or the nomination would break when it enters one. */
  rulesComplete: (context, facts) => (complete(context, facts) ? null : { code: 'RULE_INCOMPLETE', detail: {} }),
  /** A clock that stands still is judged by the instant at which it stands: its own time has not gone on. */
  newDueAhead: (context, { at, of, dueAt }) => {
    const clock = clockNamed(context, of);
    if (dueAt === undefined || !(clock || of === 'draft')) return null;
    const now = clock ? (clock.stoppedAt ?? at) : (context.suspension?.since ?? at);
    return ms(dueAt) > ms(now) ? null : { code: 'DUE_NOT_AHEAD', detail: { dueAt } };
  },
  /** A change that would leave everything as it is must not fill the record and the mailboxes. */
  somethingChanges: (context, facts) => {
    if (!complete(context, facts) || clockMoves(context, facts) || rulesDiffer(context, facts)) return null;
    return { code: 'NOTHING_TO_CHANGE', detail: facts.of === undefined ? {} : { deadline: facts.of } };
  },
} as const satisfies Record<string, Requirement>;

function complete(context: NominationContext, { plan, calendar }: Facts): boolean {
  if (!plan && !calendar) return true;
  try {
    checkPlan({ ...context, plan: { ...context.plan, ...plan }, ...(calendar ? { calendar } : {}) });
    return true;
  } catch (error) {
    if (error instanceof IncompletePlanError) return false;
    throw error;
  }
}

function clockMoves(context: NominationContext, { of, dueAt }: Facts): boolean {
  const clock = clockNamed(context, of);
  return clock !== undefined && dueAt !== undefined && ms(clock.dueAt) !== ms(dueAt);
}

function rulesDiffer(context: NominationContext, facts: Facts): boolean {
  const after = rulesAfter(context, facts);
  return (
    canonicalJson(after.plan) !== canonicalJson(context.plan) ||
    canonicalJson(after.calendar ?? null) !== canonicalJson(context.calendar ?? null)
  );
}
