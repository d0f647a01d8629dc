import { canonicalJson } from '../../contract/canonicalJson.ts';
import type { Refusal } from '../../contract/refusals.ts';
import type { RoundContext } from '../../contract/round.ts';
import type { RoundChangeEvent } from '../../contract/roundEvents.ts';
import type { RoundDeadlineName } from '../../contract/roundStates.ts';
import { isCounted, uncountable } from './deadlines.ts';
import { movableInstant } from './standing.ts';
import type { RoundFormRequirement, roundFormRequirementNames } from './vocabulary.ts';
import { planOpeningAt } from './window.ts';

type DeadlineChange = Extract<RoundChangeEvent, { type: 'deadline.change' }>;
type ChangeRequirementName = Extract<(typeof roundFormRequirementNames)[number], `change${string}`>;

const ms = (at: string): number => Date.parse(at);

function of(judge: (context: RoundContext, change: DeadlineChange) => Refusal | null): RoundFormRequirement {
  return (context, event) => (event.type === 'deadline.change' ? judge(context, event) : null);
}

/** What a change of deadlines and rules must keep to. */
export const changeRequirements: Record<ChangeRequirementName, RoundFormRequirement> = {
  /** It moves something that is there, or sets a rule that is not there yet; a part that cannot be done refuses it whole. */
  changeHasEffect: of((context, change) => {
    const nothing: Refusal = {
      code: 'NOTHING_TO_CHANGE',
      detail: change.of === undefined ? {} : { of: 'round', deadline: change.of },
    };
    if ((change.of ?? change.dueAt ?? change.unit) !== undefined && !movesSomething(context, change)) return nothing;
    if (change.stages && !context.approved) return nothing;
    const empty = Object.entries(change.plan ?? {}).find(
      ([name, rule]) =>
        isCounted(name as RoundDeadlineName) && uncountable(rule, change.at, change.calendar ?? context.calendar),
    );
    if (empty) return { code: 'NOTHING_TO_CHANGE', detail: { of: 'round', deadline: empty[0] } };
    const something =
      change.of !== undefined ||
      differs(change.plan, context.plan) ||
      differs(change.stages, context.approved?.stages ?? {}) ||
      (change.calendar !== undefined && change.calendar.ref !== context.calendar?.ref);
    return something ? null : nothing;
  }),
  /** A clock that stands still is judged by the instant at which it stands, as a nomination's is. */
  changeAhead: of(({ suspension }, { at, of: name, dueAt }) => {
    const now = name === 'suspension' ? at : (suspension?.since ?? at);
    return dueAt === undefined || ms(dueAt) > ms(now) ? null : { code: 'DUE_NOT_AHEAD', detail: { dueAt } };
  }),
  changeOrdered: of(({ approved }, change) => {
    if (!approved || change.dueAt === undefined) return null;
    const opening = change.of === 'opening';
    const { opensAt, nominationsFrom } = opening ? planOpeningAt(approved, change.dueAt) : approved;
    const answerBy = change.of === 'answer' ? change.dueAt : approved.answerBy;
    const closesAt = change.of === 'closing' ? change.dueAt : approved.closesAt;
    if (ms(opensAt) > ms(closesAt) || ms(nominationsFrom) > ms(closesAt))
      return { code: 'PLAN_WINDOW_REVERSED', detail: { opensAt, nominationsFrom, closesAt } };
    // Every unit would be late from the launch on.
    if ((opening || change.of === 'answer') && answerBy !== null && ms(opensAt) >= ms(answerBy))
      return { code: 'OPENING_AFTER_ANSWER', detail: { opensAt, answerBy } };
    return null;
  }),
};

function movesSomething(context: RoundContext, change: DeadlineChange): boolean {
  if (change.of === undefined || change.dueAt === undefined) return false;
  const from = movableInstant(context, change.of, change.unit);
  return from !== null && ms(from) !== ms(change.dueAt);
}

function differs(changed: object | undefined, present: object): boolean {
  return Object.entries(changed ?? {}).some(
    ([name, rule]) => canonicalJson(rule) !== canonicalJson((present as Record<string, unknown>)[name] ?? null),
  );
}
