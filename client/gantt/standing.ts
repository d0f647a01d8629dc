import { daysBetween } from './record.ts';
import type { BarState, Standpoint } from './types.ts';

type Days = { from: string; to: string };
type Standing = { state: BarState; slackDays: number | null };

/**
 * Gives where something stands that the record does not show to have happened. What should have happened, or begun, before
 * the record did is nobody's lateness: it is not on record, or still to come.
 */
export function notHappened({ from, to }: Days, { today, begunOn }: Standpoint): Standing {
  const due = to < today ? to : from;
  if (due >= today) return { state: 'coming', slackDays: null };
  if (begunOn !== null && due < begunOn) return { state: to < begunOn ? 'unknown' : 'coming', slackDays: null };
  return { state: 'late', slackDays: daysBetween(today, due) };
}

/** Gives where something stands by its days alone: what is over is not known to have been done. */
export function byDates({ from, to }: Days, today: string): Standing {
  if (to < today) return { state: 'unknown', slackDays: null };
  return from <= today ? { state: 'running', slackDays: daysBetween(today, to) } : { state: 'coming', slackDays: null };
}
