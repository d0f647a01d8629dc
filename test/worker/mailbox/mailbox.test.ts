import { appendFile, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import fastify from 'fastify';
import type { SendMailOptions } from 'nodemailer';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMail, readMailbox } from '../../../client/mailbox.ts';
import { mailboxRoutes } from '../../../worker/mailbox/routes.ts';
import type { RunningMailbox } from '../../../worker/mailbox/server.ts';
import { startMailbox } from '../../../worker/mailbox/server.ts';

let folder: string;
let mailbox: RunningMailbox;
let app: FastifyInstance;

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'mailbox-')), 'mail');
  mailbox = await startMailbox({ smtpPort: 0, folder });
  app = fastify();
  await app.register(mailboxRoutes, { folder });
});
afterEach(async () => {
  await app.close();
  await mailbox.stop();
  await rm(join(folder, '..'), { recursive: true });
});

async function send(mail: SendMailOptions = {}): Promise<string> {
  const transport = createTransport({ url: mailbox.smtpUrl });
  const info = await transport.sendMail({
    from: 'Vinh Danh <no-reply@vinhdanh.invalid>',
    to: 'Nguyễn Thị Hoa <hoa@donvi.example>',
    subject: 'Đề nghị bổ sung hồ sơ',
    text: 'Kính gửi: Nguyễn Thị Hoa',
    html: '<p>Kính gửi: <b>Nguyễn Thị Hoa</b></p>',
    headers: { 'X-Vinhdanh-Nomination': '004-0001' },
    ...mail,
  });
  transport.close();
  return /Kept as ([0-9a-f]{32})/.exec(info.response)?.[1] ?? info.response;
}

describe('the development mailbox', () => {
  it('keeps a mail as a file of its own and lists it', async () => {
    const id = await send();
    expect(await readdir(folder)).toEqual(expect.arrayContaining([`${id}.eml`, 'index.jsonl']));
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, `${id}.eml`))).mode & 0o777).toBe(0o600);
    expect(await readMailbox(folder)).toMatchObject({
      total: 1,
      mails: [
        { id, subject: 'Đề nghị bổ sung hồ sơ', to: ['hoa@donvi.example'], nomination: '004-0001', deliveries: 1 },
      ],
    });
    expect(await readMail(folder, id)).toMatchObject({
      text: 'Kính gửi: Nguyễn Thị Hoa',
      html: expect.stringContaining('<b>'),
    });
  });

  it('keeps one Message-ID once and counts its deliveries, also when they come together and after a restart', async () => {
    const twice = { messageId: '<one@vinhdanh.invalid>' };
    const [id] = await Promise.all([send(twice), send(twice), send(twice)]);
    await mailbox.stop();
    mailbox = await startMailbox({ smtpPort: 0, folder });
    await send(twice);
    expect(await readMailbox(folder)).toMatchObject({ total: 1, mails: [{ id, deliveries: 4 }] });
    expect((await readdir(folder)).filter((name) => name.endsWith('.eml'))).toHaveLength(1);
  });

  it('recovers from a torn index line and from a lost one', async () => {
    const first = await send();
    await appendFile(join(folder, 'index.jsonl'), '{"kind":"mail","id":"');
    await mailbox.stop();
    mailbox = await startMailbox({ smtpPort: 0, folder });
    const second = await send({ messageId: '<two@vinhdanh.invalid>' });
    expect((await readMailbox(folder)).mails.map(({ id }) => id)).toEqual([second, first]);
    await mailbox.stop();
    await rm(join(folder, 'index.jsonl'));
    mailbox = await startMailbox({ smtpPort: 0, folder });
    expect((await readMailbox(folder)).mails.map(({ to }) => to)).toEqual([
      ['hoa@donvi.example'],
      ['hoa@donvi.example'],
    ]);
  });

  it('filters by recipient and nomination, newest first, page by page', async () => {
    for (let n = 1; n <= 5; n++) {
      await send({
        messageId: `<${n}@vinhdanh.invalid>`,
        subject: `Thư ${n}`,
        to: n % 2 ? 'hoa@donvi.example' : 'binh@syt.example',
        headers: { 'X-Vinhdanh-Nomination': `004-000${n}` },
      });
    }
    const subjects = async (filter: Parameters<typeof readMailbox>[1]) =>
      (await readMailbox(folder, filter)).mails.map(({ subject }) => subject);
    expect(await subjects({ recipient: 'HOA@' })).toEqual(['Thư 5', 'Thư 3', 'Thư 1']);
    expect(await subjects({ nomination: '004-0002' })).toEqual(['Thư 2']);
    expect(await subjects({ limit: 2, offset: 1 })).toEqual(['Thư 4', 'Thư 3']);
    const api = await app.inject('/api/mailbox?recipient=binh&limit=1');
    expect(api.json()).toMatchObject({ total: 2, mails: [{ subject: 'Thư 4' }] });
  });

  it('shows the list in Vietnamese, in English on request, and escapes what mails carry', async () => {
    const id = await send({ subject: '<script>alert("x")</script>', headers: { 'X-Vinhdanh-Nomination': '"><b>' } });
    const page = await app.inject('/mailbox');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('<html lang="vi">');
    expect(page.body).toContain('Có 1 thư, mới nhất trước.');
    expect(page.body).not.toMatch(/<script|"><b>/);
    expect(page.body).toContain('&#60;script&#62;');
    expect(page.headers['content-security-policy']).toMatch(/default-src 'none'; style-src 'sha256-/);
    const english = await app.inject(`/mailbox?lang=en&recipient=${encodeURIComponent('"><i>')}`);
    expect(english.body).toContain('<html lang="en">');
    expect(english.body).toContain('No mail.');
    expect(english.body).not.toContain('"><i>');
    const mail = await app.inject(`/mailbox/${id}?lang=en`);
    expect(mail.body).not.toContain('<script');
    expect(mail.body).toContain('X-Vinhdanh-Nomination');
  });

  it('shows a mail’s HTML only inside a sandbox without scripts or network', async () => {
    const id = await send({ html: '<script>top.x=1</script><img src="https://tracker.example/x.png"><p>Nội dung</p>' });
    expect((await app.inject(`/mailbox/${id}`)).body).toContain(`<iframe sandbox src="/mailbox/${id}/html"`);
    const inner = await app.inject(`/mailbox/${id}/html`);
    expect(inner.body).toContain('<p>Nội dung</p>');
    expect(inner.headers['content-security-policy']).toMatch(
      /^sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:/,
    );
    expect(inner.headers['x-content-type-options']).toBe('nosniff');
  });

  it('answers 404 for unknown mails and lets no path through', async () => {
    for (const id of ['0'.repeat(32), '..%2Findex', 'index.jsonl']) {
      expect((await app.inject(`/mailbox/${id}`)).statusCode).toBe(404);
      expect((await app.inject(`/mailbox/${id}/html`)).statusCode).toBe(404);
      expect((await app.inject(`/api/mailbox/${id}`)).statusCode).toBe(404);
    }
    expect((await app.inject('/mailbox?page=0')).statusCode).toBe(400);
  });

  it('refuses to start on a port that is taken', async () => {
    await expect(startMailbox({ smtpPort: mailbox.smtpPort, folder })).rejects.toThrow('EADDRINUSE');
  });
});
