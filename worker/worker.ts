import type { ConnectionOptions } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { createNotifyActivities } from '../activities/notify/notifyActivities.ts';
import { createRecordActivities } from '../activities/record.ts';
import { createReportActivities } from '../activities/reports/compile.ts';
import { scheduledComposer } from '../client/reports/composeFor.ts';
import type { ProgrammeClock } from '../contract/clock.ts';
import type { DayCount } from '../contract/dayCount.ts';
import { taskQueue } from '../contract/names.ts';
import type { Store } from '../store/connect.ts';
import { workflowBundle } from './bundle.ts';

export type WorkerOptions = {
  store: Store;
  temporal: { address: string; namespace: string; connectionOptions?: ConnectionOptions };
  cacheFolder: string;
  smtpUrl: string;
  /** By which reminders are due. */
  clock: ProgrammeClock;
  /** By when a unit must have been told of a refusal; null: no such deadline. */
  refusalNoticeWithin?: DayCount | null;
  /** Tests give each file its own queue on the shared engine. */
  taskQueue?: string;
};

/** A running worker; `stop` lets work in progress finish. `ended` rejects when the worker fails by itself. */
export type RunningWorker = { stop(): Promise<void>; ended: Promise<void> };

/** Starts one Temporal worker for all our workflows and activities. Any number may serve the same queue. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const stopping = new AbortController();
  const connection = await NativeConnection.connect({
    ...nativeOptions(options.temporal.connectionOptions),
    address: options.temporal.address,
  });
  const worker = await Worker.create({
    connection,
    namespace: options.temporal.namespace,
    taskQueue: options.taskQueue ?? taskQueue,
    workflowBundle: { codePath: await workflowBundle(options.cacheFolder) },
    activities: {
      ...createRecordActivities(options.store, { refusalNoticeWithin: options.refusalNoticeWithin ?? null }),
      ...createNotifyActivities({ ...options, stopping: stopping.signal }),
      ...createReportActivities({ store: options.store, compose: scheduledComposer(options.store) }),
    },
    maxCachedWorkflows: 500,
    maxConcurrentWorkflowTaskExecutions: 20,
    maxConcurrentActivityTaskExecutions: 20,
    maxConcurrentLocalActivityExecutions: 20,
    shutdownGraceTime: '5s',
    // A record that cannot be written just now (no database) is tried for ever; it is tried again after the next start.
    shutdownForceTime: '15s',
  });
  const ended = worker.run().finally(() => connection.close());
  ended.catch(() => {});
  return {
    ended,
    async stop() {
      stopping.abort();
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await ended.catch(() => {});
    },
  };
}

/** What client and worker connections have in common: how to reach an engine of the office's own. */
function nativeOptions({ tls, apiKey, metadata }: ConnectionOptions = {}) {
  return {
    ...(tls === undefined ? {} : { tls }),
    ...(typeof apiKey === 'string' ? { apiKey } : {}),
    ...(metadata === undefined ? {} : { metadata: metadata as Record<string, string> }),
  };
}
