import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client, Connection, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { refusalNoticeWithin } from '../activities/notify/refusalNotice.ts';
import type { DeliveryTo } from '../client/core/deliver.ts';
import { startDispatcher } from '../client/core/dispatcher.ts';
import { openEngine } from '../client/core/engine.ts';
import { clientOver } from '../client/core/open.ts';
import { beginRounds, startSteward } from '../client/core/steward.ts';
import { startReports } from '../client/reports/start.ts';
import { realClock, toProgramme } from '../contract/clock.ts';
import { notifierWorkflow, taskQueue } from '../contract/names.ts';
import { connect, waitUntilReady } from '../store/connect.ts';
import { step } from '../store/embedded/step.ts';
import { migrate } from '../store/migrate.ts';
import { settleClock, showsDemonstration } from './clock.ts';
import { openDemonstration } from './demonstration.ts';
import { homeFacts } from './homeFacts.ts';
import type { Installation } from './installation/open.ts';
import { startMailbox } from './mailbox/server.ts';
import { startPage } from './page.ts';
import { publishDefinitions } from './publishDefinitions.ts';
import { startWorker } from './worker.ts';

export type Stoppable = { name: string; stop(): Promise<void> };

/** Starts what runs on top of engine and database, in this order; it is stopped in the reverse one. */
export async function startParts(installation: Installation): Promise<Stoppable[]> {
  const parts: Stoppable[] = [];
  try {
    await startEach(installation, parts);
    return parts;
  } catch (error) {
    for (const part of parts.reverse()) await part.stop().catch(() => {});
    throw error;
  }
}

async function startEach(installation: Installation, parts: Stoppable[]): Promise<void> {
  const { home, databaseUrl, temporal, ports, report, cacheFolder } = installation;
  await step(report, 'cập nhật cơ sở dữ liệu / migrating the database', () => migrate(databaseUrl));
  const store = connect(databaseUrl, { max: 12, name: 'vinhdanh worker' });
  parts.push({ name: 'store', stop: () => store.close() });
  await waitUntilReady(store);
  const clock = await settleClock(store, process.env);
  const toldWithin = refusalNoticeWithin(process.env);
  await step(report, 'nạp chương trình thi đua / publishing programme definitions', () =>
    publishDefinitions(store, toProgramme(clock, Date.now()), process.env.VINHDANH_PROGRAMMES),
  );

  const mailboxFolder = join(home, 'mailbox');
  await ports.smtp.release();
  const mailbox = process.env.SMTP_URL
    ? null
    : await startMailbox({ smtpPort: ports.smtp.port, folder: mailboxFolder });
  if (mailbox) parts.push({ name: 'mailbox', stop: () => mailbox.stop() });
  const smtpUrl = process.env.SMTP_URL ?? mailbox?.smtpUrl ?? '';

  const worker = await step(report, 'khởi động bộ xử lý / starting the worker', () =>
    startWorker({ store, temporal, cacheFolder, smtpUrl, clock, refusalNoticeWithin: toldWithin }),
  );
  parts.push({ name: 'worker', stop: () => worker.stop() });
  worker.ended.catch((error: unknown) => {
    // Without its worker the process is of no use; whoever supervises it starts it anew.
    console.error(`✗ bộ xử lý dừng bất thường / the worker stopped: ${String(error)}`);
    process.kill(process.pid, 'SIGTERM');
  });
  await startNotifier(temporal);
  const engine = openEngine(temporal);
  parts.push({ name: 'engine client', stop: () => engine.close() });
  const to = { store, clock, engine };
  parts.push(dispatcherOver(to));
  await step(report, 'mở các đợt thi đua / beginning the rounds', () =>
    beginRounds(to, toProgramme(clock, Date.now())),
  );
  if (showsDemonstration(process.env)) {
    await step(report, 'chuẩn bị dữ liệu trình diễn / preparing the demonstration', () =>
      openDemonstration(store, clientOver(to)),
    );
  }
  await startReports(store, await engine.client(), clock, toProgramme(clock, Date.now()));
  parts.push({ name: 'steward', ...startSteward(to, (error) => console.error(`! steward: ${String(error)}`)) });

  await ports.page.release();
  const page = await startPage({
    port: ports.page.port,
    mailboxFolder,
    facts: () => homeFacts(store, clock, { home, uiUrl: temporal.uiUrl }),
  });
  parts.push({ name: 'page', stop: () => page.stop() });
  installation.publish({ pageUrl: page.url, smtpPort: mailbox?.smtpPort ?? null });
  if (clock.origin !== realClock.origin) {
    report(`  giờ chương trình / programme time  ${toProgramme(clock, Date.now())} (× ${clock.speed}; VINHDANH_CLOCK)`);
  }
  report(`  trang / page              ${page.url}`);
  if (mailbox) report(`  hộp thư / mailbox         ${page.url}mailbox`);
}

function dispatcherOver(to: DeliveryTo): Stoppable {
  const dispatcher = startDispatcher(to, {
    owner: `dispatcher-${randomUUID()}`,
    onError: (error) => console.error(`! dispatcher: ${String(error)}`),
  });
  return { name: 'dispatcher', stop: () => dispatcher.stop() };
}

/** One notifier for the installation; the next process finds it running. */
async function startNotifier(temporal: Installation['temporal']): Promise<void> {
  const connection = await Connection.connect(temporal.connectionOptions);
  try {
    const client = new Client({ connection, namespace: temporal.namespace });
    await client.workflow.start(notifierWorkflow, { workflowId: notifierWorkflow, taskQueue, args: [] });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  } finally {
    await connection.close();
  }
}
