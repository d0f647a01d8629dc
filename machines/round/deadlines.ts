import { endOfDayAfter } from '../../contract/calendarDay.ts';
import type { StageDue } from '../../contract/nomination.ts';
import type { RoundContext, RoundDeadline, RoundInput } from '../../contract/round.ts';
import { unansweredUnits } from '../../contract/round.ts';
import type { RoundDeadlineName, RoundStateName } from '../../contract/roundStates.ts';
import { roundDeadlineNames } from '../../contract/roundStates.ts';
import type { DueDate } from '../dueDates.ts';
import { dueOf, dueOn, isProvisionalDue, markOf } from '../dueDates.ts';
import { IncompletePlanError } from '../errors.ts';
import { isProvisionalDate, isProvisionalEnd, windowEnd } from './window.ts';

/** What a counted deadline depends on. */
type Rules = Pick<RoundContext, 'plan' | 'calendar'>;

/** The state each deadline belongs to. `publication` runs in none: awards unpublished keep the decision stage open. */
export const stateOfDeadline = {
  plan: 'planning',
  approval: 'planReview',
  opening: 'approved',
  answer: 'open',
  closing: 'open',
  appraisal: 'appraisal',
  council: 'council',
  decision: 'decision',
  publication: null,
  conclusion: 'published',
  suspension: 'suspended',
} as const satisfies Record<RoundDeadlineName, RoundStateName | null>;

/** Deadlines that move the season. Their instants come from the approved plan; the others are counted by `plan`. */
const seasonDeadlines = ['opening', 'answer', 'closing'] as const satisfies RoundDeadlineName[];

type SeasonDeadline = (typeof seasonDeadlines)[number];

/** Gives whether the deadline is one of the season's own. */
export function isOfSeason(name: RoundDeadlineName): name is SeasonDeadline {
  return (seasonDeadlines as readonly RoundDeadlineName[]).includes(name);
}

/** Deadlines a round may have to count; the season's own need no rule. */
const countedDeadlines = roundDeadlineNames.filter(
  (name) => stateOfDeadline[name] !== null && !(seasonDeadlines as readonly string[]).includes(name),
);

/** Gives the state in which these deadlines run; null when none runs: the round is over. */
export function stateRunning({ deadlines }: Pick<RoundContext, 'deadlines'>): RoundStateName | null {
  const soonest = deadlines[0];
  return soonest ? stateOfDeadline[soonest.name] : null;
}

/** Gives the deadlines in the order in which they have something to do; of two at one instant, the earlier in the season. */
export function inOrder(deadlines: readonly RoundDeadline[]): RoundDeadline[] {
  const rank = ({ name }: RoundDeadline) => roundDeadlineNames.indexOf(name);
  return deadlines.toSorted((a, b) => Date.parse(a.wakeAt) - Date.parse(b.wakeAt) || rank(a) - rank(b));
}

/** Gives the deadlines that start to run when the state is entered at `at`. */
export function deadlinesOnEntry(context: RoundContext, state: RoundStateName, at: string): RoundDeadline[] {
  const { approved } = context;
  if (state === 'approved') return approved ? [onPlan(context, 'opening', approved.opensAt, at)] : [];
  if (state === 'open') {
    if (!approved) return [];
    const closing = onPlan(context, 'closing', windowEnd(approved, context.unitWindows), at);
    const asked = approved.answerBy !== null && unansweredUnits(context).length > 0;
    return inOrder([closing, ...(asked ? [onPlan(context, 'answer', approved.answerBy ?? '', at)] : [])]);
  }
  const name = countedDeadlines.find((each) => stateOfDeadline[each] === state);
  return name === undefined ? [] : [{ ...fresh(name, dueOf(context.plan[name], at, context.calendar)), startedAt: at }];
}

/** Gives a deadline of the season on an instant of the approved plan. The season waits for nobody: it has no grace. */
function onPlan(context: RoundContext, name: SeasonDeadline, dueAt: string, at: string): RoundDeadline {
  const { grace, ...rule } = context.plan[name];
  const kept = grace && name === 'answer' ? { ...rule, grace } : rule;
  const provisional = name === 'closing' ? isProvisionalEnd(context) : isProvisionalDate(context, name);
  return { ...fresh(name, dueOn(kept, dueAt, at, context.calendar)), ...markOf({ provisional }) };
}

/**
 * Gives a deadline at an instant that is already known, as if just set: level 0, its reminders from `at`. It is no count any
 * more and has no start; what was counted in working days stays provisional while the day it now falls on is. `provisional`:
 * its instant is, even if the rule does not say so; of the season's own the context says it.
 */
export function onInstant(
  context: RoundContext,
  name: RoundDeadlineName,
  dueAt: string,
  at: string,
  provisional: boolean = false,
): RoundDeadline {
  const { plan, calendar } = context;
  if (isOfSeason(name)) return onPlan(context, name, dueAt, at);
  const mark = markOf({ provisional: provisional || isProvisionalDue(plan[name], dueAt, calendar) });
  return { ...fresh(name, dueOn(plan[name], dueAt, at, calendar)), ...mark };
}

/** Gives the deadline's rule counted again from its start; null when it is no count. */
export function recounted({ plan, calendar }: Rules, { name, startedAt }: RoundDeadline): DueDate | null {
  return startedAt === undefined ? null : dueOf(plan[name], startedAt, calendar);
}

function fresh(name: RoundDeadlineName, due: DueDate): RoundDeadline {
  return { name, ...due, level: 0 };
}

/** Gives whether the deadline has something to do at `at`: the window opens with its first instant and closes after its last. */
export function hasPassed({ name, wakeAt }: RoundDeadline, at: string): boolean {
  return name === 'opening' ? Date.parse(at) >= Date.parse(wakeAt) : Date.parse(at) > Date.parse(wakeAt);
}

/** Gives the deadlines with the soonest one step up the escalation chain; at its last queue it stays and keeps reminding. */
export function withSoonestEscalated({ deadlines, escalation }: RoundContext, at: string): RoundDeadline[] {
  const [soonest, ...others] = deadlines;
  if (!soonest) return [];
  const level = Math.min(soonest.level + 1, escalation.chain.length);
  return inOrder([{ ...soonest, wakeAt: endOfDayAfter(at, escalation.everyDays), level }, ...others]);
}

/** Gives why a stage with this rule could not be given a due time; null when it could. */
export function uncountable(rule: StageDue, at: string, calendar: RoundContext['calendar']): Error | null {
  try {
    dueOf(rule, at, calendar);
    return null;
  } catch (cause) {
    return cause instanceof Error ? cause : new Error(String(cause));
  }
}

/** Gives whether a rule for this deadline must say when it is due. */
export function isCounted(name: RoundDeadlineName): boolean {
  return (countedDeadlines as readonly RoundDeadlineName[]).includes(name);
}

/** Throws IncompletePlanError unless every deadline this round can meet has a date, and escalation somewhere to go. */
export function checkRoundPlan({ plan, bodies, escalation, calendar, begunAt }: RoundInput): void {
  for (const name of countedDeadlines) {
    const cause = uncountable(plan[name], begunAt, calendar);
    if (cause) throw new IncompletePlanError(`The plan gives no date for "${name}": ${cause.message}`, { cause });
  }
  if (bodies.authorities.length === 0) throw new IncompletePlanError('No approving authority');
  if (escalation.chain.length === 0) throw new IncompletePlanError('The escalation chain is empty');
  if (!(escalation.everyDays >= 1)) throw new IncompletePlanError('Escalation must be at least a day apart');
}
