import type { FastifyInstance } from 'fastify';
import Fastify from 'fastify';
import type { HomeFacts } from './homePage.ts';
import { homePage } from './homePage.ts';
import { pagePolicy } from './layout.ts';
import { mailboxRoutes } from './mailbox/routes.ts';

export type PageOptions = { port: number; mailboxFolder: string; facts: () => Promise<HomeFacts> };
export type RunningPage = { url: string; stop(): Promise<void> };

/** Serves the installation's own page, on loopback: where things are, what waits, the mailbox. Throws when it cannot listen. */
export async function startPage(options: PageOptions): Promise<RunningPage> {
  const app = Fastify({ logger: false, forceCloseConnections: true });
  await addRoutes(app, options);
  await app.listen({ port: options.port, host: '127.0.0.1' });
  return { url: `http://127.0.0.1:${options.port}/`, stop: () => app.close() };
}

/** Adds the routes to an application, listening or not. */
export async function addRoutes(
  app: FastifyInstance,
  { mailboxFolder, facts }: Omit<PageOptions, 'port'>,
): Promise<void> {
  await app.register(mailboxRoutes, { folder: mailboxFolder });
  app.get('/health', async () => ({ ok: true }));
  app.get('/api/overview', async () => facts());
  app.get<{ Querystring: { lang?: string } }>('/', async (request, reply) => {
    reply.type('text/html; charset=utf-8').header('content-security-policy', pagePolicy);
    return homePage(request.query.lang === 'en' ? 'en' : 'vi', await facts());
  });
}
