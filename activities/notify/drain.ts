import { setTimeout as sleep } from 'node:timers/promises';
import { claimDue, nextDueAt } from '../../store/outbox.ts';
import type { DeliverTo, Outcome } from './deliver.ts';
import { deliver } from './deliver.ts';

/** What one round did. Numbers only: it becomes part of the workflow's history. */
export type DrainReport = {
  sent: number;
  failed: number;
  dead: number;
  endedBy: 'time' | 'count' | 'cancelled';
  /** When the next notice is due (real instant), or null when none waits. */
  nextDueAt: string | null;
};

export type DrainLimits = {
  /** Sends at the same time. */
  concurrency: number;
  /** How long to wait for new notices; the query takes one index page. LISTEN would be sooner, but NOTIFY takes a lock all commits share. */
  pollMs: number;
  /** A round ends after this, or after so many attempts: the next one is a new line in a small history. */
  roundMs: number;
  roundAttempts: number;
  /** Must outlast the longest attempt, or a second worker sends the same notice. */
  leaseMs: number;
  /** After cancellation, sends under way may end within this. */
  graceMs: number;
};

export type DrainControl = { cancelled: AbortSignal; heartbeat: (done: number) => void };

/**
 * Sends what is due until the round ends. Several rounds may run at once, in any processes. Throws when the database
 * fails, after the sends under way have ended.
 */
export async function drain(
  to: Omit<DeliverTo, 'abort'>,
  limits: DrainLimits,
  control: DrainControl,
): Promise<DrainReport> {
  const abort = abortAfter(control.cancelled, limits.graceMs);
  const counts: Record<Outcome, number> = { sent: 0, failed: 0, dead: 0, released: 0 };
  const inFlight = new Set<Promise<void>>();
  const endAtMs = Date.now() + limits.roundMs;
  let broken: { error: unknown } | null = null;
  let attempts = 0;

  const ended = (): DrainReport['endedBy'] | null => {
    if (control.cancelled.aborted) return 'cancelled';
    if (attempts >= limits.roundAttempts) return 'count';
    return Date.now() >= endAtMs ? 'time' : null;
  };
  const beat = setInterval(() => control.heartbeat(attempts), 5_000);
  try {
    while (!ended() && !broken) {
      const places = Math.min(limits.concurrency - inFlight.size, limits.roundAttempts - attempts);
      const rows = await claimDue(to.store, to.watch.allowance(places, inFlight.size), limits.leaseMs);
      attempts += rows.length;
      for (const row of rows) {
        const send: Promise<void> = deliver({ ...to, abort }, row)
          .then((outcome) => void counts[outcome]++)
          .catch((error: unknown) => {
            broken ??= { error };
          })
          .finally(() => inFlight.delete(send));
        inFlight.add(send);
      }
      if (rows.length === 0 || inFlight.size >= limits.concurrency)
        await pause(limits.pollMs, control.cancelled, inFlight);
    }
    await Promise.all(inFlight);
    // Assigned in a callback, which the compiler does not see.
    if (broken) throw (broken as { error: unknown }).error;
    const { sent, failed, dead } = counts;
    return { sent, failed, dead, endedBy: ended() ?? 'time', nextDueAt: await nextDueAt(to.store) };
  } finally {
    clearInterval(beat);
  }
}

/** Gives a signal that fires `graceMs` after the other one. */
function abortAfter(cancelled: AbortSignal, graceMs: number): AbortSignal {
  const late = new AbortController();
  const wait = () => void setTimeout(() => late.abort(), graceMs).unref();
  if (cancelled.aborted) wait();
  else cancelled.addEventListener('abort', wait, { once: true });
  return late.signal;
}

/** Waits for a free place, new notices or cancellation, whichever is first. */
async function pause(ms: number, cancelled: AbortSignal, inFlight: Set<Promise<void>>): Promise<void> {
  const over = new AbortController();
  const signal = AbortSignal.any([cancelled, over.signal]);
  await Promise.race([sleep(ms, undefined, { signal }).catch(() => {}), ...inFlight]);
  over.abort();
}
