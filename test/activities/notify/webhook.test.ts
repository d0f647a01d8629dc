import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyWebhook } from '../../../client/notices/verifyWebhook.ts';
import { requeueNotice } from '../../../store/attempts.ts';
import type { Store } from '../../../store/connect.ts';
import { connect } from '../../../store/connect.ts';
import { migrate } from '../../../store/migrate.ts';
import { deliveriesOf } from '../../../store/outbox.ts';
import type { WebhookRow } from '../../../store/webhooks.ts';
import { addWebhook, webhookById } from '../../../store/webhooks.ts';
import type { FreshDatabase } from '../../support/database.ts';
import { freshDatabase } from '../../support/database.ts';
import { freePort } from '../../support/port.ts';
import { makeDue, noticeRow, putNotice, runDrain, startSmtp } from './support.ts';

type Post = { headers: IncomingHttpHeaders; body: string };
type Receiver = { url: string; port: number; posts: Post[]; stop(): Promise<void> };

let database: FreshDatabase;
let store: Store;
const running: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.url);
  store = connect(database.url);
});
beforeEach(async () => {
  await store.sql`truncate outbox, deliveries, digests, webhooks`;
});
afterEach(async () => {
  await Promise.all(running.splice(0).map(({ stop }) => stop()));
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

/** Starts a real HTTP receiver; `answers` gives status and headers, or null for no answer ever. */
async function receiver(
  answers: (post: Post) => { status: number; headers?: Record<string, string> } | null = () => ({ status: 204 }),
  at?: number,
): Promise<Receiver> {
  const posts: Post[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const post = { headers: request.headers, body };
      posts.push(post);
      const answer = answers(post);
      if (answer) response.writeHead(answer.status, answer.headers).end();
    });
  });
  const port = at ?? (await freePort());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  const started = {
    url: `http://127.0.0.1:${port}/vinhdanh`,
    port,
    posts,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  running.push(started);
  return started;
}

async function hook(url: string): Promise<WebhookRow> {
  const { webhook } = await addWebhook(store, { url, templates: [] }, 'admin');
  return webhook;
}

function post(webhook: WebhookRow, change: Parameters<typeof putNotice>[1] = {}): Promise<string> {
  return putNotice(store, {
    channel: 'webhook',
    recipientPerson: webhook.id,
    recipientName: null,
    address: webhook.url,
    ...change,
  });
}

async function smtp() {
  const server = await startSmtp();
  running.push(server);
  return server;
}

describe('posting to webhooks', () => {
  it('signs what it sends, so that the receiver can verify it and recognise a repetition', async () => {
    const there = await receiver();
    const webhook = await hook(there.url);
    const id = await post(webhook);
    const mail = await smtp();
    expect(await runDrain(store, mail.url)).toMatchObject({ sent: 1 });
    // As after a crash between the receiver's answer and the mark.
    await store.sql`update outbox set status = 'pending' where id = ${id}`;
    await makeDue(store, id);
    await runDrain(store, mail.url);
    const [first, again] = there.posts;
    if (!first || !again) throw new Error('Two posts were expected');
    const verified = verifyWebhook(first.headers, first.body, webhook.secret, Date.now());
    expect(verified).toEqual({ ok: true, id, timestampMs: expect.any(Number) });
    expect(verifyWebhook(again.headers, again.body, webhook.secret, Date.now())).toMatchObject({ ok: true, id });

    const tampered = first.body.replace('returned', 'awarded!');
    expect(verifyWebhook(first.headers, tampered, webhook.secret, Date.now())).toEqual({
      ok: false,
      because: 'signatureWrong',
    });
    const other = await hook(`${there.url}/other`);
    expect(verifyWebhook(first.headers, first.body, other.secret, Date.now())).toMatchObject({ ok: false });
    // A replay of what was once genuine.
    const later = Date.now() + 6 * 60_000;
    expect(verifyWebhook(first.headers, first.body, webhook.secret, later)).toEqual({ ok: false, because: 'tooOld' });
    const moved = { ...first.headers, 'webhook-timestamp': String(Math.floor(later / 1_000)) };
    expect(verifyWebhook(moved, first.body, webhook.secret, later)).toEqual({ ok: false, because: 'signatureWrong' });
    expect(verifyWebhook(first.headers, first.body, webhook.secret, Date.now() - 6 * 60_000)).toEqual({
      ok: false,
      because: 'tooNew',
    });
    expect(verifyWebhook({}, first.body, webhook.secret, Date.now())).toEqual({ ok: false, because: 'headersMissing' });
  });

  it('verifies the example of the Standard Webhooks specification', () => {
    const headers = {
      'Webhook-Id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'Webhook-Timestamp': '1614265330',
      'Webhook-Signature': 'v1,other v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    };
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    expect(verifyWebhook(headers, '{"test": 2432232314}', secret, 1_614_265_330_000)).toMatchObject({ ok: true });
  });

  it('tells ids and states, no names, addresses or reasons', async () => {
    const there = await receiver();
    await post(await hook(there.url));
    await runDrain(store, (await smtp()).url);
    const body = JSON.parse(there.posts[0]?.body ?? '') as Record<string, unknown>;
    expect(body).toMatchObject({
      type: 'review.return',
      data: { kind: 'nomination', subjectId: '004-0001', revision: 2, from: 'departmentReview', to: 'returned' },
    });
    expect(there.posts[0]?.body).not.toMatch(/Hoa|donvi|nominee/);
  });

  it('loses nothing while the receiver is down, and meanwhile mail and other receivers go on', async () => {
    const down = await receiver();
    await down.stop();
    const there = await receiver();
    const [away, near] = [await hook(down.url), await hook(there.url)];
    const waiting = await Promise.all(Array.from({ length: 12 }, () => post(away)));
    await Promise.all(Array.from({ length: 4 }, () => post(near)));
    await Promise.all(Array.from({ length: 3 }, () => putNotice(store)));
    const mail = await smtp();
    const watches = new Map();
    const report = await runDrain(store, mail.url, { limits: { roundMs: 1_000 }, watches });
    expect(report.sent).toBe(7);
    expect(report.dead).toBe(0);
    expect(mail.mails).toHaveLength(3);
    expect(there.posts).toHaveLength(4);
    // Five at once, then probes.
    expect(report.failed).toBeLessThan(12);
    const back = await receiver(undefined, down.port);
    await Promise.all(waiting.map((id) => makeDue(store, id)));
    expect(await runDrain(store, mail.url, { watches })).toMatchObject({ sent: 12 });
    expect(new Set(back.posts.map(({ headers }) => headers['webhook-id'])).size).toBe(12);
  });

  it('goes on while the mail server is down', async () => {
    const mail = await smtp();
    await mail.stop();
    const there = await receiver();
    await putNotice(store);
    await Promise.all(Array.from({ length: 5 }, async (_, place) => post(await hook(`${there.url}/${place}`))));
    expect(await runDrain(store, mail.url, { limits: { roundMs: 700 } })).toMatchObject({ sent: 5 });
  });

  it('ends the webhook when the receiver says 410, and tells what still waited', async () => {
    const there = await receiver(() => ({ status: 410 }));
    const webhook = await hook(there.url);
    const id = await post(webhook);
    const mail = await smtp();
    expect(await runDrain(store, mail.url)).toMatchObject({ dead: 1 });
    expect(await noticeRow(store, id)).toMatchObject({ status: 'dead', lastError: 'HOPELESS: RECEIVER_GONE' });
    expect(await webhookById(store, webhook.id)).toMatchObject({ active: false });
    const next = await post(webhook);
    await runDrain(store, mail.url);
    expect(await noticeRow(store, next)).toMatchObject({ status: 'dead', lastError: 'HOPELESS: NO_SUCH_WEBHOOK' });
    expect(there.posts).toHaveLength(1);
  });

  it('sends what a receiver missed once its address is registered again, signed with the new secret', async () => {
    let status = 410;
    const there = await receiver(() => ({ status }));
    const gone = await hook(there.url);
    const id = await post(gone);
    const mail = await smtp();
    await runDrain(store, mail.url);
    expect(await requeueNotice(store, id)).toBe(false);
    expect(await noticeRow(store, id)).toMatchObject({ status: 'dead', lastError: 'HOPELESS: RECEIVER_GONE' });
    status = 204;
    const again = await addWebhook(store, { url: there.url, templates: ['review.return'] }, 'admin');
    expect(again).toMatchObject({
      outcome: 'reactivated',
      webhook: { id: gone.id, active: true, templates: ['review.return'] },
    });
    expect(await requeueNotice(store, id)).toBe(true);
    expect(await runDrain(store, mail.url)).toMatchObject({ sent: 1 });
    const [, sent] = there.posts;
    if (!sent) throw new Error('A second post was expected');
    expect(verifyWebhook(sent.headers, sent.body, gone.secret, Date.now())).toMatchObject({ ok: false });
    expect(verifyWebhook(sent.headers, sent.body, again.webhook.secret, Date.now())).toMatchObject({ ok: true, id });
  });

  it('keeps one registration in use for an address, whoever else registers it at the same moment', async () => {
    const there = await receiver();
    const all = await Promise.all(
      Array.from({ length: 6 }, () => addWebhook(store, { url: there.url, templates: [] }, 'admin')),
    );
    expect(all.map(({ outcome }) => outcome).sort()).toEqual(['added', ...Array(5).fill('exists')]);
    expect(new Set(all.map(({ webhook }) => webhook.secret)).size).toBe(1);
  });

  it.each([
    [400, 'PERMANENT'],
    [404, 'PERMANENT'],
    [408, 'TEMPORARY'],
    [429, 'TEMPORARY'],
    [500, 'TEMPORARY'],
    [503, 'UNREACHABLE'],
  ])('takes HTTP %i as %s', async (status, kind) => {
    const there = await receiver(() => ({ status }));
    const id = await post(await hook(there.url));
    await runDrain(store, (await smtp()).url, { limits: { roundAttempts: 1 } });
    expect(await deliveriesOf(store, id)).toMatchObject([
      { ok: false, response: `HTTP ${status}`, error: expect.stringContaining(`${kind}:`) },
    ]);
  });

  it('follows no redirect', async () => {
    const elsewhere = await receiver();
    const there = await receiver(() => ({ status: 307, headers: { location: elsewhere.url } }));
    const id = await post(await hook(there.url));
    await runDrain(store, (await smtp()).url);
    expect(elsewhere.posts).toEqual([]);
    expect(await noticeRow(store, id)).toMatchObject({ status: 'failed', lastError: 'PERMANENT: HTTP 307' });
  });

  it('breaks off a receiver that never answers', async () => {
    const there = await receiver(() => null);
    const id = await post(await hook(there.url));
    await runDrain(store, (await smtp()).url, { sendWithinMs: 300, limits: { roundAttempts: 1 } });
    expect(await noticeRow(store, id)).toMatchObject({ status: 'failed', lastError: 'UNREACHABLE: TIMED_OUT' });
  });
});
