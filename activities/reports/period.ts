import { addDays } from '../../contract/calendar.ts';
import { startOfDay } from '../../contract/calendarDay.ts';
import type { ScheduledReport } from '../../contract/report.ts';
import { reportDueAt } from '../../contract/report.ts';

/**
 * Gives the programme instants between which a report counts. It is compiled in the morning of its day, so what happens in
 * the rest of that day belongs to the report after it: nothing is counted twice, and nothing is left out between two, for it
 * waits until everything received by its instant is on record.
 */
export function countedPeriod(report: ScheduledReport, all: readonly ScheduledReport[]): { from: string; to: string } {
  const { programmeId, periodFrom, dueOn, to } = report;
  const dayBefore = addDays(periodFrom, -1);
  const follows = all.some((one) => one.programmeId === programmeId && one.to === to && one.dueOn === dayBefore);
  const from = follows ? new Date(Date.parse(reportDueAt(dayBefore)) + 1).toISOString() : startOfDay(periodFrom);
  return { from, to: reportDueAt(dueOn) };
}
