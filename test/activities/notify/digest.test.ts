import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { markSent } from '../../../store/attempts.ts';
import type { Store } from '../../../store/connect.ts';
import { connect } from '../../../store/connect.ts';
import { migrate } from '../../../store/migrate.ts';
import type { Mailing, OutboxRow } from '../../../store/outbox.ts';
import { claimMails, deliveriesOf } from '../../../store/outbox.ts';
import type { FreshDatabase } from '../../support/database.ts';
import { freshDatabase } from '../../support/database.ts';
import type { TestServer } from './support.ts';
import { answer, makeDue, noticeRow, putNotice, runDrain, startSmtp } from './support.ts';

let database: FreshDatabase;
let store: Store;
const servers: TestServer[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.url);
  store = connect(database.url);
});
beforeEach(async () => {
  await store.sql`truncate outbox, deliveries, digests`;
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

async function smtp(options: Parameters<typeof startSmtp>[0] = {}): Promise<TestServer> {
  const server = await startSmtp(options);
  servers.push(server);
  return server;
}

/** A notice of a burst: that may wait, to one of a few people. */
function burst(person: string, change: Parameters<typeof putNotice>[1] = {}): Promise<string> {
  return putNotice(store, {
    template: 'deadline.change',
    recipientPerson: person,
    recipientName: `Người ${person}`,
    address: `${person}@donvi.example`,
    ...change,
  });
}

async function all(): Promise<OutboxRow[]> {
  const ids = await store.sql<{ id: string }[]>`select id from outbox order by id`;
  return Promise.all(ids.map(({ id }) => noticeRow(store, id)));
}

const digestible = ['deadline.change'];
const claim = (limit = 10): Promise<Mailing[]> =>
  claimMails(store, { limit, leaseMs: 60_000, digestFrom: 4, digestWaitMs: 0, digestible, mailDomain: 'vd.invalid' });

describe('a burst of notices', () => {
  it('of 300 to five people is five mails, and every notice has its delivery in the log', async () => {
    const server = await smtp();
    const people = ['an', 'binh', 'chi', 'dung', 'em'];
    await Promise.all(
      Array.from({ length: 300 }, (_, n) =>
        burst(people[n % 5] ?? 'an', { subjectId: `004-${String(n).padStart(4, '0')}` }),
      ),
    );
    expect(await runDrain(store, server.url)).toMatchObject({ sent: 300, failed: 0, dead: 0 });
    expect(server.mails.map(({ recipients }) => recipients.join()).sort()).toEqual(
      people.map((person) => `${person}@donvi.example`),
    );
    const rows = await all();
    expect(rows.every(({ status, digestId }) => status === 'sent' && digestId !== null)).toBe(true);
    for (const mail of server.mails) {
      const own = rows.filter(({ address }) => address === mail.recipients[0]);
      expect(own).toHaveLength(60);
      expect([mail.references].flat()).toEqual(expect.arrayContaining(own.map(({ messageId }) => messageId)));
      expect(rows.some(({ messageId }) => messageId === mail.messageId)).toBe(false);
      for (const { subjectId } of own) expect(mail.text).toContain(subjectId);
      expect(mail.subject).toContain('60 thông báo');
    }
    for (const { id } of rows.slice(0, 20)) {
      expect(await deliveriesOf(store, id)).toMatchObject([{ attempt: 1, ok: true }]);
    }
  });

  it('keeps notices people must act on within days apart, and few ones too', async () => {
    const server = await smtp();
    await Promise.all(Array.from({ length: 6 }, () => burst('an', { template: 'review.return' })));
    await Promise.all(Array.from({ length: 3 }, () => burst('binh')));
    await runDrain(store, server.url);
    expect(server.mails).toHaveLength(9);
    expect((await all()).every(({ digestId }) => digestId === null)).toBe(true);
  });

  it('is sent again under the same Message-ID after a refusal, with the same notices, whatever has come since', async () => {
    let refuse = true;
    const seen: { messageId: string | undefined; references: unknown }[] = [];
    const server = await smtp({
      accept(mail) {
        seen.push({ messageId: mail.messageId, references: mail.references });
        if (refuse) throw answer(451, 'later');
      },
    });
    const ids = await Promise.all(Array.from({ length: 5 }, () => burst('an')));
    await runDrain(store, server.url);
    refuse = false;
    await burst('an');
    await Promise.all(ids.map((id) => makeDue(store, id)));
    await runDrain(store, server.url);
    const [first, ...others] = seen.filter(({ references }) => Array.isArray(references) && references.length === 5);
    expect(others).toEqual([first]);
    expect(server.mails).toHaveLength(2);
    for (const id of ids) {
      expect((await deliveriesOf(store, id)).map(({ ok }) => ok)).toEqual([false, true]);
    }
  });

  it('claimed by a process that dies is sent by the next, under the same Message-ID', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => burst('an')));
    const [lost, ...more] = await claim();
    expect(more).toEqual([]);
    expect(lost?.notices).toHaveLength(5);
    expect(await claim()).toEqual([]);
    // The lease's end, without the wait.
    await Promise.all(ids.map((id) => makeDue(store, id)));
    const server = await smtp();
    await runDrain(store, server.url);
    expect(server.mails.map(({ messageId }) => messageId)).toEqual([lost?.digest?.messageId]);
    expect((await all()).every(({ attempts, status }) => attempts === 2 && status === 'sent')).toBe(true);
  });

  it('is not made of a notice that has been tried by itself: it may have arrived', async () => {
    const tried = await burst('an');
    await claim();
    await Promise.all(Array.from({ length: 5 }, () => burst('an')));
    await makeDue(store, tried);
    const mailings = await claim();
    expect(mailings.map(({ digest, notices }) => [digest !== null, notices.length]).sort()).toEqual([
      [false, 1],
      [true, 5],
    ]);
  });

  it('is one digest for whoever claims first, also when many claim at once', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, n) => burst(n % 2 === 0 ? 'an' : 'binh')));
    const claims = (await Promise.all(Array.from({ length: 6 }, () => claim()))).flat();
    expect(claims.map(({ notices }) => notices.length)).toEqual([20, 20]);
    expect(await store.sql`select count(*)::int as digests from digests`).toEqual([{ digests: 2 }]);
  });

  it('of a bulk change gathers before it is sent; what is not of a batch does not wait', async () => {
    const server = await smtp();
    const since = new Date(Date.now() - 900).toISOString();
    await Promise.all(
      Array.from({ length: 5 }, () => burst('an', { batchId: 'change-1', createdAt: since, nextAttemptAt: since })),
    );
    await burst('binh');
    const limits = { roundMs: 300 };
    expect(await runDrain(store, server.url, { digestWaitMs: 60_000, limits })).toMatchObject({ sent: 1 });
    expect(await runDrain(store, server.url, { digestWaitMs: 500, limits })).toMatchObject({ sent: 5 });
    expect(server.mails).toHaveLength(2);
  });

  it('leaves out a notice that cannot be written: it fails by itself and the others go', async () => {
    const server = await smtp();
    const broken = await burst('an', {
      // A due time that no date can be made of makes composing fail.
      data: { changeId: 'none', deadline: { dueAt: 5 }, to: 'draft', matter: {}, at: 'never' } as never,
    });
    await Promise.all(Array.from({ length: 5 }, () => burst('an')));
    expect(await runDrain(store, server.url)).toMatchObject({ sent: 5, failed: 1 });
    expect(await noticeRow(store, broken)).toMatchObject({ status: 'failed', digestId: null });
    expect(await deliveriesOf(store, broken)).toMatchObject([
      { ok: false, error: expect.stringContaining('TEMPORARY') },
    ]);
    expect(server.mails).toHaveLength(1);
    expect(server.mails[0]?.text).toContain('5 thông báo');
  });

  it('asks the mail server to report failures', async () => {
    const asked: unknown[] = [];
    const server = await smtp({
      hideDSN: false,
      onRcptTo(address, session, callback) {
        asked.push(address.dsn, session.envelope.dsn);
        callback();
      },
    });
    await burst('an');
    await runDrain(store, server.url);
    expect(JSON.stringify(asked)).toContain('FAILURE');
  });

  it('is whole in the log when its sender is overtaken: the mark of the first does not unsend', async () => {
    await Promise.all(Array.from({ length: 4 }, () => burst('an')));
    const [mailing] = await claim();
    if (!mailing) throw new Error('Nothing claimed');
    await markSent(store, mailing.notices, '250 kept');
    await markSent(store, mailing.notices, '250 kept again');
    for (const { id } of await all()) expect(await deliveriesOf(store, id)).toHaveLength(1);
  });
});
