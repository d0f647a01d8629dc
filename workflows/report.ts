import { proxyActivities, sleep } from '@temporalio/workflow';
import type { ReportActivities } from '../activities/reports/compile.ts';
import { toReal } from '../contract/clock.ts';
import type { ReportCompiled, ReportStart } from '../contract/report.ts';

const { compileReport } = proxyActivities<ReportActivities>({
  // Counting a season and writing its workbook takes seconds; the rest is patience with a busy machine.
  startToCloseTimeout: '2 minutes',
  // No maximum: a report is owed however long the database is away. At most a minute, so that it goes out soon after.
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** One per report of a programme: waits for its day on the programme clock, then has it compiled and sent. */
export async function report({ reportId, dueAt, clock }: ReportStart): Promise<ReportCompiled> {
  const waitMs = toReal(clock, dueAt) - Date.now();
  if (waitMs > 0) await sleep(waitMs);
  return compileReport(reportId);
}
