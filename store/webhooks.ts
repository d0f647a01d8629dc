import { randomBytes } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { appendAudit } from './audit/append.ts';
import type { Store } from './connect.ts';
import { uuidV7 } from './ids.ts';
import { installationChain } from './schema/audit.ts';
import { webhooks } from './schema/webhooks.ts';

export type WebhookRow = typeof webhooks.$inferSelect;

/**
 * Registers a webhook; no template means every one. The secret given is the only copy a person gets to see: 32 random bytes,
 * written as the Standard Webhooks specification does. Audited, without the secret.
 */
export async function addWebhook(
  store: Store,
  wanted: { url: string; templates: readonly string[] },
  by: string,
): Promise<WebhookRow> {
  const id = `wh_${uuidV7()}`;
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const templates = JSON.stringify(wanted.templates);
  await store.transact(async (tx) => {
    await tx`insert into webhooks (id, url, secret, templates, active, created_at)
      values (${id}, ${wanted.url}, ${secret}, ${templates}, true, real_now())`;
    const entry = { webhook: id, added: { url: wanted.url, templates: [...wanted.templates] } };
    await appendAudit(tx, { chain: installationChain, kind: 'configuration', actorId: by, entry });
  });
  const added = await webhookById(store, id);
  if (!added) throw new Error('The webhook was not kept');
  return added;
}

/** Gives all webhooks, oldest first. */
export function allWebhooks(store: Store): Promise<WebhookRow[]> {
  return store.db.select().from(webhooks).orderBy(asc(webhooks.createdAt), asc(webhooks.id));
}

export async function webhookById(store: Store, id: string): Promise<WebhookRow | null> {
  const [row] = await store.db.select().from(webhooks).where(eq(webhooks.id, id));
  return row ?? null;
}

/** Removes a webhook; what still waits for it ends as undeliverable. Gives whether there was one. Audited. */
export function removeWebhook(store: Store, id: string, by: string): Promise<boolean> {
  return store.transact(async (tx) => {
    const removed = await tx`delete from webhooks where id = ${id} returning id`;
    if (removed.length === 0) return false;
    const entry = { webhook: id, removed: true };
    await appendAudit(tx, { chain: installationChain, kind: 'configuration', actorId: by, entry });
    return true;
  });
}

/** Ends the use of a webhook whose receiver says it is gone for good. Audited once, as nobody's act. */
export async function deactivateWebhook(store: Store, id: string): Promise<void> {
  await store.transact(async (tx) => {
    const ended = await tx`update webhooks set active = false where id = ${id} and active returning id`;
    if (ended.length === 0) return;
    const entry = { webhook: id, deactivated: 'receiverGone' };
    await appendAudit(tx, { chain: installationChain, kind: 'configuration', actorId: null, entry });
  });
}
