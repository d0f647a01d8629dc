import { roundParts } from '../../contract/round.ts';
import type { Failure } from '../../store/attempts.ts';
import type { OutboxRow } from '../../store/outbox.ts';
import { webhookSignature } from '../../store/webhookSignature.ts';
import type { WebhookRow } from '../../store/webhooks.ts';

/** A receiver's answer. `gone`: it says that it will never take another (410). */
export type PostAnswer = { ok: true; response: string } | { ok: false; failure: Failure; gone?: true };

/**
 * Posts one notice to a webhook, signed by the Standard Webhooks specification; `webhook-id` is the notice's id for ever, so
 * that a receiver recognises a repetition. Redirects are not followed: they would carry the post to a place nobody chose.
 * Never throws but for a `signal` that fires.
 */
export async function post(row: OutboxRow, webhook: WebhookRow, signal: AbortSignal): Promise<PostAnswer> {
  const body = JSON.stringify(postBody(row));
  const timestamp = String(Math.floor(Date.now() / 1_000));
  let response: Response;
  try {
    response = await fetch(webhook.url, {
      method: 'POST',
      redirect: 'manual',
      signal,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'vinhdanh-webhook/1',
        'webhook-id': row.id,
        'webhook-timestamp': timestamp,
        'webhook-signature': webhookSignature(webhook.secret, row.id, timestamp, body),
      },
      body,
    });
  } catch (error) {
    if (signal.aborted) throw error;
    return { ok: false, failure: { kind: 'unreachable', error: reasonOf(error) } };
  }
  // The answer's text is of no use, and may be endless.
  await response.body?.cancel().catch(() => {});
  return judged(response);
}

/** Ids and states only: names, reasons and texts stay here, and the receiver asks for what it may see. */
function postBody(row: OutboxRow): Record<string, unknown> {
  const { data } = row;
  return {
    type: row.template,
    timestamp: data.at,
    data: {
      kind: row.template === 'report.ready' ? 'report' : roundParts(row.subjectId) ? 'round' : 'nomination',
      subjectId: row.subjectId,
      revision: row.revision,
      event: data.type,
      from: data.from,
      to: data.to,
      at: data.at,
      movementId: data.movementId,
      deadline: data.deadline && { name: data.deadline.name, dueAt: data.deadline.dueAt, level: data.deadline.level },
      ...(data.changeId === undefined ? {} : { changeId: data.changeId }),
      ...(row.occasion === '' ? {} : { occasion: row.occasion }),
    },
  };
}

function judged({ status, ok }: Response): PostAnswer {
  const response = `HTTP ${status}`;
  if (ok) return { ok: true, response };
  if (status === 410) {
    return { ok: false, gone: true, failure: { kind: 'hopeless', error: 'RECEIVER_GONE', response } };
  }
  // A gateway's answer is about the receiver behind it, not about this post.
  if (status === 502 || status === 503 || status === 504) {
    return { ok: false, failure: { kind: 'unreachable', error: response, response } };
  }
  const temporary = status >= 500 || status === 408 || status === 429;
  return { ok: false, failure: { kind: temporary ? 'temporary' : 'permanent', error: response, response } };
}

/** `fetch` hides the socket's words in the cause. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const message = cause instanceof Error ? cause.message : error instanceof Error ? error.message : String(error);
  return `${code} ${message}`.trim();
}
