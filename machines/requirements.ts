import { localDay } from '../contract/calendarDay.ts';
import type { NominationContext } from '../contract/nomination.ts';
import type { Refusal, RefusalCode } from '../contract/refusals.ts';
import { awaitedDivisions } from './bodies.ts';
import { changeRequirements } from './changeRequirements.ts';
import { conflictRefusals } from './conflicts.ts';
import { acceptedUntil, draftDue } from './deadlines.ts';
import type {
  Facts,
  formRequirementNames,
  Requirement,
  RequirementName,
  Rule,
  stateRequirementNames,
} from './vocabulary.ts';

function unless(holds: boolean, code: RefusalCode, detail: Record<string, string> = {}): Refusal | null {
  return holds ? null : { code, detail };
}

const ms = (at: string | undefined): number => Date.parse(at ?? '');

function notAfter(last: string, at: string): Refusal | null {
  return unless(ms(at) <= ms(last), 'PAST_DEADLINE', { dueAt: last });
}

const stateRequirements: Record<(typeof stateRequirementNames)[number], Requirement> = {
  /** An act at the very instant it is due, or a soft grace time ends, is in time. */
  inTime: ({ deadline }, { at }) => (deadline === null ? null : notAfter(acceptedUntil(deadline), at)),
  /** A revived nomination is a draft again: only while drafts may still be handed in. */
  draftWindowOpen: (context, { at }) => notAfter(acceptedUntil(draftDue(context)), at),
  deadlinePassed: ({ deadline }, { at }) =>
    unless(deadline !== null && ms(at) > ms(deadline.wakeAt), 'BEFORE_DUE', { dueAt: deadline?.wakeAt ?? '' }),
  dueReached: ({ deadline }, { at }) =>
    unless(deadline !== null && ms(at) >= ms(deadline.dueAt), 'BEFORE_DUE', { dueAt: deadline?.dueAt ?? '' }),
  returnsLeft: ({ returns, maxReturns }) =>
    unless(returns < maxReturns, 'RETURNS_EXHAUSTED', { maxReturns: String(maxReturns) }),
  nextTierExists: ({ bodies, tier }) => unless(tier + 1 < bodies.authorities.length, 'NO_NEXT_TIER'),
  divisionAwaited: (context, { division }) => {
    if (division === undefined) return null;
    const asked = context.appraisals.find((appraisal) => appraisal.division === division);
    if (asked?.given) return { code: 'OPINION_ALREADY_GIVEN', detail: { division } };
    return unless(asked !== undefined, 'DIVISION_NOT_ASKED', { division, asked: awaitedDivisions(context).join(',') });
  },
  /** Root transitions reach final states too; the explanation with the states is the interpreter's. */
  stillOpen: ({ deadline }, { type }) => unless(deadline !== null, 'NOT_NOW', { event: type }),
  roundRunning: ({ suspension }) => unless(!suspension, 'NOTHING_TO_CHANGE'),
  roundSuspended: ({ suspension }) => unless(Boolean(suspension), 'NOTHING_TO_CHANGE'),
};

/** Requirements on what the person fills in: `why` leaves them out, since nothing has been filled in yet. */
const formRequirements: Record<(typeof formRequirementNames)[number], Requirement> = {
  itemsListed: (_, { itemCodes }) => unless((itemCodes?.length ?? 0) > 0, 'ITEMS_MISSING'),
  dueAhead: (_, { at, dueAt }) => unless(ms(dueAt) > ms(at), 'DATE_NOT_AHEAD'),
  divisionsKnown: ({ bodies }, { divisions = [] }) => {
    if (divisions.length === 0) return { code: 'DIVISIONS_MISSING', detail: {} };
    const unknown = divisions.find((division) => !bodies.divisions.includes(division));
    return unless(unknown === undefined, 'DIVISION_UNKNOWN', {
      division: unknown ?? '',
      divisions: bodies.divisions.join(','),
    });
  },
  resolutionGiven: (_, { resolution }) => unless(Boolean(resolution?.trim()), 'RESOLUTION_MISSING'),
  decisionNumbered: (_, { decisionNumber }) => unless(Boolean(decisionNumber?.trim()), 'DECISION_NUMBER_MISSING'),
  /** A decision is entered after it was signed; days compare as text. */
  decisionDated: (_, { at, decisionDate = '' }) =>
    unless(decisionDate !== '' && decisionDate <= localDay(at), 'DECISION_DATE_AHEAD', { decisionDate }),
  ...changeRequirements,
};

const requirements: Record<RequirementName, Requirement> = { ...stateRequirements, ...formRequirements };

/** Whether the facts are a whole event, or a probe whose form is still empty. */
export type Completeness = 'event' | 'probe';

/**
 * Gives every reason against an act under its rule: conflict rules first, which bind every act of a person whoever it
 * is, then what the rule itself requires. Empty: it may happen. Guard and explanation both call this and nothing else.
 */
export function refusalsUnder(
  rule: Rule,
  context: NominationContext,
  facts: Facts,
  completeness: Completeness = 'event',
): Refusal[] {
  const found = rule.who.length === 0 ? [] : conflictRefusals(rule, context, facts);
  // Withdrawing too: nothing runs out meanwhile, and the clock it starts would have to stand still at once.
  if (rule.kind === 'act' && context.suspension)
    found.push({ code: 'ROUND_SUSPENDED', detail: { since: context.suspension.since } });
  for (const name of rule.requires) {
    if (completeness === 'probe' && name in formRequirements) continue;
    const refusal = requirements[name](context, facts);
    if (refusal) found.push(refusal);
  }
  if (completeness === 'event' && rule.reason === 'required' && !facts.reasonGiven)
    found.push({ code: 'REASON_MISSING', detail: {} });
  return found;
}
