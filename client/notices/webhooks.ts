import { isNoticeTemplate, noticeTexts } from '../../contract/texts/notices.ts';
import type { Store } from '../../store/connect.ts';
import type { WebhookRow } from '../../store/webhooks.ts';
import { addWebhook, allWebhooks, removeWebhook } from '../../store/webhooks.ts';
import { NoticeError } from './errors.ts';
import type { WebhookView } from './types.ts';
import { checkAdministrator } from './who.ts';

/**
 * Registers a webhook and gives its secret, this once. Any http(s) address will do, those of the office's own network too:
 * only an administrator can name one, and a post carries ids and states. Throws NoticeError.
 */
export async function newWebhook(
  store: Store,
  by: string,
  wanted: { url: string; templates?: string[] },
  at: string,
): Promise<WebhookView & { secret: string }> {
  await checkAdministrator(store, by, at);
  const templates = [...new Set(wanted.templates ?? [])];
  for (const template of templates) {
    if (isNoticeTemplate(template)) continue;
    throw new NoticeError('UNKNOWN_TEMPLATE', { template, allowed: Object.keys(noticeTexts).join(', ') });
  }
  const row = await addWebhook(store, { url: checkedUrl(wanted.url), templates }, by);
  return { ...viewOf(row), secret: row.secret };
}

/** Gives all webhooks, without their secrets. Throws NoticeError. */
export async function listWebhooks(store: Store, by: string, at: string): Promise<WebhookView[]> {
  await checkAdministrator(store, by, at);
  return (await allWebhooks(store)).map(viewOf);
}

/** Removes a webhook. Throws NoticeError. */
export async function endWebhook(store: Store, by: string, id: string, at: string): Promise<void> {
  await checkAdministrator(store, by, at);
  if (!(await removeWebhook(store, id, by))) throw new NoticeError('UNKNOWN_WEBHOOK', { id });
}

function checkedUrl(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') {
    throw new NoticeError('INVALID_URL', { url: given });
  }
  return url.href;
}

function viewOf({ id, url, templates, active, createdAt }: WebhookRow): WebhookView {
  return { id, url, templates, active, createdAt };
}
