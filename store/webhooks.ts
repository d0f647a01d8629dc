import { randomBytes } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import type { ISql } from 'postgres';
import { appendAudit } from './audit/append.ts';
import type { Store } from './connect.ts';
import { uuidV7 } from './ids.ts';
import { installationChain } from './schema/audit.ts';
import { webhooks } from './schema/webhooks.ts';

export type WebhookRow = typeof webhooks.$inferSelect;

/** `exists`: the address is in use already, and nothing was changed. */
export type Registered = { outcome: 'added' | 'reactivated' | 'exists'; webhook: WebhookRow };

/**
 * Registers a webhook; no template means every one. One address is in use once, or its receiver would be told everything
 * twice: one whose receiver had said that it is gone is taken up again under its own id, so that what it missed can be sent.
 * The secret given is new, and the only copy a person gets to see: 32 random bytes, written as the Standard Webhooks
 * specification does. Audited, without the secret.
 */
export async function addWebhook(
  store: Store,
  wanted: { url: string; templates: readonly string[] },
  by: string,
): Promise<Registered> {
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const { outcome, id } = await store.transact(async (tx) => {
    // Two registrations of one address must not pass each other.
    await tx`select pg_advisory_xact_lock(hashtextextended('webhook ' || ${wanted.url}, 0))`;
    const [known] = await tx<{ id: string; active: boolean }[]>`
      select id, active from webhooks where url = ${wanted.url} order by active desc, created_at desc limit 1`;
    if (known?.active) return { outcome: 'exists' as const, id: known.id };
    const id = known?.id ?? `wh_${uuidV7()}`;
    await tx`
      insert into webhooks (id, url, secret, templates, active, created_at)
      values (${id}, ${wanted.url}, ${secret}, ${JSON.stringify(wanted.templates)}, true, real_now())
      on conflict (id) do update set secret = excluded.secret, templates = excluded.templates, active = true`;
    const outcome = known ? ('reactivated' as const) : ('added' as const);
    const entry = { webhook: id, [outcome]: { url: wanted.url, templates: [...wanted.templates] } };
    await appendAudit(tx, { chain: installationChain, kind: 'configuration', actorId: by, entry });
    return { outcome, id };
  });
  const webhook = await webhookById(store, id);
  if (!webhook) throw new Error('The webhook was not kept');
  return { outcome, webhook };
}

/** Gives all webhooks, oldest first. */
export function allWebhooks(store: Store): Promise<WebhookRow[]> {
  return store.db.select().from(webhooks).orderBy(asc(webhooks.createdAt), asc(webhooks.id));
}

export async function webhookById(store: Store, id: string): Promise<WebhookRow | null> {
  const [row] = await store.db.select().from(webhooks).where(eq(webhooks.id, id));
  return row ?? null;
}

/** A receiver that is told nothing any more. `templates`: as it was registered; null: the registration was removed. */
export type EndedReceiver = { webhook: string; url: string; templates: string[] | null };

/** Gives the ended receiver of a post that a person might want tried again; null when there is no such post or it may be. */
export async function endedReceiverOf(store: Store, noticeId: string): Promise<EndedReceiver | null> {
  const [row] = await store.sql<EndedReceiver[]>`
    select o.recipient_person as webhook, coalesce(hook.url, o.address, '') as url, hook.templates
    from outbox o left join webhooks hook on hook.id = o.recipient_person
    where o.id::text = ${noticeId} and o.channel = 'webhook' and o.status in ('failed', 'dead') and hook.active is not true`;
  return row ?? null;
}

/** Gives the webhooks that are told of events now, by id. */
export function activeWebhooks(sql: ISql): PromiseLike<{ id: string; url: string; templates: string[] }[]> {
  return sql`select id, url, templates from webhooks where active order by id collate "C"`;
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
