import { endOfDay } from '../contract/calendarDay.ts';
import type { DayCount } from '../contract/dayCount.ts';
import type { StageDue } from '../contract/nomination.ts';
import type { DueRule } from '../contract/programme.ts';
import { windowEnd } from '../contract/programme.ts';

/**
 * Gives when a stage is due by the rule of a definition or of a movement plan. A day means its end; `windowEnd` is
 * `closesAt`, the instant at which the nominations of the round end.
 */
export function stageDueOf(rule: DueRule, closesAt: string): StageDue {
  const { on, grace, remindBefore, pausesWhileReturned } = rule;
  const count = dayCountOf(rule);
  return {
    ...(on !== undefined && { on: on === windowEnd ? closesAt : endOfDay(on) }),
    ...(count && { count }),
    ...(grace && { grace: { ...grace } }),
    ...(remindBefore && { remindBefore: [...remindBefore] }),
    ...(pausesWhileReturned && { pausesWhileReturned }),
  };
}

/** Gives the rule's count of days, calendar days unless it says otherwise, or null when it only names a day. */
export function dayCountOf(rule: DueRule): DayCount | null {
  const { withinDays, counting = 'calendar', firstDay, cutOffHour, endHour, rollForward } = rule;
  if (withinDays === undefined) return null;
  return {
    days: withinDays,
    kind: counting,
    ...(firstDay && { firstDay }),
    ...(cutOffHour !== undefined && { cutOffHour }),
    ...(endHour !== undefined && { endHour }),
    ...(rollForward !== undefined && { rollForward }),
  };
}
