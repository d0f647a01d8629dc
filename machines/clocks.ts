import type { Deadline, NominationContext, PausedClock } from '../contract/nomination.ts';
import type { DeadlineName } from '../contract/states.ts';
import { setDeadline } from './deadlines.ts';
import { isProvisionalDue, markOf, staysProvisional } from './dueDates.ts';

/** A clock of this nomination: the one that runs, or one that stands still until a suspension, a hold or a return ends. */
export type Clock = {
  name: DeadlineName;
  place: 'running' | 'suspension' | 'hold' | 'return';
  /** When it is due; of one that stands still, when it would have been. */
  dueAt: string;
  /** Null while it runs. */
  stoppedAt: string | null;
  provisional: boolean;
};

type Paused = PausedClock<DeadlineName>;
const ms = (at: string): number => Date.parse(at);
const iso = (at: number): string => new Date(at).toISOString();

/**
 * Gives the clocks there are: first the one that runs, then those that stand still, the last one stopped first. While the
 * round of a held nomination is suspended there are three: review of the suspension, review of the hold, and what was held;
 * and one more when the dossier is with the unit: the department's review.
 */
export function clocksOf(context: NominationContext): Clock[] {
  const { deadline, suspension, hold, returned } = context;
  if (!deadline) return [];
  const { name, dueAt } = deadline;
  const clocks: Clock[] = [
    { name, place: 'running', dueAt, stoppedAt: null, provisional: deadline.provisional === true },
  ];
  if (suspension?.paused) clocks.push(stopped(context, 'suspension', suspension.paused, suspension.since));
  if (hold && hold.deadlineName !== null && hold.remainingMs !== null) {
    const { deadlineName: name, remainingMs } = hold;
    clocks.push(stopped(context, 'hold', { name, remainingMs, ...markOf(hold) }, hold.since));
  }
  if (returned) clocks.push(stopped(context, 'return', returned.paused, returned.since));
  return clocks;
}

function stopped(
  { plan, calendar }: NominationContext,
  place: Clock['place'],
  { name, remainingMs, provisional: moved }: Paused,
  stoppedAt: string,
): Clock {
  const dueAt = iso(ms(stoppedAt) + remainingMs);
  return { name, place, dueAt, stoppedAt, provisional: moved ?? isProvisionalDue(plan[name], dueAt, calendar) };
}

/** Gives what is left of a running clock; negative when it is overdue. */
export function pausedClock(deadline: Deadline, at: string): Paused {
  const { name, dueAt } = deadline;
  return { name, remainingMs: ms(dueAt) - ms(at), ...markOf(deadline) };
}

/**
 * Lets a stopped clock go on with what was left of it, for the awaited opinions too. A matter that was overdue when its
 * clock was stopped is overdue again at once, and escalates from the first step.
 */
export function goesOn(
  context: NominationContext,
  { name, remainingMs, provisional: was }: Paused,
  at: string,
): Pick<NominationContext, 'deadline' | 'appraisals'> {
  const dueAt = iso(ms(at) + remainingMs);
  const provisional = staysProvisional(was, dueAt, context.calendar);
  return {
    deadline: setDeadline(context, name, dueAt, at, provisional),
    appraisals: opinionsDue(context, name, dueAt),
  };
}

/** Gives the appraisals with the awaited opinions due with the appraisal itself. */
export function opinionsDue({ appraisals }: NominationContext, name: DeadlineName, dueAt: string) {
  return name === 'appraisal' ? appraisals.map((asked) => (asked.given ? asked : { ...asked, dueAt })) : appraisals;
}
