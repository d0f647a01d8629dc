import type { Client } from '@temporalio/client';
import type { ProgrammeClock } from '../../contract/clock.ts';
import { reportWorkflow, taskQueue } from '../../contract/names.ts';
import type { ReportStart } from '../../contract/report.ts';
import { reportWorkflowId } from '../../contract/report.ts';
import type { Store } from '../../store/connect.ts';
import { scheduledReports } from './list.ts';

export type StartedReport = {
  reportId: string;
  dueAt: string;
  /** `waiting`: a workflow waits for its day; `over`: its workflow ended, whatever it gave; else why none was started. */
  outcome: 'waiting' | 'over' | 'compiled' | 'beforeInstallation';
};

/**
 * Sees to it that every report still owed has a workflow, whoever started it: safe to call at each start of the
 * installation. One whose day passed while nothing ran is compiled at once, with the figures of its day. Throws what the
 * engine throws when it cannot be reached.
 */
export async function startReports(
  store: Store,
  client: Client,
  clock: ProgrammeClock,
  now: string,
  options: { taskQueue?: string } = {},
): Promise<StartedReport[]> {
  const started: StartedReport[] = [];
  for (const { reportId, dueAt, status } of await scheduledReports(store, clock, now)) {
    if (status === 'compiled' || status === 'beforeInstallation') started.push({ reportId, dueAt, outcome: status });
    else {
      const waits = await startOne(client, { reportId, dueAt, clock }, options.taskQueue ?? taskQueue);
      started.push({ reportId, dueAt, outcome: waits ? 'waiting' : 'over' });
    }
  }
  return started;
}

async function startOne(client: Client, start: ReportStart, queue: string): Promise<boolean> {
  try {
    await client.workflow.start(reportWorkflow, {
      workflowId: reportWorkflowId(start.reportId),
      taskQueue: queue,
      args: [start],
      workflowIdConflictPolicy: 'USE_EXISTING',
      // One that failed (its programme had dropped the report, say) may be tried anew; the table keeps it from being sent twice.
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
    });
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'WorkflowExecutionAlreadyStartedError') return false;
    throw error;
  }
}
