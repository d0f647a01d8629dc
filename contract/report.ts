import { startOfDay } from './calendarDay.ts';
import type { ProgrammeClock } from './clock.ts';

/** Shared by the `report` workflow, its activity and those who start it. Zod-free. */

/** Argument of the `report` workflow. */
export type ReportStart = {
  /** `programme/report/duty/day`. */
  reportId: string;
  /** Programme instant at which it is compiled. */
  dueAt: string;
  clock: ProgrammeClock;
};

/** What became of a report; `kept` is false when it had been compiled before. */
export type ReportCompiled = { hash: string; kept: boolean; told: number };

/** Reports are compiled when the offices open, not at midnight. */
const reportHourMs = 8 * 3_600_000;

/** Gives the programme instant at which a report due on the local day is compiled; its figures stand as of then. */
export function reportDueAt(dueOn: string): string {
  return new Date(Date.parse(startOfDay(dueOn)) + reportHourMs).toISOString();
}

/** Gives the workflow id of a report. */
export function reportWorkflowId(reportId: string): string {
  return `report/${reportId}`;
}

/** One report that is due: sơ kết (`interim`) or tổng kết (`final`). Days are local. */
export type ScheduledReport = {
  reportId: string;
  programmeId: string;
  kind: 'interim' | 'final';
  dueOn: string;
  /** First day it reports on; the last is `dueOn`. */
  periodFrom: string;
  to: string;
  /** The desk it goes through (002: “qua Vụ Truyền thông và Thi đua, khen thưởng”). */
  via: string | null;
};
