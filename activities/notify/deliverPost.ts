import { markFailed, markSent, release } from '../../store/attempts.ts';
import type { Store } from '../../store/connect.ts';
import type { OutboxRow } from '../../store/outbox.ts';
import { deactivateWebhook, webhookById } from '../../store/webhooks.ts';
import type { Outcomes } from './deliver.ts';
import { persist } from './persist.ts';
import type { PostAnswer } from './post.ts';
import { post } from './post.ts';
import type { ServerWatch } from './serverWatch.ts';

export type DeliverPostTo = {
  store: Store;
  /** Of the row's own receiver. */
  watch: ServerWatch;
  sendWithinMs: number;
  abort: AbortSignal;
};

/** Makes one attempt to post a notice and writes down its outcome. Throws only when the database fails. */
export async function deliverPost(to: DeliverPostTo, row: OutboxRow): Promise<Outcomes> {
  const answer = await answerOf(to, row);
  if (answer === 'broken off') {
    await persist(() => release(to.store, [row]));
    return { released: 1 };
  }
  if (answer.ok) {
    to.watch.answered();
    await persist(() => markSent(to.store, [row], answer.response));
    return { sent: 1 };
  }
  if (answer.failure.kind === 'unreachable') to.watch.silent();
  else to.watch.answered();
  if (answer.gone) await persist(() => deactivateWebhook(to.store, row.recipientPerson));
  const { status } = await persist(() => markFailed(to.store, [row], answer.failure));
  return { [status]: 1 };
}

async function answerOf(to: DeliverPostTo, row: OutboxRow): Promise<PostAnswer | 'broken off'> {
  const webhook = await webhookById(to.store, row.recipientPerson);
  if (!webhook?.active) return { ok: false, failure: { kind: 'hopeless', error: 'NO_SUCH_WEBHOOK' } };
  const signal = AbortSignal.any([to.abort, AbortSignal.timeout(to.sendWithinMs)]);
  try {
    return await post(row, webhook, signal);
  } catch {
    if (to.abort.aborted) return 'broken off';
    // It answers too slowly: as good as not at all, for the others that wait for it too.
    return { ok: false, failure: { kind: 'unreachable', error: 'TIMED_OUT' } };
  }
}
