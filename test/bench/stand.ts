import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import type { WorkerOptions } from '@temporalio/worker';
import { bundleWorkflowCode, NativeConnection, Worker } from '@temporalio/worker';
import { openEngine } from '../../client/core/engine.ts';
import { clientOver } from '../../client/core/open.ts';
import type { ProgrammeClock } from '../../contract/clock.ts';
import { connect } from '../../store/connect.ts';
import { migrate } from '../../store/migrate.ts';
import { publishDefinitions } from '../../worker/publishDefinitions.ts';
import { startWorker } from '../../worker/worker.ts';
import { startTestInstallation } from '../support/installation.ts';
import { openRoundOnRecord } from '../support/rounds.ts';
import type { FloorActivities } from './bareWorkflow.ts';
import type { Cpu } from './cpu.ts';
import { cpuMeter } from './cpu.ts';
import type { Flow } from './flows.ts';
import { bareFlow, ourFlow } from './flows.ts';

/** Opened in the window's last days, deadlines only move later: the usual case, with the one lazy timer never re-armed. */
const lastDays = '2021-12-28T01:00:00.000Z';
/** Opened in mid-window and decided the same day, deadlines move earlier: the timer may have to be armed anew. */
const midWindow = '2021-11-15T01:00:00.000Z';

/** An engine and a database of our own, our worker and a bare one beside it, and a client to each. */
export type Stand = {
  ours: Flow;
  oursEarly: Flow;
  bare: Flow;
  /** The bare one with an empty local activity an event. */
  noted: Flow;
  temporal: Client;
  cpu: () => Cpu;
  stop(): Promise<void>;
};

/** Starts all of it; both workers and clients live in this process, on queues of their own. */
export async function startStand(): Promise<Stand> {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const one of undo.reverse()) await one().catch((error: unknown) => console.error(String(error)));
  };
  try {
    const installation = await startTestInstallation();
    undo.push(installation.stop);
    const { databaseUrl, temporal, cacheFolder } = installation;
    await migrate(databaseUrl);
    // Worker and client have pools of their own, as two processes would.
    const [workerStore, clientStore] = [connect(databaseUrl, { max: 12 }), connect(databaseUrl, { max: 8 })];
    undo.push(() => Promise.all([workerStore.close(), clientStore.close()]));
    await publishDefinitions(workerStore, lastDays);
    await openRoundOnRecord(workerStore, clockFrom(midWindow), '004/2.8/nam2021');

    const worker = await startWorker({
      store: workerStore,
      temporal,
      cacheFolder,
      smtpUrl: 'smtp://127.0.0.1:9',
      clock: clockFrom(lastDays),
      taskQueue: 'ours',
    });
    undo.push(() => worker.stop());
    undo.push(await startBareWorker(temporal));
    const engine = openEngine({ ...temporal, taskQueue: 'ours' });
    undo.push(() => engine.close());
    const client = await engine.client();
    const ours = (origin: string) => ourFlow(clientOver({ store: clientStore, engine, clock: clockFrom(origin) }));
    return {
      ours: ours(lastDays),
      oursEarly: ours(midWindow),
      bare: bareFlow(client, 'bare'),
      noted: bareFlow(client, 'bare', 'notedApproval'),
      temporal: client,
      cpu: cpuMeter(installation),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const clockFrom = (origin: string): ProgrammeClock => ({ origin, start: new Date().toISOString(), speed: 1 });

/** Bundles as `worker/bundle.ts` does. */
export async function bareBundle(): Promise<{ code: string }> {
  return bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('bareWorkflow.ts', import.meta.url)),
    webpackConfigHook: (config) => ({ ...config, mode: 'production' }),
    logger: { log() {}, trace() {}, debug() {}, info() {}, warn: console.warn, error: console.error },
  });
}

/** The limits of `worker/worker.ts`. */
const limits: Partial<WorkerOptions> = {
  maxCachedWorkflows: 500,
  maxConcurrentWorkflowTaskExecutions: 20,
  maxConcurrentActivityTaskExecutions: 20,
  maxConcurrentLocalActivityExecutions: 20,
};

const nothing: FloorActivities = { async note() {} };

async function startBareWorker(temporal: { address: string; namespace: string }): Promise<() => Promise<void>> {
  const connection = await NativeConnection.connect({ address: temporal.address });
  const worker = await Worker.create({
    ...limits,
    connection,
    namespace: temporal.namespace,
    taskQueue: 'bare',
    workflowBundle: await bareBundle(),
    activities: nothing,
  });
  const ended = worker.run().finally(() => connection.close());
  return async () => {
    worker.shutdown();
    await ended;
  };
}
