import { endOfDayAfter } from '../contract/calendarDay.ts';
import type { Deadline, NominationContext } from '../contract/nomination.ts';
import type { Queue } from '../contract/roles.ts';

/** Gives the same deadline one step up the escalation chain; at its last queue it stays and keeps reminding. */
export function escalated(context: NominationContext, at: string): Deadline | null {
  const { deadline, escalation } = context;
  if (!deadline) return null;
  return { ...reminded(context, deadline, at), level: Math.min(deadline.level + 1, escalation.chain.length) };
}

/** Gives the same deadline, to wake again a few days later. */
export function reminded(context: NominationContext, deadline: Deadline, at: string): Deadline {
  return { ...deadline, wakeAt: endOfDayAfter(at, context.escalation.everyDays) };
}

/** Gives to whom the owner's lateness has been told at this level of the chain, which skips the owner; null: to nobody yet. */
export function toldAt(chain: readonly Queue[], level: number, owner: Queue): Queue | null {
  const above = chain.filter((step) => step !== owner);
  return level === 0 ? null : (above[Math.min(level, above.length) - 1] ?? null);
}
