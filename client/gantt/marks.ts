import { localDay } from '../../contract/calendarDay.ts';
import type { RoundOnRecord } from '../../store/queries/schedule.ts';
import type { PlannedStage } from './planned.ts';
import { daysBetween } from './record.ts';
import { notHappened } from './standing.ts';
import type { GanttBar, Standpoint } from './types.ts';

type Base = Omit<GanttBar, 'from' | 'to' | 'state' | 'slackDays'>;

/** Gives the sign of a round's launch, or of the day by which its units answer; null: that day has lost its meaning. */
export function markOf(base: Base, planned: PlannedStage, record: RoundOnRecord, at: Standpoint): GanttBar | null {
  return base.stage === 'opening' ? openingMark(base, planned, record, at) : answerMark(base, planned, record, at);
}

function openingMark(base: Base, planned: PlannedStage, { context }: RoundOnRecord, at: Standpoint): GanttBar {
  // A launch in the past (D10) is nobody's lateness.
  if (context.openedAt !== null) {
    const day = localDay(context.openedAt);
    return { ...base, from: day, to: day, state: 'done', slackDays: null };
  }
  const day = planned.from;
  return { ...base, from: day, to: day, ...notHappened({ from: day, to: day }, at) };
}

function answerMark(
  base: Base,
  planned: PlannedStage,
  { context, state }: RoundOnRecord,
  at: Standpoint,
): GanttBar | null {
  const { today } = at;
  const instant = context.deadlines.find(({ name }) => name === 'answer')?.dueAt ?? context.approved?.answerBy;
  const due = instant ? localDay(instant) : planned.to;
  const asked = context.openedAt !== null;
  // Answers are taken while the round is open; afterwards nobody can be late with one any more.
  const over = asked && state !== 'open' && state !== 'suspended';
  const missing = context.bodies.units.some((unit) => !(unit in context.answers));
  const on = (day: string) => ({ ...base, from: day, to: day });
  if (over || (asked && !missing)) {
    // Ended before answers were due: they came all by the last of them, or are not waited for.
    const last = Object.values(context.answers)
      .map((answer) => localDay(answer.at))
      .toSorted()
      .at(-1);
    const done = due <= today ? due : missing ? undefined : last;
    return done === undefined ? null : { ...on(done), state: 'done', slackDays: null };
  }
  if (asked && due >= today) return { ...on(due), state: 'running', slackDays: daysBetween(today, due) };
  return { ...on(due), ...notHappened({ from: due, to: due }, at) };
}
