import { localDay } from '../../contract/calendarDay.ts';
import type { RoundOnRecord } from '../../store/queries/schedule.ts';
import type { PlannedStage } from './planned.ts';
import { daysBetween } from './record.ts';
import type { GanttBar } from './types.ts';

type Base = Omit<GanttBar, 'from' | 'to' | 'state' | 'slackDays'>;

/** Gives the sign of a round's launch, or of the day by which its units answer. */
export function markOf(base: Base, planned: PlannedStage, record: RoundOnRecord, today: string): GanttBar {
  return base.stage === 'opening'
    ? openingMark(base, planned, record, today)
    : answerMark(base, planned, record, today);
}

function openingMark(base: Base, planned: PlannedStage, { context }: RoundOnRecord, today: string): GanttBar {
  // A launch in the past (D10) is nobody's lateness.
  if (context.openedAt !== null) {
    const day = localDay(context.openedAt);
    return { ...base, from: day, to: day, state: 'done', slackDays: null };
  }
  const late = planned.from < today;
  const slackDays = late ? daysBetween(today, planned.from) : null;
  return { ...base, from: planned.from, to: planned.from, state: late ? 'late' : 'coming', slackDays };
}

function answerMark(base: Base, planned: PlannedStage, { context, state }: RoundOnRecord, today: string): GanttBar {
  const instant = context.deadlines.find(({ name }) => name === 'answer')?.dueAt ?? context.approved?.answerBy;
  const due = instant ? localDay(instant) : planned.to;
  const asked = state !== 'planning' && state !== 'planReview' && state !== 'approved';
  // Answers are taken while the round is open; afterwards nobody can be late with one any more.
  const over = asked && state !== 'open' && state !== 'suspended';
  const missing = context.bodies.units.some((unit) => !(unit in context.answers));
  const barState = over || (asked && !missing) ? 'done' : due < today ? 'late' : asked ? 'running' : 'coming';
  const slackDays = barState === 'late' || barState === 'running' ? daysBetween(today, due) : null;
  return { ...base, from: due, to: due, state: barState, slackDays };
}
