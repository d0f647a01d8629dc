import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readBounce, recordBounce } from '../../../client/notices/bounce.ts';
import { requeueNotice } from '../../../store/attempts.ts';
import type { Store } from '../../../store/connect.ts';
import { connect } from '../../../store/connect.ts';
import { migrate } from '../../../store/migrate.ts';
import { deliveriesOf } from '../../../store/outbox.ts';
import { noticeRow, putNotice, runDrain, startSmtp } from '../../activities/notify/support.ts';
import type { FreshDatabase } from '../../support/database.ts';
import { freshDatabase } from '../../support/database.ts';

let database: FreshDatabase;
let store: Store;
let postfix: string;

beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.url);
  store = connect(database.url);
  postfix = await readFile(new URL('reports/failed.eml', import.meta.url), 'utf8');
});
beforeEach(async () => {
  await store.sql`truncate outbox, deliveries, digests`;
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

/** The report about the mail of this Message-ID. */
const about = (messageId: string) => postfix.replace('<MESSAGE-ID>', messageId);

async function sent(...changes: Parameters<typeof putNotice>[1][]): Promise<string[]> {
  const ids = await Promise.all(changes.map((change) => putNotice(store, change)));
  const server = await startSmtp();
  await runDrain(store, server.url);
  await server.stop();
  return ids;
}

describe('a mail that comes back', () => {
  it('is found by its Message-ID, marked, and logged with the words of the far server, once', async () => {
    const [id = ''] = await sent({});
    const report = about((await noticeRow(store, id)).messageId);
    expect(await recordBounce(store, report)).toEqual({ outcome: 'bounced', notices: [id] });
    expect(await noticeRow(store, id)).toMatchObject({
      status: 'bounced',
      lastError: expect.stringContaining('550 5.1.1'),
    });
    expect(await recordBounce(store, Buffer.from(report))).toEqual({ outcome: 'already', notices: [id] });
    expect(await deliveriesOf(store, id)).toMatchObject([
      { attempt: 1, ok: true },
      {
        attempt: 2,
        ok: false,
        error: 'BOUNCED: 5.1.1 smtp; 550 5.1.1 <lan@donvi.example>: Recipient address rejected: User unknown',
      },
    ]);
  });

  it('can be tried again, and its earlier return is not taken for a new one meanwhile', async () => {
    const [id = ''] = await sent({});
    const { messageId } = await noticeRow(store, id);
    await recordBounce(store, about(messageId));
    expect(await requeueNotice(store, id)).toBe(true);
    expect(await recordBounce(store, about(messageId))).toMatchObject({ outcome: 'already' });
    const server = await startSmtp();
    await runDrain(store, server.url);
    await server.stop();
    expect(server.mails.map((mail) => mail.messageId)).toEqual([messageId]);
    expect(await noticeRow(store, id)).toMatchObject({ status: 'sent' });
  });

  it('marks every notice of a digest that comes back', async () => {
    const one = { template: 'deadline.change' as const, recipientPerson: 'lan', address: 'lan@donvi.example' };
    const ids = await sent(one, one, one, one);
    const [digest] = await store.sql<{ message_id: string }[]>`select message_id from digests`;
    const bounced = await recordBounce(store, about(digest?.message_id ?? ''));
    expect([...bounced.notices].sort()).toEqual([...ids].sort());
    for (const id of ids) expect(await noticeRow(store, id)).toMatchObject({ status: 'bounced' });
    // One address is one trouble: the digest is tried again as a whole, under its own Message-ID.
    await requeueNotice(store, ids[0] ?? '');
    const server = await startSmtp();
    await runDrain(store, server.url);
    await server.stop();
    expect(server.mails.map((mail) => mail.messageId)).toEqual([digest?.message_id]);
  });

  it('may come with the headers only', async () => {
    const [id = ''] = await sent({});
    const { messageId } = await noticeRow(store, id);
    const report = about(messageId).replace('message/rfc822', 'text/rfc822-headers');
    expect(await readBounce(report)).toMatchObject({ messageId, action: 'failed', status: '5.1.1' });
    expect(await recordBounce(store, report)).toMatchObject({ outcome: 'bounced' });
  });

  it('that is not ours, not a report or no failure is refused by name and changes nothing', async () => {
    const [id = ''] = await sent({});
    const { messageId } = await noticeRow(store, id);
    await expect(recordBounce(store, about('<strange@example.org>'))).rejects.toMatchObject({
      code: 'UNKNOWN_MESSAGE',
      message: expect.stringContaining('<strange@example.org>'),
    });
    await expect(recordBounce(store, 'Subject: Xin chao\r\n\r\nThu thuong')).rejects.toMatchObject({
      code: 'NOT_A_BOUNCE',
    });
    await expect(
      recordBounce(store, about(messageId).replace('Action: failed', 'Action: delayed')),
    ).rejects.toMatchObject({
      code: 'NOT_A_FAILURE',
    });
    expect(await noticeRow(store, id)).toMatchObject({ status: 'sent' });
  });
});
