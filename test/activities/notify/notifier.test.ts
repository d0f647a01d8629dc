import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode, NativeConnection, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createNotifyActivities } from '../../../activities/notify/notifyActivities.ts';
import { readMailbox } from '../../../client/mailbox.ts';
import { notifierWorkflow } from '../../../contract/names.ts';
import type { Store } from '../../../store/connect.ts';
import { connect } from '../../../store/connect.ts';
import { migrate } from '../../../store/migrate.ts';
import type { RunningMailbox } from '../../../worker/mailbox/server.ts';
import { startMailbox } from '../../../worker/mailbox/server.ts';
import type { FreshDatabase } from '../../support/database.ts';
import { freshDatabase } from '../../support/database.ts';
import { makeDue, noticeRow, putNotice } from './support.ts';

let database: FreshDatabase;
let store: Store;
let mailbox: RunningMailbox;
let folder: string;

beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.url);
  store = connect(database.url);
  folder = await mkdtemp(join(tmpdir(), 'mailbox-'));
  mailbox = await startMailbox({ smtpPort: 0, folder });
});
afterAll(async () => {
  await mailbox.stop();
  await store.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

async function until(holds: () => Promise<boolean>, withinMs = 20_000): Promise<void> {
  const giveUpAt = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > giveUpAt) throw new Error('Did not come about in time');
    await sleep(50);
  }
}

describe('the notifier workflow on a real engine', () => {
  it('sends what is in the outbox, again under the same Message-ID after a crash, and stops when the worker does', async () => {
    const { code } = await bundleWorkflowCode({
      workflowsPath: fileURLToPath(new URL('../../../workflows/notifier.ts', import.meta.url)),
    });
    expect(code).not.toMatch(/node_modules\/(zod|nodemailer|postgres|drizzle-orm)\//);
    const taskQueue = `notifier-${randomUUID()}`;
    const namespace = inject('temporalNamespace');
    const stopping = new AbortController();
    const native = await NativeConnection.connect({ address: inject('temporalAddress') });
    const connection = await Connection.connect({ address: inject('temporalAddress') });
    const worker = await Worker.create({
      connection: native,
      namespace,
      taskQueue,
      workflowBundle: { code },
      shutdownGraceTime: '5s',
      activities: createNotifyActivities({
        store,
        smtpUrl: mailbox.smtpUrl,
        stopping: stopping.signal,
        limits: { pollMs: 50, roundMs: 60_000, roundAttempts: 1 },
      }),
    });
    const running = worker.run();
    const handle = await new Client({ connection, namespace }).workflow.start(notifierWorkflow, {
      taskQueue,
      workflowId: `notifier-${randomUUID()}`,
    });

    const id = await putNotice(store);
    await until(async () => (await noticeRow(store, id)).status === 'sent');
    // As after a crash between the server's acceptance and the mark: the notice is still due.
    await store.sql`update outbox set status = 'pending' where id = ${id}`;
    await makeDue(store, id);
    await until(async () => (await noticeRow(store, id)).status === 'sent');
    expect(await readMailbox(folder)).toMatchObject({
      total: 1,
      mails: [{ messageId: `<${id}@vinhdanh.invalid>`, deliveries: 2, nomination: '004-0001' }],
    });

    // The round under way would last a minute, and the worker's grace five seconds.
    const stoppingMs = Date.now();
    stopping.abort();
    worker.shutdown();
    await running;
    expect(Date.now() - stoppingMs).toBeLessThan(4_000);
    await handle.terminate();
    await connection.close();
    await native.close();
  });
});
