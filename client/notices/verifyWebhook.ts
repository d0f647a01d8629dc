import { timingSafeEqual } from 'node:crypto';
import { webhookSignature } from '../../store/webhookSignature.ts';

/** `id` names the notice for ever: a receiver that keeps the ids it has seen recognises a repetition. */
export type VerifiedWebhook =
  | { ok: true; id: string; timestampMs: number }
  | { ok: false; because: 'headersMissing' | 'timestampInvalid' | 'tooOld' | 'tooNew' | 'signatureWrong' };

/** Names in any case, as the receiver's server gives them. */
export type WebhookHeaders = Headers | Record<string, string | string[] | undefined>;

/**
 * For receivers: gives whether a post is ours and recent (Standard Webhooks specification). `body` is the body as it was
 * received, before any parsing. Several signatures, divided by spaces, may be given while a secret is being changed: one that
 * is right is enough. A repetition within the tolerance is found by its id, which the receiver keeps.
 */
export function verifyWebhook(
  headers: WebhookHeaders,
  body: string | Buffer,
  secret: string,
  nowMs: number,
  toleranceMs = 5 * 60_000,
): VerifiedWebhook {
  const id = header(headers, 'webhook-id');
  const timestamp = header(headers, 'webhook-timestamp');
  const given = header(headers, 'webhook-signature');
  if (!id || !timestamp || !given) return { ok: false, because: 'headersMissing' };
  if (!/^\d{1,12}$/.test(timestamp)) return { ok: false, because: 'timestampInvalid' };
  const timestampMs = Number(timestamp) * 1_000;
  // The signature first: who cannot sign learns nothing of the receiver's clock.
  const wanted = Buffer.from(webhookSignature(secret, id, timestamp, body.toString()));
  const signed = given.split(' ').some((signature) => same(Buffer.from(signature), wanted));
  if (!signed) return { ok: false, because: 'signatureWrong' };
  if (timestampMs < nowMs - toleranceMs) return { ok: false, because: 'tooOld' };
  if (timestampMs > nowMs + toleranceMs) return { ok: false, because: 'tooNew' };
  return { ok: true, id, timestampMs };
}

function same(given: Buffer, wanted: Buffer): boolean {
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function header(headers: WebhookHeaders, name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined;
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return Array.isArray(found) ? found[0] : found;
}
