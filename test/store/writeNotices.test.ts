import { describe, expect, test } from 'vitest';
import type { NoticeTemplate } from '../../contract/nomination.ts';
import { deliverByOf, overdueNotices } from '../../store/deliverBy.ts';
import { dropBatch, heldBatches, heldNotices, releaseBatch } from '../../store/holds.ts';
import { uuidV7 } from '../../store/ids.ts';
import { deliveriesOf } from '../../store/outbox.ts';
import { noticesOf, noticesOfNomination, readNotice } from '../../store/queries/notices.ts';
import { at, programmeId, useStore } from './fixture.ts';

const store = useStore();

type Asked = { template: NoticeTemplate; role: string; body: string };
const toClerk = (template: NoticeTemplate): Asked => ({ template, role: 'unitClerk', body: 'hospital' });
const toHead = (template: NoticeTemplate): Asked => ({ template, role: 'unitHead', body: 'hospital' });
const toReviewer = (template: NoticeTemplate): Asked => ({ template, role: 'reviewer', body: 'office' });

/** Writes the notices of an event of a new subject; gives the subject's id. */
async function written(recipients: Asked[], more: Record<string, unknown> = {}): Promise<string> {
  const subjectId = `${programmeId}-${uuidV7()}`;
  const noticeData = {
    type: 'deadline.change',
    from: 'draft',
    to: 'draft',
    at,
    movementId: 'covid',
    inboxId: null,
    deadline: null,
  };
  const p = { subjectId, revision: 3, mailDomain: 'vd.invalid', noticeData, recipients, nomineeTemplates: [], ...more };
  await store().sql`select write_notices(${JSON.stringify(p)}, ${at}, real_now())`;
  return subjectId;
}

async function change(holdNotices: boolean): Promise<string> {
  const id = uuidV7();
  await store().sql`
    insert into changes (id, programme_id, spec, preview, hash, actor_id, as_role, reason, hold_notices, applied_at)
    values (${id}, ${programmeId}, '{}', '{"subjects": []}', 'h', 'chair', 'approvingAuthority', 'Bão số 5', ${holdNotices}, ${at})`;
  return id;
}

describe('writing notices', () => {
  test('tells an event once a person and template, another occasion again, a repetition not', async () => {
    const recipients = [toClerk('deadline.remind')];
    const subjectId = await written(recipients, { occasion: 'a' });
    await written(recipients, { occasion: 'a', subjectId });
    await written(recipients, { occasion: 'b', subjectId });
    expect((await noticesOfNomination(store(), subjectId)).map(({ occasion }) => occasion).sort()).toEqual(['a', 'b']);
  });

  test('posts each event once to every active webhook that wants the template, not once a person', async () => {
    await store().sql`
      insert into webhooks (id, url, secret, templates, active, created_at) values
        ('wh_all', 'https://all.example', 's', '[]', true, real_now()),
        ('wh_some', 'https://some.example', 's', '["authority.award"]', true, real_now()),
        ('wh_off', 'https://off.example', 's', '[]', false, real_now())`;
    const subjectId = await written([
      toClerk('deadline.change'),
      toHead('deadline.change'),
      toReviewer('deadline.change'),
      toReviewer('authority.award'),
    ]);
    const posts = (await noticesOfNomination(store(), subjectId)).filter(({ channel }) => channel === 'webhook');
    expect(posts.map(({ recipientPerson, template, address }) => [recipientPerson, template, address]).sort()).toEqual([
      ['wh_all', 'authority.award', 'https://all.example'],
      ['wh_all', 'deadline.change', 'https://all.example'],
      ['wh_some', 'authority.award', 'https://some.example'],
    ]);
    // Nobody's own list shows them.
    expect(await noticesOf(store(), 'wh_all')).toEqual([]);
    await store().sql`delete from webhooks`;
  });

  test('to somebody without an address is undeliverable from the start, and the log says so', async () => {
    await store().sql`update people set email = null where id = 'reviewer'`;
    const subjectId = await written([toReviewer('deadline.change')]);
    await store().sql`update people set email = 'reviewer@example.vn' where id = 'reviewer'`;
    const [row] = await noticesOfNomination(store(), subjectId);
    expect(row).toMatchObject({ status: 'dead', lastError: 'NO_ADDRESS' });
    expect(await deliveriesOf(store(), row?.id ?? '')).toMatchObject([{ ok: false, error: 'HOPELESS: NO_ADDRESS' }]);
  });

  test('a deadline of its own goes to the nominating unit’s people only', async () => {
    const deliverBy = { 'authority.refuse': '2020-09-15T16:59:59.999Z' };
    const recipients = [toClerk('authority.refuse'), toHead('authority.refuse'), toReviewer('authority.refuse')];
    const subjectId = await written(recipients, { deliverBy, nomineeTemplates: [] });
    const rows = await noticesOfNomination(store(), subjectId);
    expect(Object.fromEntries(rows.map((row) => [row.recipientPerson, row.deliverBy]))).toEqual({
      clerk: '2020-09-15T16:59:59.999Z',
      head: '2020-09-15T16:59:59.999Z',
      reviewer: null,
    });
    expect(await overdueNotices(store(), '2020-09-15T16:59:59.999Z')).toEqual([]);
    const late = (await overdueNotices(store(), '2020-09-16T00:00:00.000Z')).filter(
      (one) => one.subjectId === subjectId,
    );
    expect(late.map(({ recipientPerson }) => recipientPerson).sort()).toEqual(['clerk', 'head']);
    await store().sql`update outbox set status = 'sent' where subject_id = ${subjectId}`;
    expect(await overdueNotices(store(), '2020-09-16T00:00:00.000Z')).toEqual([]);
  });

  test('only refusals have such a deadline, and none where the setting or the calendar is missing', () => {
    const days = { days: 10, kind: 'calendar' } as const;
    expect(deliverByOf(['authority.refuse', 'authority.award'], at, days)).toEqual({
      'authority.refuse': '2020-09-11T16:59:59.999Z',
    });
    expect(deliverByOf(['authority.award'], at, days)).toBeUndefined();
    expect(deliverByOf(['authority.refuse'], at, null)).toBeUndefined();
    expect(deliverByOf(['authority.refuse'], at, { days: 10, kind: 'working' })).toBeUndefined();
  });
});

describe('a batch of notices', () => {
  test('of a change that holds them is nobody’s until released; then all go, once, and the audit says by whom', async () => {
    const batchId = await change(true);
    const subjectId = await written([toClerk('deadline.change'), toReviewer('deadline.change')], { changeId: batchId });
    expect((await noticesOfNomination(store(), subjectId)).map(({ status }) => status)).toEqual(['held', 'held']);
    expect((await noticesOf(store(), 'clerk', 500)).filter((row) => row.subjectId === subjectId)).toEqual([]);
    expect(await heldBatches(store())).toMatchObject([
      { batchId, programmeId, by: 'chair', reason: 'Bão số 5', notices: 2, people: 2, subjects: 1 },
    ]);
    expect(await heldNotices(store(), batchId)).toHaveLength(2);

    expect(await releaseBatch(store(), batchId, 'chair')).toEqual({ notices: 2, posts: 0 });
    expect(await releaseBatch(store(), batchId, 'chair')).toEqual({ notices: 0, posts: 0 });
    expect(await dropBatch(store(), batchId, 'chair', 'late')).toMatchObject({ notices: 0 });
    expect((await noticesOfNomination(store(), subjectId)).map(({ status }) => status)).toEqual(['pending', 'pending']);
    expect(await heldBatches(store())).toEqual([]);
    const audited = await store().sql`
      select actor_id, entry -> 'notices' as notices from audit_entries
      where chain = ${programmeId} and entry #>> '{notices,batch}' = ${batchId}`;
    expect(audited).toEqual([{ actor_id: 'chair', notices: { batch: batchId, count: 2, released: true } }]);
  });

  test('that is dropped goes to nobody, with the reason kept apart from the chain', async () => {
    const batchId = await change(true);
    const subjectId = await written([toClerk('deadline.change')], { changeId: batchId });
    expect(await dropBatch(store(), batchId, 'chair', 'Gửi bằng công văn')).toMatchObject({ notices: 1 });
    expect(await releaseBatch(store(), batchId, 'chair')).toMatchObject({ notices: 0 });
    const [dropped] = await noticesOfNomination(store(), subjectId);
    expect(dropped?.status).toBe('dropped');
    expect(await deliveriesOf(store(), dropped?.id ?? '')).toMatchObject([{ ok: false, error: 'DROPPED' }]);
    expect((await noticesOf(store(), 'clerk', 500)).some((row) => row.subjectId === subjectId)).toBe(false);
    const [kept] = await store().sql`
      select entry, payload from audit_entries join audit_payloads using (chain, seq)
      where entry #>> '{notices,batch}' = ${batchId}`;
    expect(JSON.stringify(kept?.entry)).not.toContain('công văn');
    expect(kept?.payload).toEqual({ reason: 'Gửi bằng công văn' });
  });

  test('of any other change goes out at once, and is known as a batch', async () => {
    const batchId = await change(false);
    const subjectId = await written([toClerk('deadline.change')], { changeId: batchId });
    expect(await noticesOfNomination(store(), subjectId)).toMatchObject([{ status: 'pending', batchId }]);
    expect(await heldBatches(store())).toEqual([]);
  });
});

describe('a person’s own list', () => {
  test('shows the unread first, marks what is read once, and nobody reads another’s', async () => {
    await store().sql`truncate outbox, deliveries`;
    const older = await written([toClerk('deadline.change')]);
    const newer = await written([toClerk('deadline.change')]);
    const list = async () => (await noticesOf(store(), 'clerk')).map(({ subjectId }) => subjectId);
    expect(await list()).toEqual([newer, older]);
    const [row] = await noticesOf(store(), 'clerk');
    const read = await readNotice(store(), 'clerk', row?.id ?? '');
    expect(read?.readAt).toEqual(expect.any(String));
    expect(await list()).toEqual([older, newer]);
    expect((await readNotice(store(), 'clerk', row?.id ?? ''))?.readAt).toBe(read?.readAt);
    expect(await noticesOf(store(), 'clerk', 50, true)).toMatchObject([{ subjectId: older }]);
    expect(await readNotice(store(), 'head', row?.id ?? '')).toBeNull();
    expect(await readNotice(store(), 'clerk', 'not an id')).toBeNull();
  });
});
