import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../../store/connect.ts';
import { isPassing } from '../../store/connect.ts';
import type { Failure, OutboxRow } from '../../store/outbox.ts';
import { markFailed, markSent, release } from '../../store/outbox.ts';
import { noticeValues } from '../../store/outboxFacts.ts';
import { mailOf, UnsendableNotice } from './message.ts';
import type { ServerWatch } from './serverWatch.ts';
import type { MailTransport } from './transport.ts';
import { failureOf } from './transport.ts';

export type Outcome = 'sent' | 'failed' | 'dead' | 'released';

export type DeliverTo = {
  store: Store;
  transport: MailTransport;
  watch: ServerWatch;
  from: string;
  /** A send that takes longer is broken off: a server that trickles its answers never trips the socket's timeout. */
  sendWithinMs: number;
  /** Breaks off whatever is under way. */
  abort: AbortSignal;
};

/**
 * Makes one attempt and writes down its outcome. A crash between the server's acceptance and `markSent` sends the notice
 * again, under the same Message-ID: at least once is the best mail can do.
 * Throws only when the database fails: then nothing can be written down and the lease ends by itself.
 */
export async function deliver(to: DeliverTo, row: OutboxRow): Promise<Outcome> {
  let response: string;
  try {
    const mail = mailOf(row, await noticeValues(to.store, row), to.from);
    response = await to.transport.send(mail, AbortSignal.any([to.abort, AbortSignal.timeout(to.sendWithinMs)]));
  } catch (error) {
    if (isPassing(error) && !isMailError(error)) throw error;
    if (to.abort.aborted) {
      await persist(() => release(to.store, row));
      return 'released';
    }
    const failure = asFailure(error);
    if (failure.kind === 'unreachable') to.watch.silent();
    else if (failure.response !== undefined) to.watch.answered();
    return (await persist(() => markFailed(to.store, row, failure))).status;
  }
  to.watch.answered();
  await persist(() => markSent(to.store, row, response));
  return 'sent';
}

function asFailure(error: unknown): Failure {
  return error instanceof UnsendableNotice ? error.failure : failureOf(error);
}

/** nodemailer's codes (ESOCKET, ECONNECTION …) are its own; the database driver's are PostgreSQL's or the system's. */
function isMailError(error: unknown): boolean {
  return error instanceof Error && 'command' in error;
}

/** Tries again for some seconds: the mail is out, and a lost mark would send it twice. */
async function persist<T>(write: () => Promise<T>): Promise<T> {
  for (let waitMs = 100; ; waitMs *= 2) {
    try {
      return await write();
    } catch (error) {
      if (!isPassing(error) || waitMs > 3_200) throw error;
      await sleep(waitMs);
    }
  }
}
