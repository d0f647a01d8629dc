import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import type { ParsedMail } from 'mailparser';
import { simpleParser } from 'mailparser';
import type { SMTPServerOptions } from 'smtp-server';
import { SMTPServer } from 'smtp-server';
import type { DrainLimits, DrainReport } from '../../../activities/notify/drain.ts';
import { drain } from '../../../activities/notify/drain.ts';
import type { ReceiverWatches } from '../../../activities/notify/lanes.ts';
import { mailLane, postLane } from '../../../activities/notify/lanes.ts';
import { watchServer } from '../../../activities/notify/serverWatch.ts';
import { openTransport } from '../../../activities/notify/transport.ts';
import type { ProgrammeClock } from '../../../contract/clock.ts';
import type { NoticeTemplate } from '../../../contract/nomination.ts';
import type { Store } from '../../../store/connect.ts';
import { uuidV7 } from '../../../store/ids.ts';
import type { OutboxRow } from '../../../store/outbox.ts';
import { claimMails } from '../../../store/outbox.ts';
import { outbox } from '../../../store/schema/outbox.ts';
import { freePort } from '../../support/port.ts';

export type Received = ParsedMail & { recipients: string[] };
export type TestServer = { url: string; port: number; mails: Received[]; stop(): Promise<void> };

/** Gives the error a test server answers with. */
export function answer(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** Starts a real SMTP server; `accept` may throw (see `answer`) or wait before a mail is taken. */
export async function startSmtp(
  options: Partial<SMTPServerOptions> & { accept?: (mail: Received) => Promise<void> | void; at?: number } = {},
): Promise<TestServer> {
  const { accept, at, ...rest } = options;
  const mails: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 200,
    onData(stream, session, callback) {
      simpleParser(stream)
        .then(async (parsed) => {
          const mail = { ...parsed, recipients: session.envelope.rcptTo.map(({ address }) => address) };
          await accept?.(mail);
          mails.push(mail);
        })
        .then(() => callback(null, 'kept'), callback);
    },
    ...rest,
  });
  const port = at ?? (await freePort());
  server.on('error', () => {});
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    mails,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Puts a notice into the outbox, due now. */
export async function putNotice(store: Store, values: Partial<typeof outbox.$inferInsert> = {}): Promise<string> {
  const id = uuidV7();
  const now = new Date().toISOString();
  await store.db.insert(outbox).values({
    id,
    subjectId: '004-0001',
    revision: 2,
    template: 'review.return' satisfies NoticeTemplate,
    // Many of one template at one revision, to one person.
    occasion: id,
    recipientPerson: `person.${id}`,
    recipientName: 'Nguyễn Thị Hoa',
    address: `${id}@donvi.example`,
    locale: 'vi',
    data: {
      type: 'review.return',
      from: 'departmentReview',
      to: 'returned',
      at: now,
      movementId: '2.4',
      nominee: { kind: 'individual', id: 'nominee.a' },
      inboxId: null,
      deadline: null,
    },
    messageId: `<${id}@vinhdanh.invalid>`,
    status: 'pending',
    nextAttemptAt: now,
    createdAt: now,
    ...values,
  });
  return id;
}

export async function noticeRow(store: Store, id: string): Promise<typeof outbox.$inferSelect> {
  const [row] = await store.db.select().from(outbox).where(eq(outbox.id, id));
  if (!row) throw new Error(`No notice ${id}`);
  return row;
}

/** Makes a waiting notice due now, instead of waiting for its backoff. */
export async function makeDue(store: Store, id: string): Promise<void> {
  await store.sql`update outbox set next_attempt_at = real_now() where id = ${id} and status in ('pending', 'failed')`;
}

/** Takes due notices, each a mail of its own. */
export async function claimDue(store: Store, limit: number, leaseMs: number): Promise<OutboxRow[]> {
  const alone = { digestFrom: 1_000_000, digestWaitMs: 0, digestible: [], mailDomain: 'vinhdanh.invalid' };
  const mailings = await claimMails(store, { limit, leaseMs, ...alone });
  return mailings.flatMap(({ notices }) => notices);
}

type Run = {
  /** Without `roundMs` or `roundAttempts` the round ends when nothing is due any more. */
  limits?: Partial<DrainLimits>;
  sendWithinMs?: number;
  inactivityMs?: number;
  cancelled?: AbortSignal;
  digestFrom?: number;
  digestWaitMs?: number;
  /** Reminders are due by it. */
  clock?: ProgrammeClock;
  /** Kept over several rounds where a test looks at what is learnt of a receiver. */
  watches?: ReceiverWatches;
};

/** Runs one drain round, with the pauses of tests. */
export async function runDrain(store: Store, smtpUrl: string, run: Run = {}): Promise<DrainReport> {
  const transport = openTransport({ smtpUrl, connections: 5, inactivityMs: run.inactivityMs ?? 10_000 });
  const limits = { concurrency: 5, pollMs: 20, roundMs: 40_000, roundAttempts: 1_000, graceMs: 20_000 };
  const probe = { firstMs: 50, mostMs: 200 };
  const mailDomain = 'vinhdanh.invalid';
  const common = { store, leaseMs: 60_000, sendWithinMs: run.sendWithinMs ?? 20_000 };
  const lanes = [
    mailLane({
      ...common,
      transport,
      watch: watchServer(probe),
      from: 'Vinh Danh <no-reply@vd.invalid>',
      digestFrom: run.digestFrom ?? 4,
      digestWaitMs: run.digestWaitMs ?? 0,
      mailDomain,
    }),
    postLane({ ...common, watches: run.watches ?? new Map(), probe }),
  ];
  const settled = new AbortController();
  const bounded = run.cancelled || run.limits?.roundMs || run.limits?.roundAttempts;
  const watching = bounded ? null : whenNothingIsDue(store, settled);
  try {
    const control = { cancelled: run.cancelled ?? settled.signal, heartbeat: () => {} };
    const reminders = run.clock ? { clock: run.clock, mailDomain } : null;
    return await drain({ store, lanes, reminders }, { ...limits, ...run.limits }, control);
  } finally {
    settled.abort();
    await watching;
    transport.close();
  }
}

async function whenNothingIsDue(store: Store, settled: AbortController): Promise<void> {
  while (!settled.signal.aborted) {
    await sleep(30);
    const due = await store.sql`
      select from outbox where status in ('pending', 'failed') and next_attempt_at <= real_now() limit 1`.catch(() => [
      0,
    ]);
    if (due.length === 0) settled.abort();
  }
}
