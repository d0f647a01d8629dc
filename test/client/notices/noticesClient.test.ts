import { describe, expect, test } from 'vitest';
import type { NoticeError } from '../../../client/notices/errors.ts';
import { noticesClient } from '../../../client/notices/noticesClient.ts';
import { realClock, toProgramme } from '../../../contract/clock.ts';
import { markFailed } from '../../../store/attempts.ts';
import { uuidV7 } from '../../../store/ids.ts';
import { claimMails } from '../../../store/outbox.ts';
import { putDirectory } from '../../../store/putDirectory.ts';
import { record } from '../../../store/record.ts';
import { deactivateWebhook } from '../../../store/webhooks.ts';
import { at, directory, entryOf, programmeId, useStore } from '../../store/fixture.ts';

const store = useStore();
const notices = () => noticesClient(store(), () => toProgramme(realClock, Date.now()));

async function withAdministrator(): Promise<void> {
  const admin = { id: 'admin', name: 'Quản trị', email: 'admin@example.vn', locale: 'vi', homeBody: 'office' };
  const roles = [{ role: 'administrator' as const, body: 'office' }];
  const records = { ...directory, people: [...directory.people, { ...admin, roles }] };
  await putDirectory(store(), records, { actorId: null, at });
}

/** A nomination whose change of deadlines told its clerk and head. */
async function changed(holdNotices: boolean): Promise<{ id: string; changeId: string }> {
  const id = `${programmeId}-${uuidV7()}`;
  const changeId = uuidV7();
  const deadlines = [
    { name: 'draft', from: '2020-09-30T16:59:59.999Z', to: '2020-10-10T16:59:59.999Z', provisional: false },
  ];
  const preview = { subjects: [{ id, deadlines, rules: [] }] };
  await store().sql`
    insert into changes (id, programme_id, spec, preview, hash, actor_id, as_role, reason, hold_notices, applied_at)
    values (${changeId}, ${programmeId}, '{}', ${JSON.stringify(preview)}, 'h', 'chair', 'approvingAuthority', 'Bão số 5',
      ${holdNotices}, ${at})`;
  await record(store(), entryOf(id, 1));
  const noticeData = {
    type: 'deadline.change',
    from: 'draft',
    to: 'draft',
    at,
    movementId: 'covid',
    nominee: { kind: 'individual', id: 'nurse' },
    inboxId: null,
    deadline: { name: 'draft', dueAt: '2020-10-10T16:59:59.999Z', level: 0 },
    changeId,
  };
  const recipients = ['unitClerk', 'unitHead'].map((role) => ({ template: 'deadline.change', role, body: 'hospital' }));
  const p = {
    subjectId: id,
    revision: 1,
    mailDomain: 'vd.invalid',
    noticeData,
    recipients,
    nomineeTemplates: [],
    changeId,
  };
  await store().sql`select write_notices(${JSON.stringify(p)}, ${at}, real_now())`;
  return { id, changeId };
}

describe('notices held before a bulk sending', () => {
  test('are seen by whoever applied the change: to whom, and one in full of each kind; then released', async () => {
    await withAdministrator();
    const { id, changeId } = await changed(true);
    expect(await notices().held('chair')).toMatchObject([{ batchId: changeId, notices: 2 }]);
    expect(await notices().held('clerk')).toEqual([]);
    const preview = await notices().preview('chair', changeId);
    expect(preview.recipients).toEqual([
      { id: 'clerk', name: 'Người clerk', address: 'clerk@example.vn', notices: 1 },
      { id: 'head', name: 'Người head', address: 'head@example.vn', notices: 1 },
    ]);
    expect(preview.examples).toMatchObject([
      { template: 'deadline.change', locale: 'vi', count: 2, to: 'Người clerk' },
    ]);
    const [example] = preview.examples;
    expect(example?.text).toContain('Hạn nộp hồ sơ: từ 30/09/2020 chuyển thành 10/10/2020');
    expect(example?.text).toContain('Lý do: Bão số 5');
    expect(example?.text).toContain(id);

    await expect(notices().release('clerk', changeId)).rejects.toMatchObject({ code: 'NOT_YOUR_BATCH' });
    await expect(notices().drop('chair', changeId, '  ')).rejects.toMatchObject({ code: 'REASON_MISSING' });
    await expect(notices().preview('chair', 'none')).rejects.toMatchObject({ code: 'UNKNOWN_BATCH' });
    expect(await notices().release('admin', changeId)).toEqual({ notices: 2, posts: 0 });
    expect(await notices().release('chair', changeId)).toEqual({ notices: 0, posts: 0 });
    await expect(notices().preview('chair', changeId)).rejects.toMatchObject({ code: 'NOTHING_HELD' });
  });

  test('are shown by what they are about, and posts to webhooks apart from people', async () => {
    await withAdministrator();
    const { id: webhook } = await notices().addWebhook('admin', { url: 'https://van-ban.example/' });
    const { changeId } = await changed(true);
    // The round's own share is told of by the same template in other words.
    await store().sql`
      update outbox set subject_id = ${`${programmeId}/covid/nam2020`}
      where batch_id = ${changeId} and recipient_person = 'head'`;
    const counts = { notices: 2, people: 2, posts: 1, webhooks: 1 };
    expect(await notices().held('chair')).toContainEqual(expect.objectContaining({ batchId: changeId, ...counts }));
    const preview = await notices().preview('chair', changeId);
    expect(preview.recipients.map(({ id }) => id)).toEqual(['clerk', 'head']);
    expect(preview.webhooks).toEqual([{ id: webhook, url: 'https://van-ban.example/', posts: 1 }]);
    expect(preview.examples.map(({ about, count, to }) => ({ about, count, to }))).toEqual([
      { about: 'nomination', count: 1, to: 'Người clerk' },
      { about: 'round', count: 1, to: 'Người head' },
    ]);
    expect(await notices().drop('chair', changeId, 'Nhầm đợt')).toEqual({ notices: 2, posts: 1 });
    await notices().removeWebhook('admin', webhook);
  });

  test('are in nobody’s own list before the release, and are after it', async () => {
    const { id, changeId } = await changed(true);
    const mine = async () => (await notices().mine('head')).filter(({ subjectId }) => subjectId === id);
    expect(await mine()).toEqual([]);
    await notices().release('chair', changeId);
    const [notice] = await mine();
    expect(notice).toMatchObject({
      readAt: null,
      dueAt: '2020-10-10T16:59:59.999Z',
      subject: expect.stringContaining('Trần Thị Mai'),
    });
    expect((await notices().read('head', notice?.id ?? '')).text).toContain('Kính gửi: Người head');
    expect((await mine())[0]?.readAt).toEqual(expect.any(String));
    expect(await notices().mine('head', { unread: true })).not.toContainEqual(
      expect.objectContaining({ id: notice?.id }),
    );
    await expect(notices().read('clerk', notice?.id ?? '')).rejects.toMatchObject({ code: 'UNKNOWN_NOTICE' });
    await expect(notices().mine('nobody')).rejects.toMatchObject({ code: 'UNKNOWN_PERSON' });
  });
});

describe('the delivery log', () => {
  test('shows each attempt to administrators, who can have a dead notice tried again', async () => {
    await withAdministrator();
    await store().sql`truncate outbox, deliveries`;
    const { id } = await changed(false);
    const claim = {
      limit: 1,
      leaseMs: 60_000,
      digestFrom: 9,
      digestWaitMs: 0,
      digestible: [],
      mailDomain: 'vd.invalid',
    };
    const [mailing] = await claimMails(store(), claim);
    if (!mailing) throw new Error('Nothing is due');
    await markFailed(store(), mailing.notices, { kind: 'hopeless', error: 'BAD_ADDRESS' });
    const dead = await notices().log('admin', { status: 'dead' });
    expect(dead).toMatchObject([
      { subjectId: id, channel: 'email', attempts: [{ attempt: 1, ok: false, error: 'HOPELESS: BAD_ADDRESS' }] },
    ]);
    expect(await notices().log('admin', { subjectId: id })).toHaveLength(2);
    await expect(notices().log('clerk')).rejects.toMatchObject({ code: 'ADMINISTRATORS_ONLY' });
    await notices().retry('admin', dead[0]?.id ?? '');
    await expect(notices().retry('admin', dead[0]?.id ?? '')).rejects.toMatchObject({ code: 'NOT_RETRYABLE' });
    expect(await notices().log('admin', { status: 'dead' })).toEqual([]);
  });
});

describe('webhooks', () => {
  test('are registered by administrators; the secret is shown once and is in no list and no audit entry', async () => {
    await withAdministrator();
    const url = 'http://10.1.2.3:8080/vinhdanh';
    const added = await notices().addWebhook('admin', { url, templates: ['authority.award', 'authority.award'] });
    expect(added).toMatchObject({ url, templates: ['authority.award'], active: true });
    expect(Buffer.from(added.secret.replace('whsec_', ''), 'base64')).toHaveLength(32);
    expect(JSON.stringify(await notices().webhooks('admin'))).not.toContain(added.secret);
    const audited = JSON.stringify(
      await store().sql`select entry from audit_entries where entry ->> 'webhook' = ${added.id}`,
    );
    expect(audited).toContain('10.1.2.3');
    expect(audited).not.toContain(added.secret);
    await notices().removeWebhook('admin', added.id);
    expect(await notices().webhooks('admin')).toEqual([]);
    await expect(notices().removeWebhook('admin', added.id)).rejects.toMatchObject({ code: 'UNKNOWN_WEBHOOK' });
  });

  test.each(['ftp://x.example', 'file:///etc/passwd', 'not a url', 'https://user:secret@x.example'])(
    'refuse %s',
    async (url) => {
      await withAdministrator();
      await expect(notices().addWebhook('admin', { url })).rejects.toMatchObject({ code: 'INVALID_URL' });
      expect(await notices().webhooks('admin')).toEqual([]);
    },
  );

  test('refuse an address that is in use, and take up again one whose receiver is gone', async () => {
    await withAdministrator();
    const url = 'https://van-ban.example/nhan';
    const { id, secret } = await notices().addWebhook('admin', { url });
    await expect(notices().addWebhook('admin', { url })).rejects.toMatchObject({
      code: 'WEBHOOK_EXISTS',
      values: { id, url },
    });
    await deactivateWebhook(store(), id);
    const again = await notices().addWebhook('admin', { url });
    expect(again).toMatchObject({ id, url, active: true, reactivated: true });
    expect(again.secret).not.toBe(secret);
    expect(await notices().webhooks('admin')).toHaveLength(1);
    await notices().removeWebhook('admin', id);
  });

  test('have no post tried again that would die at once, and say what to do', async () => {
    await withAdministrator();
    await store().sql`truncate outbox, deliveries`;
    const { id } = await notices().addWebhook('admin', { url: 'https://x.example/', templates: ['deadline.change'] });
    const { id: subjectId } = await changed(false);
    const [post] = (await notices().log('admin', { subjectId })).filter(({ channel }) => channel === 'webhook');
    if (!post) throw new Error('A post was expected');
    await deactivateWebhook(store(), id);
    await store().sql`update outbox set status = 'dead', last_error = 'HOPELESS: RECEIVER_GONE' where id = ${post.id}`;
    await expect(notices().retry('admin', post.id)).rejects.toMatchObject({
      code: 'WEBHOOK_ENDED',
      values: { command: 'webhook add https://x.example/ --template deadline.change' },
    });
    expect(await notices().log('admin', { status: 'dead' })).toHaveLength(1);
    await notices().addWebhook('admin', { url: 'https://x.example/', templates: ['deadline.change'] });
    await notices().retry('admin', post.id);
    expect(await notices().log('admin', { status: 'dead' })).toEqual([]);
    await store().sql`update outbox set status = 'dead' where id = ${post.id}`;
    await notices().removeWebhook('admin', id);
    await expect(notices().retry('admin', post.id)).rejects.toMatchObject({ code: 'WEBHOOK_REMOVED' });
  });

  test.each(['report.ready', 'progress.nudge'])(
    'refuse %s, which is never posted, and name those that are',
    async (template) => {
      await withAdministrator();
      const added = notices().addWebhook('admin', { url: 'https://x.example', templates: [template] });
      await expect(added).rejects.toMatchObject({ code: 'TEMPLATE_NOT_POSTED', values: { template } });
      const { values } = (await added.catch((error: unknown) => error)) as NoticeError;
      expect(values.allowed).toContain('authority.award');
      expect(values.allowed).not.toContain(template);
    },
  );

  test('refuse a template there is not, and anybody but administrators', async () => {
    await withAdministrator();
    const url = 'https://x.example';
    await expect(notices().addWebhook('admin', { url, templates: ['council.dance'] })).rejects.toMatchObject({
      code: 'UNKNOWN_TEMPLATE',
    });
    await expect(notices().addWebhook('chair', { url })).rejects.toMatchObject({ code: 'ADMINISTRATORS_ONLY' });
    await expect(notices().webhooks('chair')).rejects.toMatchObject({ code: 'ADMINISTRATORS_ONLY' });
  });
});
