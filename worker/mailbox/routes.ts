import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { readMail, readMailbox } from '../../client/mailbox.ts';
import type { Locale } from '../../contract/texts/text.ts';
import { mailPolicy, pagePolicy } from '../layout.ts';
import { listPage, mailPage, missingPage, pageSize } from './pages.ts';

type Query = { lang?: Locale; recipient?: string; nomination?: string; page?: number };
type ApiQuery = { recipient?: string; nomination?: string; limit?: number; offset?: number };
type Id = { id: string };

const text = { type: 'string', maxLength: 200 } as const;
const query = {
  type: 'object',
  properties: { lang: { type: 'string' }, recipient: text, nomination: text, page: { type: 'integer', minimum: 1 } },
} as const;
const apiQuery = {
  type: 'object',
  properties: {
    recipient: text,
    nomination: text,
    limit: { type: 'integer', minimum: 1, maximum: 500 },
    offset: { type: 'integer', minimum: 0 },
  },
} as const;

/** Pages `/mailbox`, `/mailbox/:id` and JSON `/api/mailbox`, `/api/mailbox/:id` over a mailbox folder. */
export const mailboxRoutes: FastifyPluginAsync<{ folder: string }> = async (app, { folder }) => {
  app.get<{ Querystring: Query }>('/mailbox', { schema: { querystring: query } }, async (request, reply) => {
    const { recipient, nomination, page = 1 } = request.query;
    const filter = { ...(recipient ? { recipient } : {}), ...(nomination ? { nomination } : {}) };
    const list = await readMailbox(folder, { ...filter, limit: pageSize, offset: (page - 1) * pageSize });
    return html(reply, pagePolicy, listPage(localeOf(request.query), list, { ...filter, page }));
  });

  app.get<{ Params: Id; Querystring: Query }>(
    '/mailbox/:id',
    { schema: { querystring: query } },
    async (request, reply) => {
      const mail = await readMail(folder, request.params.id);
      const locale = localeOf(request.query);
      return html(reply.code(mail ? 200 : 404), pagePolicy, mail ? mailPage(locale, mail) : missingPage(locale));
    },
  );

  app.get<{ Params: Id }>('/mailbox/:id/html', async (request, reply) => {
    const mail = await readMail(folder, request.params.id);
    return html(reply.code(mail?.html ? 200 : 404), mailPolicy, mail?.html ?? '');
  });

  app.get<{ Querystring: ApiQuery }>('/api/mailbox', { schema: { querystring: apiQuery } }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    return readMailbox(folder, request.query);
  });

  app.get<{ Params: Id }>('/api/mailbox/:id', async (request, reply) => {
    const mail = await readMail(folder, request.params.id);
    reply.header('cache-control', 'no-store');
    if (mail) return mail;
    reply.code(404).type('application/problem+json');
    return { type: 'about:blank', title: 'There is no such mail.', status: 404 };
  });
};

function html(reply: FastifyReply, policy: string, body: string): FastifyReply {
  return reply
    .headers({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
    .type('text/html; charset=utf-8')
    .send(body);
}

/** Vietnamese first: any other value than `en` is Vietnamese. */
function localeOf({ lang }: Query): Locale {
  return lang === 'en' ? 'en' : 'vi';
}
