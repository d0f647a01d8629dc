import type { NoticeTemplate } from '../../contract/nomination.ts';
import { isNoticeTemplate, noticeTexts } from '../../contract/texts/notices.ts';
import type { Store } from '../../store/connect.ts';
import type { WebhookRow } from '../../store/webhooks.ts';
import { addWebhook, allWebhooks, endedReceiverOf, removeWebhook } from '../../store/webhooks.ts';
import { quoted } from '../core/quoted.ts';
import { NoticeError } from './errors.ts';
import type { AddedWebhook, WebhookView } from './types.ts';
import { checkAdministrator } from './who.ts';

/** A report goes to its recipients and a nudge to a colleague: neither is posted (docs/technical.md, Limits). */
const neverPosted: readonly string[] = ['report.ready', 'progress.nudge'] satisfies NoticeTemplate[];
const posted = Object.keys(noticeTexts).filter((name) => !neverPosted.includes(name));

/**
 * Registers a webhook and gives its secret, this once. One whose receiver had said that it is gone is taken up again. Any http(s) address will do, those of the office's own network too:
 * only an administrator can name one, and a post carries ids and states. Throws NoticeError.
 */
export async function newWebhook(
  store: Store,
  by: string,
  wanted: { url: string; templates?: string[] },
  at: string,
): Promise<AddedWebhook> {
  await checkAdministrator(store, by, at);
  const templates = [...new Set(wanted.templates ?? [])];
  for (const template of templates) {
    if (posted.includes(template)) continue;
    const problem = isNoticeTemplate(template) ? 'TEMPLATE_NOT_POSTED' : 'UNKNOWN_TEMPLATE';
    throw new NoticeError(problem, { template, allowed: posted.join(', ') });
  }
  const { outcome, webhook } = await addWebhook(store, { url: checkedUrl(wanted.url), templates }, by);
  if (outcome === 'exists') throw new NoticeError('WEBHOOK_EXISTS', { id: webhook.id, url: webhook.url });
  return { ...viewOf(webhook), secret: webhook.secret, reactivated: outcome === 'reactivated' };
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

/** Throws NoticeError when the notice is a post whose receiver is told nothing any more: it would die again at once. */
export async function checkReceiver(store: Store, noticeId: string): Promise<void> {
  const ended = await endedReceiverOf(store, noticeId);
  if (!ended) return;
  const { webhook, url, templates } = ended;
  if (templates === null) throw new NoticeError('WEBHOOK_REMOVED', { webhook, url });
  const wanted = templates.filter((template) => posted.includes(template)).map((template) => `--template ${template}`);
  const command = ['webhook add', quoted(url), ...wanted].join(' ');
  throw new NoticeError('WEBHOOK_ENDED', { webhook, url, command });
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
