import type { RoundContext } from '../../contract/round.ts';
import type { RoundDeadlineName } from '../../contract/roundStates.ts';
import { markOf, staysProvisional } from '../dueDates.ts';
import type { RoundChange } from './changes.ts';
import { inOrder, onInstant, stateRunning } from './deadlines.ts';
import { stallCountedFrom } from './stall.ts';
import { shiftedWindow, windowEnd } from './window.ts';

const ms = (at: string): number => Date.parse(at);

/** Stops every running clock and keeps what was left of each. */
export function clocksPaused(context: RoundContext, since: string): RoundChange {
  const from = stateRunning(context);
  if (from === null) return {};
  const paused = context.deadlines.map((deadline) => {
    return { name: deadline.name, remainingMs: ms(deadline.dueAt) - ms(since), ...markOf(deadline) };
  });
  return { suspension: { since, from, paused } };
}

/**
 * Lets the clocks go on with what was left of them. The window moves by the length of the suspension as far as it was still
 * ahead. A duty that was already overdue is overdue again at once, and escalates from the first step.
 */
export function clocksResumed(context: RoundContext, at: string): RoundChange {
  const { suspension } = context;
  if (!suspension) return {};
  const window = shiftedWindow(context, suspension.since, ms(at) - ms(suspension.since));
  const resumed = { ...context, ...window };
  const deadlines = suspension.paused.map(({ name, remainingMs, provisional }) => {
    const dueAt = seasonInstant(resumed, name) ?? plus(at, remainingMs);
    return onInstant(resumed, name, dueAt, at, staysProvisional(provisional, dueAt, context.calendar));
  });
  return { ...window, ...stallCountMoved(context, at), suspension: null, deadlines: inOrder(deadlines) };
}

/** A movement could not move while it stood still. */
function stallCountMoved(context: RoundContext, at: string): RoundChange {
  const { suspension, stalledAfterDays } = context;
  const from = stallCountedFrom(context);
  if (suspension?.from !== 'open' || stalledAfterDays === null || from === null) return {};
  return { stallCountsFrom: plus(from, ms(at) - ms(suspension.since)) };
}

/** The opening and the closing are where the plan now says, so that clock and plan cannot part. */
function seasonInstant({ approved, unitWindows }: RoundContext, name: RoundDeadlineName): string | null {
  if (!approved) return null;
  if (name === 'opening') return approved.opensAt;
  return name === 'closing' ? windowEnd(approved, unitWindows) : null;
}

function plus(at: string, lengthMs: number): string {
  return new Date(ms(at) + lengthMs).toISOString();
}
