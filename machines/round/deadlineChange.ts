import type { RoundContext, RoundDeadline } from '../../contract/round.ts';
import type { RoundChangeEvent } from '../../contract/roundEvents.ts';
import type { RoundDeadlineName } from '../../contract/roundStates.ts';
import { markOf } from '../dueDates.ts';
import type { RoundChange } from './changes.ts';
import { inOrder, isOfSeason, onInstant, recounted } from './deadlines.ts';
import { datesMarked, isProvisionalEnd, planOpeningAt, windowEnd, windowEndingAt } from './window.ts';

type DeadlineChange = Extract<RoundChangeEvent, { type: 'deadline.change' }>;
type Moving = Pick<RoundContext, 'approved' | 'unitWindows' | 'provisionalDates'>;

const ms = (at: string): number => Date.parse(at);

/** Sets new rules for the stages to come, and moves the deadline that the change names, running, paused or ahead. */
export function deadlineChanged(context: RoundContext, change: DeadlineChange): RoundChange {
  const { plan, stages, calendar } = change;
  const rules: RoundChange = {
    ...(plan ? { plan: { ...context.plan, ...plan } } : {}),
    ...(stages && context.approved
      ? { approved: { ...context.approved, stages: { ...context.approved.stages, ...stages } } }
      : {}),
    ...(calendar ? { calendar } : {}),
  };
  // A running deadline keeps its rule: the new one holds for stages entered from now on.
  return { ...rules, ...moved({ ...context, ...rules, plan: context.plan }, change) };
}

function moved(context: RoundContext, change: DeadlineChange): RoundChange {
  const { of, dueAt, unit, provisional = false } = change;
  if (of === undefined || dueAt === undefined) return {};
  const ends = windowWith(context, of, dueAt, unit);
  const window = isOfSeason(of) ? { ...ends, ...datesMarked({ ...context, ...ends }, of, unit, provisional) } : ends;
  const instant = of === 'closing' && window.approved ? windowEnd(window.approved, window.unitWindows) : dueAt;
  const after = { ...context, ...window };
  const deadlines = context.deadlines.map((each) =>
    each.name === of && each.dueAt !== instant ? reset(after, each, instant, change.at, provisional) : each,
  );
  const mark = of === 'closing' ? isProvisionalEnd(after) : provisional;
  return { ...window, deadlines: inOrder(deadlines), suspension: pausedWith(context, of, instant, mark) };
}

function windowWith(context: RoundContext, of: RoundDeadlineName, dueAt: string, unit?: string): Moving {
  const { approved, unitWindows } = context;
  if (!approved) return { approved, unitWindows };
  if (of === 'closing') return windowEndingAt(context, dueAt, unit);
  if (of === 'opening') return { approved: planOpeningAt(approved, dueAt), unitWindows };
  if (of === 'answer') return { approved: { ...approved, answerBy: dueAt }, unitWindows };
  return { approved, unitWindows };
}

/** A deadline that only follows its count under another calendar keeps its start, so that it can follow again. */
function reset(
  context: RoundContext,
  before: RoundDeadline,
  dueAt: string,
  at: string,
  provisional: boolean,
): RoundDeadline {
  const deadline = onInstant(context, before.name, dueAt, at, provisional);
  const counted = recounted(context, before);
  if (counted?.dueAt !== dueAt || before.startedAt === undefined) return deadline;
  const { provisional: _, ...plain } = deadline;
  return { ...plain, startedAt: before.startedAt, ...markOf(counted) };
}

/** A paused deadline moves as if before the suspension, whose length is then added like to any other. */
function pausedWith(
  { suspension }: RoundContext,
  of: RoundDeadlineName,
  dueAt: string,
  provisional: boolean,
): RoundContext['suspension'] {
  if (!suspension) return null;
  const paused = suspension.paused.map((each) =>
    each.name === of ? { name: of, remainingMs: ms(dueAt) - ms(suspension.since), ...markOf({ provisional }) } : each,
  );
  return { ...suspension, paused };
}
