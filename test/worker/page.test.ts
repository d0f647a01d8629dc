import Fastify from 'fastify';
import { afterEach, expect, it } from 'vitest';
import type { HomeFacts } from '../../worker/homePage.ts';
import { addRoutes } from '../../worker/page.ts';
import { removeHome, temporaryHome } from '../support/installation.ts';

const facts: HomeFacts = {
  home: '/data/<vinh danh>',
  now: '2021-11-15T01:00:00.000Z',
  engineUiUrl: 'http://127.0.0.1:8233',
  programmes: [{ id: '004', title: 'Phong trào “<b>”', counts: [{ state: 'draft', count: 3 }] }],
  backlog: { undelivered: 1, oldestUndeliveredS: 2, unsent: 0, oldestUnsentS: null, dead: 4 },
  ownerless: 0,
};
const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function app() {
  const mailboxFolder = temporaryHome();
  const server = Fastify();
  cleanups.push(
    () => removeHome(mailboxFolder),
    () => server.close(),
  );
  await addRoutes(server, { mailboxFolder, facts: async () => facts });
  return server;
}

it('shows where things are and what waits, in Vietnamese first', async () => {
  const { body, headers } = await (await app()).inject('/');
  expect(body).toContain('<html lang="vi">');
  expect(body).toContain('15/11/2021 08:00:00');
  expect(body).toContain('href="http://127.0.0.1:8233"');
  expect(body).toContain('Đang soạn hồ sơ</td><td class="number">3');
  expect(body).toContain('<li>4 thông báo không gửi được</li>');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
});

it('shows the same in English', async () => {
  const { body } = await (await app()).inject('/?lang=en');
  expect(body).toContain('<html lang="en">');
  expect(body).toContain('Draft</td><td class="number">3');
});

it('escapes what comes from outside', async () => {
  const { body } = await (await app()).inject('/');
  expect(body).not.toContain('<b>');
  expect(body).not.toContain('<vinh danh>');
});

it('says that it is healthy and links the mailbox', async () => {
  const server = await app();
  expect((await server.inject('/health')).json()).toEqual({ ok: true });
  expect((await server.inject('/mailbox')).statusCode).toBe(200);
  expect((await server.inject('/api/overview')).json()).toEqual(facts);
});
