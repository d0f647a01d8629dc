import type { RoundContext } from '../../contract/round.ts';
import type { RoundDeadlineName } from '../../contract/roundStates.ts';
import { isProvisionalDue } from '../dueDates.ts';
import { stateRunning } from './deadlines.ts';
import { isProvisionalDate, isProvisionalEnd, windowEnd } from './window.ts';

/** A deadline as a preview or a chart shows it: it runs, its clock stands still, or the approved plan has fixed it ahead. */
export type StandingDeadline = {
  name: RoundDeadlineName;
  /** Of a paused one: when it would have been due without the suspension. */
  dueAt: string;
  paused: boolean;
  ahead: boolean;
  provisional: boolean;
};

/** Gives every deadline of the round that has an instant now, the running ones first. */
export function standingDeadlines(context: RoundContext): StandingDeadline[] {
  const running = context.deadlines.map(({ name, dueAt, provisional }) => ({
    name,
    dueAt,
    paused: false,
    ahead: false,
    provisional: provisional ?? false,
  }));
  return [...running, ...pausedDeadlines(context), ...deadlinesAhead(context)];
}

function pausedDeadlines({ suspension, plan, calendar }: RoundContext): StandingDeadline[] {
  if (!suspension) return [];
  return suspension.paused.map(({ name, remainingMs, provisional: moved }) => {
    const dueAt = new Date(Date.parse(suspension.since) + remainingMs).toISOString();
    const provisional = moved ?? isProvisionalDue(plan[name], dueAt, calendar);
    return { name, dueAt, paused: true, ahead: false, provisional };
  });
}

/** Between approval and launch the plan already says when the window ends and by when the units answer. */
function deadlinesAhead(context: RoundContext): StandingDeadline[] {
  const { approved, suspension, unitWindows } = context;
  if (!approved || (suspension?.from ?? stateRunning(context)) !== 'approved') return [];
  const ahead = (name: 'answer' | 'closing', dueAt: string, provisional: boolean) => {
    return { name, dueAt, paused: false, ahead: true, provisional };
  };
  const { answerBy } = approved;
  return [
    ...(answerBy === null ? [] : [ahead('answer', answerBy, isProvisionalDate(context, 'answer'))]),
    ahead('closing', windowEnd(approved, unitWindows), isProvisionalEnd(context)),
  ];
}

/**
 * Gives the instant a change of this deadline would move; null when it has none now. The end of the nominations is that of
 * the plan, or with `unit` that unit's own.
 */
export function movableInstant(context: RoundContext, of: RoundDeadlineName, unit?: string): string | null {
  const standing = standingDeadlines(context).find(({ name }) => name === of);
  if (!standing) return null;
  if (of === 'closing')
    return (unit === undefined ? undefined : context.unitWindows[unit]) ?? context.approved?.closesAt ?? null;
  return unit === undefined ? standing.dueAt : null;
}
