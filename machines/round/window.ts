import type { PlanFacts, RoundContext } from '../../contract/round.ts';
import type { RoundDeadlineName } from '../../contract/roundStates.ts';

const ms = (at: string): number => Date.parse(at);

/** Gives the last instant at which anybody's nominations are taken: the plan's end, or the latest individual one. */
export function windowEnd({ closesAt }: Pick<PlanFacts, 'closesAt'>, unitWindows: Record<string, string>): string {
  return Object.values(unitWindows).reduce((latest, end) => (ms(end) > ms(latest) ? end : latest), closesAt);
}

type Window = Pick<RoundContext, 'approved' | 'unitWindows'>;

type Marked = Pick<RoundContext, 'approved' | 'unitWindows' | 'provisionalDates'>;
type PlanDate = Extract<RoundDeadlineName, 'opening' | 'answer' | 'closing'>;

/** Gives whether a date of the plan, or a unit's own end of the window, was counted over days that may still change. */
export function isProvisionalDate(
  { unitWindows, provisionalDates = [] }: Marked,
  of: PlanDate,
  unit?: string,
): boolean {
  const own = unit !== undefined && Object.hasOwn(unitWindows, unit);
  return provisionalDates.includes(own ? nameOf(of, unit) : of);
}

/** Gives whether the last end of the window was. */
export function isProvisionalEnd(context: Marked): boolean {
  const { approved, unitWindows } = context;
  const end = approved && windowEnd(approved, unitWindows);
  const last = Object.keys(unitWindows).filter((unit) => unitWindows[unit] === end);
  return [...(approved?.closesAt === end ? [undefined] : []), ...last].some((unit) =>
    isProvisionalDate(context, 'closing', unit),
  );
}

/** Gives the marks after a date was moved; those of units that have no end of their own any more go. */
export function datesMarked(
  { unitWindows, provisionalDates }: Marked,
  of: PlanDate,
  unit: string | undefined,
  provisional: boolean,
): Pick<RoundContext, 'provisionalDates'> {
  const known = ['opening', 'answer', 'closing', ...Object.keys(unitWindows).map((one) => nameOf('closing', one))];
  const moved = nameOf(of, unit);
  const kept = (provisionalDates ?? []).filter((name) => name !== moved && known.includes(name));
  const marked = provisional ? [...kept, moved] : kept;
  return marked.length > 0 || provisionalDates ? { provisionalDates: marked } : {};
}

function nameOf(of: PlanDate, unit?: string): string {
  return unit === undefined ? of : `${of} ${unit}`;
}

/** Gives the window with every instant that was still ahead at `since` moved by `lengthMs`; what was over stays over. */
export function shiftedWindow({ approved, unitWindows }: Window, since: string, lengthMs: number): Window {
  const shifted = (at: string): string => (ms(at) < ms(since) ? at : new Date(ms(at) + lengthMs).toISOString());
  return {
    approved: approved && {
      ...approved,
      opensAt: shifted(approved.opensAt),
      nominationsFrom: shifted(approved.nominationsFrom),
      ...(approved.plannedFrom && { plannedFrom: shifted(approved.plannedFrom) }),
      closesAt: shifted(approved.closesAt),
      answerBy: approved.answerBy && shifted(approved.answerBy),
    },
    unitWindows: Object.fromEntries(Object.entries(unitWindows).map(([unit, end]) => [unit, shifted(end)])),
  };
}

/**
 * Gives the plan with the movement opening at that instant: nominations, too, are taken from it at the earliest, and from
 * their own day again when the opening moves back.
 */
export function planOpeningAt<P extends PlanFacts>(plan: P, opensAt: string): P {
  const { plannedFrom, ...rest } = plan;
  const own = plannedFrom ?? plan.nominationsFrom;
  const takenAlong = ms(own) < ms(opensAt);
  // Of `P` only an optional member comes or goes.
  return {
    ...rest,
    opensAt,
    nominationsFrom: takenAlong ? opensAt : own,
    ...(takenAlong && { plannedFrom: own }),
  } as P;
}

/**
 * Gives the window with a new end: for one unit, or for all. When all get a later end, individual extensions that it covers
 * are dropped, so that nobody's window ends before everybody's.
 */
export function windowEndingAt({ approved, unitWindows }: Window, closesAt: string, unit?: string): Window {
  if (!approved) return { approved, unitWindows };
  if (unit !== undefined) return { approved, unitWindows: { ...unitWindows, [unit]: closesAt } };
  const covered = (end: string) => ms(end) > ms(approved.closesAt) && ms(end) <= ms(closesAt);
  const kept = Object.entries(unitWindows).filter(([, end]) => !covered(end));
  return { approved: { ...approved, closesAt }, unitWindows: Object.fromEntries(kept) };
}
