import type { SendMailOptions } from 'nodemailer';
import type { DigestEntry } from '../../contract/texts/notices/digest.ts';
import type { Failure } from '../../store/attempts.ts';
import { leaveDigest, markFailed, markSent, release } from '../../store/attempts.ts';
import type { Store } from '../../store/connect.ts';
import type { DigestRow, Mailing, OutboxRow } from '../../store/outbox.ts';
import { noticeValues } from '../../store/outboxFacts.ts';
import { isPassing } from '../../store/passing.ts';
import { digestMailOf, entryOf, mailOf, UnsendableNotice } from './message.ts';
import { persist } from './persist.ts';
import type { ServerWatch } from './serverWatch.ts';
import type { MailTransport } from './transport.ts';
import { failureOf } from './transport.ts';

export type Outcome = 'sent' | 'failed' | 'dead' | 'released';
/** What became of how many notices. */
export type Outcomes = Partial<Record<Outcome, number>>;

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
 * Makes one attempt with one mail and writes down its outcome for every notice it carries. A crash between the server's
 * acceptance and `markSent` sends the mail again, under the same Message-ID: at least once is the best mail can do.
 * Throws only when the database fails: then nothing can be written down and the lease ends by itself.
 */
export async function deliver(to: DeliverTo, { digest, notices }: Mailing): Promise<Outcomes> {
  if (!digest) return attempt(to, notices, async (row) => mailOf(row, await noticeValues(to.store, row), to.from));
  const { written, outcomes } = await writtenOf(to, notices);
  const [first, ...others] = written;
  if (!first) return outcomes;
  const rows = [first.row, ...others.map(({ row }) => row)] as const;
  const sent = await attempt(to, rows, async () => mailOfDigest(digest, written, to.from));
  return sum(outcomes, sent);
}

type Written = { row: OutboxRow; entry: DigestEntry };

function mailOfDigest(digest: DigestRow, written: Written[], from: string): SendMailOptions {
  return digestMailOf(
    digest,
    written.map(({ row }) => row),
    written.map(({ entry }) => entry),
    from,
  );
}

/** Gives the notices of a digest in words; one that cannot be written leaves it and fails by itself. */
async function writtenOf(
  to: DeliverTo,
  rows: readonly OutboxRow[],
): Promise<{ written: Written[]; outcomes: Outcomes }> {
  const written: Written[] = [];
  const outcomes: Outcomes = {};
  for (const row of rows) {
    try {
      const entry = entryOf(row, await noticeValues(to.store, row));
      // Composed here by itself, so that a text that cannot be made is known as this row's.
      mailOf({ ...row, address: 'probe@vinhdanh.invalid' }, entry.values, to.from);
      written.push({ row, entry });
    } catch (error) {
      if (isPassing(error)) throw error;
      await persist(() => leaveDigest(to.store, row));
      const { status } = await persist(() => markFailed(to.store, [row], asFailure(error)));
      outcomes[status] = (outcomes[status] ?? 0) + 1;
    }
  }
  return { written, outcomes };
}

async function attempt(
  to: DeliverTo,
  rows: readonly [OutboxRow, ...OutboxRow[]],
  compose: (first: OutboxRow) => Promise<SendMailOptions>,
): Promise<Outcomes> {
  let response: string;
  try {
    const mail = await compose(rows[0]);
    response = await to.transport.send(mail, AbortSignal.any([to.abort, AbortSignal.timeout(to.sendWithinMs)]));
  } catch (error) {
    if (isPassing(error) && !isMailError(error)) throw error;
    if (to.abort.aborted) {
      await persist(() => release(to.store, rows));
      return { released: rows.length };
    }
    const failure = asFailure(error);
    if (failure.kind === 'unreachable') to.watch.silent();
    else if (failure.response !== undefined) to.watch.answered();
    const { status } = await persist(() => markFailed(to.store, rows, failure));
    return { [status]: rows.length };
  }
  to.watch.answered();
  await persist(() => markSent(to.store, rows, response));
  return { sent: rows.length };
}

function sum(a: Outcomes, b: Outcomes): Outcomes {
  const total = { ...a };
  for (const [outcome, count] of Object.entries(b) as [Outcome, number][])
    total[outcome] = (total[outcome] ?? 0) + count;
  return total;
}

function asFailure(error: unknown): Failure {
  return error instanceof UnsendableNotice ? error.failure : failureOf(error);
}

/** nodemailer's codes (ESOCKET, ECONNECTION …) are its own; the database driver's are PostgreSQL's or the system's. */
function isMailError(error: unknown): boolean {
  return error instanceof Error && 'command' in error;
}
