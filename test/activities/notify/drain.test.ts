import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { markFailed, markSent, requeueNotice } from '../../../store/attempts.ts';
import type { Store } from '../../../store/connect.ts';
import { connect } from '../../../store/connect.ts';
import { migrate } from '../../../store/migrate.ts';
import type { OutboxRow } from '../../../store/outbox.ts';
import { deadNotices, deliveriesOf, nextDueAt } from '../../../store/outbox.ts';
import type { FreshDatabase } from '../../support/database.ts';
import { freshDatabase } from '../../support/database.ts';
import type { TestServer } from './support.ts';
import { answer, claimDue, makeDue, noticeRow, putNotice, runDrain, startSmtp } from './support.ts';

let database: FreshDatabase;
let store: Store;
const servers: TestServer[] = [];

async function smtp(options: Parameters<typeof startSmtp>[0] = {}): Promise<TestServer> {
  const server = await startSmtp(options);
  servers.push(server);
  return server;
}

async function claimOne(leaseMs: number): Promise<OutboxRow> {
  const [row] = await claimDue(store, 1, leaseMs);
  if (!row) throw new Error('Nothing is due');
  return row;
}

beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.url);
  store = connect(database.url);
});
beforeEach(async () => {
  await store.sql`truncate outbox, deliveries`;
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

describe('draining the outbox into a real SMTP server', () => {
  it('sends text and HTML in Vietnamese, names the nomination, and logs the delivery', async () => {
    const server = await smtp();
    const id = await putNotice(store);
    const report = await runDrain(store, server.url);
    expect(report).toMatchObject({ sent: 1, failed: 0, dead: 0, nextDueAt: null });
    const [mail] = server.mails;
    expect(mail?.messageId).toBe(`<${id}@vinhdanh.invalid>`);
    expect(mail?.headers.get('x-vinhdanh-nomination')).toBe('004-0001');
    expect(mail?.headers.get('content-type')).toMatchObject({ value: 'multipart/alternative' });
    expect(mail?.text).toContain('Kính gửi: Nguyễn Thị Hoa');
    expect(mail?.html).toContain('<html lang="vi">');
    expect(await noticeRow(store, id)).toMatchObject({ status: 'sent', attempts: 1, lastError: null });
    expect(await deliveriesOf(store, id)).toMatchObject([
      { attempt: 1, ok: true, response: expect.stringContaining('250') },
    ]);
  });

  it('tries again after a 4xx, keeps the Message-ID, and logs each attempt', async () => {
    let refusals = 2;
    const seen: (string | undefined)[] = [];
    const server = await smtp({
      accept(mail) {
        seen.push(mail.messageId);
        if (refusals-- > 0) throw answer(451, 'greylisted, come back later');
      },
    });
    const id = await putNotice(store);
    await runDrain(store, server.url);
    const failed = await noticeRow(store, id);
    expect(failed).toMatchObject({ status: 'failed', attempts: 1, lastError: expect.stringContaining('greylisted') });
    const waitMs = Date.parse(failed.nextAttemptAt) - Date.now();
    expect(waitMs).toBeGreaterThan(8_000);
    expect(waitMs).toBeLessThan(12_500);
    await makeDue(store, id);
    await runDrain(store, server.url);
    expect(Date.parse((await noticeRow(store, id)).nextAttemptAt) - Date.now()).toBeGreaterThan(18_000);
    await makeDue(store, id);
    await runDrain(store, server.url);
    expect(await noticeRow(store, id)).toMatchObject({ status: 'sent', attempts: 3 });
    expect(new Set(seen)).toEqual(new Set([`<${id}@vinhdanh.invalid>`]));
    expect((await deliveriesOf(store, id)).map(({ ok }) => ok)).toEqual([false, false, true]);
  });

  it('gives a recipient up after five 5xx answers, shows it as dead, and sends it once requeued', async () => {
    let open = false;
    const server = await smtp({
      onRcptTo: (_address, _session, callback) => callback(open ? null : answer(550, 'no such mailbox')),
    });
    const id = await putNotice(store);
    for (let attempt = 1; attempt <= 5; attempt++) {
      await makeDue(store, id);
      await runDrain(store, server.url);
    }
    expect(await deadNotices(store)).toMatchObject([
      { id, status: 'dead', attempts: 5, lastError: expect.stringContaining('550') },
    ]);
    open = true;
    expect(await requeueNotice(store, id)).toBe(true);
    await runDrain(store, server.url);
    expect(await noticeRow(store, id)).toMatchObject({ status: 'sent' });
    expect(server.mails[0]?.messageId).toBe(`<${id}@vinhdanh.invalid>`);
    expect(await requeueNotice(store, id)).toBe(false);
  });

  it('loses nothing while the server is down: tries one at a time and sends all when it is back', async () => {
    const server = await smtp();
    await server.stop();
    const ids = await Promise.all(Array.from({ length: 20 }, () => putNotice(store)));
    const away = await runDrain(store, server.url, { limits: { roundMs: 700 } });
    expect(away.sent).toBe(0);
    expect(away.dead).toBe(0);
    // Five at once, then probes at 50, 100, 200, 200 ms: far fewer than twenty.
    expect(away.failed).toBeLessThan(12);
    const logged = await store.sql<{ error: string }[]>`select error from deliveries`;
    expect(logged.every(({ error }) => error.startsWith('UNREACHABLE:'))).toBe(true);
    const back = await smtp({ at: server.port });
    await Promise.all(ids.map((id) => makeDue(store, id)));
    expect(await runDrain(store, back.url)).toMatchObject({ sent: 20 });
    expect(new Set(back.mails.map(({ messageId }) => messageId)).size).toBe(20);
  });

  it('recovers within one round when the server comes back', async () => {
    const server = await smtp();
    await server.stop();
    await Promise.all(Array.from({ length: 10 }, () => putNotice(store)));
    const round = runDrain(store, server.url, { limits: { roundMs: 3_000 } });
    await sleep(300);
    const back = await smtp({ at: server.port });
    const report = await round;
    // Those tried during the outage wait for their own next attempt; the others went out at once.
    expect(report.sent).toBeGreaterThan(0);
    expect(report.sent + report.failed).toBeGreaterThanOrEqual(10);
    expect(back.mails).toHaveLength(report.sent);
  });

  it('waits for a slow server without sending twice', async () => {
    const server = await smtp({ accept: () => sleep(400) });
    await Promise.all(Array.from({ length: 8 }, () => putNotice(store)));
    const report = await runDrain(store, server.url);
    expect(report).toMatchObject({ sent: 8, failed: 0 });
    expect(server.mails).toHaveLength(8);
  });

  it('breaks off a send that never ends, and keeps the others going', async () => {
    const server = await smtp({
      accept: (mail) =>
        mail.recipients[0]?.startsWith('stuck') ? sleep(60_000, undefined, { ref: false }) : undefined,
    });
    const stuck = await putNotice(store, { address: 'stuck@donvi.example' });
    await Promise.all(Array.from({ length: 10 }, () => putNotice(store)));
    const report = await runDrain(store, server.url, { sendWithinMs: 1_500, inactivityMs: 30_000 });
    expect(report).toMatchObject({ sent: 10, failed: 1 });
    expect(await noticeRow(store, stuck)).toMatchObject({
      status: 'failed',
      lastError: expect.stringContaining('TEMPORARY:'),
    });
  });

  it('does not let a refused recipient, a missing or double address or an unknown template stop the others', async () => {
    const server = await smtp({
      onRcptTo: ({ address }, _session, callback) =>
        callback(address.startsWith('gone') ? answer(550, 'no such mailbox') : null),
    });
    const gone = await putNotice(store, { address: 'gone@donvi.example' });
    const none = await putNotice(store, { address: null });
    const double = await putNotice(store, { address: 'a@donvi.example, b@donvi.example' });
    const newer = await putNotice(store, { template: 'council.dance' as never });
    await Promise.all(Array.from({ length: 6 }, () => putNotice(store)));
    expect(await runDrain(store, server.url)).toMatchObject({ sent: 6, failed: 2, dead: 2 });
    expect(await noticeRow(store, gone)).toMatchObject({
      status: 'failed',
      lastError: expect.stringContaining('PERMANENT:'),
    });
    expect(await noticeRow(store, none)).toMatchObject({ status: 'dead', lastError: 'HOPELESS: NO_ADDRESS' });
    expect(await noticeRow(store, double)).toMatchObject({ status: 'dead', lastError: 'HOPELESS: BAD_ADDRESS' });
    expect(await noticeRow(store, newer)).toMatchObject({
      status: 'failed',
      lastError: expect.stringContaining('UNKNOWN_TEMPLATE'),
    });
    expect(server.mails).toHaveLength(6);
  });

  it('keeps line breaks in names out of the headers', async () => {
    const server = await smtp();
    await putNotice(store, { recipientName: 'Hoa\r\nBcc: thief@example.org', subjectId: '004-0001' });
    await runDrain(store, server.url);
    expect(server.mails[0]?.bcc).toBeUndefined();
    expect(server.mails[0]?.recipients).toHaveLength(1);
  });

  it('sends each notice once when two drains run at the same time', async () => {
    const server = await smtp({ accept: () => sleep(5) });
    await Promise.all(Array.from({ length: 60 }, () => putNotice(store)));
    const reports = await Promise.all([runDrain(store, server.url), runDrain(store, server.url)]);
    expect(reports.map(({ sent }) => sent).reduce((a, b) => a + b)).toBe(60);
    expect(server.mails).toHaveLength(60);
    expect(new Set(server.mails.map(({ messageId }) => messageId)).size).toBe(60);
  });

  it('ends when cancelled and gives back what it could not finish', async () => {
    const server = await smtp({ accept: () => sleep(60_000, undefined, { ref: false }) });
    const id = await putNotice(store);
    const cancel = new AbortController();
    const started = Date.now();
    const round = runDrain(store, server.url, { cancelled: cancel.signal, limits: { graceMs: 200 } });
    await sleep(200);
    cancel.abort();
    expect(await round).toMatchObject({ endedBy: 'cancelled', sent: 0, failed: 0 });
    expect(Date.now() - started).toBeLessThan(4_000);
    expect(await noticeRow(store, id)).toMatchObject({ status: 'pending', attempts: 0 });
  });

  it('fails, for the engine to try again, when the database does', async () => {
    const server = await smtp();
    const away = connect('postgresql://nobody@127.0.0.1:9/none');
    await expect(runDrain(away, server.url)).rejects.toThrow('ECONNREFUSED');
    await away.close();
  });

  it('sends some hundred notices in one round, each once', async () => {
    const server = await smtp();
    await Promise.all(Array.from({ length: 300 }, () => putNotice(store)));
    expect(await runDrain(store, server.url, { limits: { roundAttempts: 300 } })).toMatchObject({
      sent: 300,
    });
    expect(new Set(server.mails.map(({ messageId }) => messageId)).size).toBe(300);
  });

  it('ends a round by count', async () => {
    const server = await smtp();
    await Promise.all(Array.from({ length: 12 }, () => putNotice(store)));
    const report = await runDrain(store, server.url, { limits: { roundAttempts: 7 } });
    expect(report).toMatchObject({ sent: 7, endedBy: 'count', nextDueAt: expect.any(String) });
  });
});

describe('the outbox', () => {
  it('gives a notice again when its lease has run out, and lets only the later claim report failure', async () => {
    const id = await putNotice(store);
    const first = await claimOne(10_000);
    expect(await claimDue(store, 5, 10_000)).toEqual([]);
    // The lease's end, without the wait.
    await makeDue(store, id);
    const second = await claimOne(10_000);
    expect(second).toMatchObject({ id, attempts: 2 });
    await markFailed(store, [first], { kind: 'hopeless', error: 'late' });
    expect(await noticeRow(store, id)).toMatchObject({ status: 'pending' });
    await markSent(store, [second], '250 kept');
    await markFailed(store, [second], { kind: 'temporary', error: 'too late' });
    expect(await noticeRow(store, id)).toMatchObject({ status: 'sent' });
  });

  it('never gives up on a server that is away, and gives up after twenty temporary refusals', async () => {
    const id = await putNotice(store);
    const attempt = async (kind: 'unreachable' | 'temporary') => {
      await makeDue(store, id);
      const row = await claimOne(10_000);
      return markFailed(store, [row], { kind, error: 'x' });
    };
    for (let n = 0; n < 30; n++) expect((await attempt('unreachable')).status).toBe('failed');
    const waitMs = Date.parse((await noticeRow(store, id)).nextAttemptAt) - Date.now();
    expect(waitMs).toBeLessThan(361_000);
    for (let n = 1; n < 20; n++) expect((await attempt('temporary')).status).toBe('failed');
    expect(Date.parse((await noticeRow(store, id)).nextAttemptAt) - Date.now()).toBeLessThan(4_321_000);
    expect((await attempt('temporary')).status).toBe('dead');
    expect(await nextDueAt(store)).toBeNull();
  });
});
