import type { Refusal, RefusalCode } from '../../contract/refusals.ts';
import type { RoundContext } from '../../contract/round.ts';
import { changeRequirements } from './changeRequirements.ts';
import { roundConflictRefusals } from './conflicts.ts';
import { hasPassed } from './deadlines.ts';
import { stageRefusal } from './stages.ts';
import { stallsAt } from './stall.ts';
import type {
  RoundFacts,
  RoundFormRequirement,
  RoundRequirementName,
  RoundRule,
  RoundStateRequirement,
  roundFormRequirementNames,
  roundStateRequirementNames,
} from './vocabulary.ts';
import { unitOf } from './vocabulary.ts';

function unless(holds: boolean, code: RefusalCode, detail: Record<string, string> = {}): Refusal | null {
  return holds ? null : { code, detail };
}

const ms = (at: string): number => Date.parse(at);

const stateRequirements: Record<(typeof roundStateRequirementNames)[number], RoundStateRequirement> = {
  deadlinePassed: ({ deadlines: [soonest] }, { at }) =>
    unless(soonest !== undefined && hasPassed(soonest, at), 'BEFORE_DUE', { dueAt: soonest?.wakeAt ?? '' }),
  /** An act at the very instant the window ends is in time, also when it is applied later. */
  windowRunning: ({ deadlines }, { at }) => {
    const closing = deadlines.find(({ name }) => name === 'closing');
    return unless(closing !== undefined && ms(at) <= ms(closing.dueAt), 'PAST_DEADLINE', {
      dueAt: closing?.dueAt ?? '',
    });
  },
  /** A plan whose window ended while it lay here would open and close at once, with nobody able to nominate. */
  windowNotOver: ({ proposal }, { at }) =>
    unless(proposal !== null && ms(proposal.closesAt) > ms(at), 'PLAN_WINDOW_OVER', {
      closesAt: proposal?.closesAt ?? '',
    }),
  unitTakesPart: ({ answers }, facts) => {
    const unit = unitOf(facts) ?? '';
    const answer = Object.hasOwn(answers, unit) ? answers[unit] : undefined;
    return unless(answer?.takesPart !== false, 'UNIT_NOT_TAKING_PART', { unit });
  },
  stalled: (context, { at }) => {
    const from = stallsAt(context);
    return unless(from !== null && ms(at) >= ms(from), 'NOT_STALLED', from === null ? {} : { from });
  },
};

const formRequirements: Record<(typeof roundFormRequirementNames)[number], RoundFormRequirement> = {
  planOrdered: (_, event) => {
    if (event.type !== 'plan.submit') return null;
    const { opensAt, nominationsFrom, closesAt } = event.plan;
    const ordered = ms(nominationsFrom) <= ms(closesAt) && ms(opensAt) <= ms(closesAt);
    return unless(ordered, 'PLAN_WINDOW_REVERSED', { opensAt, nominationsFrom, closesAt });
  },
  /** The window must not be over; it may have begun, even before the plan was written (seed 003). */
  planAhead: (_, event) => {
    if (event.type !== 'plan.submit') return null;
    return unless(ms(event.plan.closesAt) > ms(event.at), 'PLAN_WINDOW_OVER', { closesAt: event.plan.closesAt });
  },
  planSeen: ({ proposal }, event) => {
    if (event.type !== 'plan.approve') return null;
    return unless(event.planHash === proposal?.hash, 'PLAN_CHANGED', {
      seen: event.planHash,
      submitted: proposal?.hash ?? '',
    });
  },
  unitKnown: ({ bodies }, event) => {
    const unit = unitOf(event);
    return unless(unit === undefined || bodies.units.includes(unit), 'UNIT_UNKNOWN', { unit: unit ?? '' });
  },
  stageDone: (context, event) => (event.type === 'stage.complete' ? stageRefusal(context, event.counts) : null),
  ...changeRequirements,
};

function judge(name: RoundRequirementName, context: RoundContext, facts: RoundFacts): Refusal | null {
  if (name in stateRequirements) return stateRequirements[name as keyof typeof stateRequirements](context, facts);
  // Nothing has been filled in yet.
  if ('probe' in facts) return null;
  return formRequirements[name as keyof typeof formRequirements](context, facts);
}

/**
 * Gives every reason against an event under its rule: conflict rules first, which bind every act of a person whoever it
 * is, then what the rule itself requires. Empty: it may happen. Guard and explanation both call this and nothing else.
 */
export function roundRefusalsUnder(rule: RoundRule, context: RoundContext, facts: RoundFacts): Refusal[] {
  const found = rule.who.length === 0 ? [] : roundConflictRefusals(rule, context, facts);
  for (const name of rule.requires) {
    const refusal = judge(name, context, facts);
    if (refusal) found.push(refusal);
  }
  if (!('probe' in facts) && rule.reason === 'required' && !('reasonGiven' in facts && facts.reasonGiven))
    found.push({ code: 'REASON_MISSING', detail: {} });
  return found;
}
