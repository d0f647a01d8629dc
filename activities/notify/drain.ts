import { setTimeout as sleep } from 'node:timers/promises';
import type { ProgrammeClock } from '../../contract/clock.ts';
import type { Store } from '../../store/connect.ts';
import { nextDueAt } from '../../store/outbox.ts';
import { sendDueReminders } from '../../store/reminders.ts';
import type { Outcome } from './deliver.ts';
import type { Lane } from './lanes.ts';

/** What one round did. Numbers only: it becomes part of the workflow's history. */
export type DrainReport = {
  /** Notices, not mails: a digest carries several. */
  sent: number;
  failed: number;
  dead: number;
  endedBy: 'time' | 'count' | 'cancelled';
  /** When the next notice is due (real instant), or null when none waits. */
  nextDueAt: string | null;
};

export type DrainLimits = {
  /** Sends at the same time, on each lane. */
  concurrency: number;
  /** How long to wait for new notices; the query takes one index page. LISTEN would be sooner, but NOTIFY takes a lock all commits share. */
  pollMs: number;
  /** A round ends after this, or after so many attempts: the next one is a new line in a small history. */
  roundMs: number;
  roundAttempts: number;
  /** After cancellation, sends under way may end within this. */
  graceMs: number;
};

export type DrainControl = { cancelled: AbortSignal; heartbeat: (done: number) => void };

export type DrainFrom = {
  store: Store;
  lanes: Lane[];
  /** Reminders are due by this clock; without it none are written. */
  reminders: { clock: ProgrammeClock; mailDomain: string } | null;
};

/** Matters reminded of in one transaction: short enough to hold up nobody's act. */
const remindersAtOnce = 100;

/** What the loops of one round share. */
type Round = {
  attempts: number;
  counts: Record<Outcome, number>;
  broken: { error: unknown } | null;
  abort: AbortSignal;
  ended(): DrainReport['endedBy'] | null;
};

/**
 * Writes the reminders and sends the notices that are due until the round ends. Several rounds may run at once, in any
 * processes. Throws when the database fails, after the sends under way have ended.
 */
export async function drain(from: DrainFrom, limits: DrainLimits, control: DrainControl): Promise<DrainReport> {
  const round = beginRound(limits, control);
  const beat = setInterval(() => control.heartbeat(round.attempts), 5_000);
  try {
    const loops = from.lanes.map((lane) => runLane(lane, round, limits, control));
    if (from.reminders) loops.push(remind(from.store, from.reminders, round, limits, control));
    await Promise.all(loops);
    if (round.broken) throw round.broken.error;
    const { sent, failed, dead } = round.counts;
    return { sent, failed, dead, endedBy: round.ended() ?? 'time', nextDueAt: await nextDueAt(from.store) };
  } finally {
    clearInterval(beat);
  }
}

function beginRound(limits: DrainLimits, { cancelled }: DrainControl): Round {
  const endAtMs = Date.now() + limits.roundMs;
  const round: Round = {
    attempts: 0,
    counts: { sent: 0, failed: 0, dead: 0, released: 0 },
    broken: null,
    abort: abortAfter(cancelled, limits.graceMs),
    ended() {
      if (cancelled.aborted) return 'cancelled';
      if (round.attempts >= limits.roundAttempts) return 'count';
      return Date.now() >= endAtMs ? 'time' : null;
    },
  };
  return round;
}

async function runLane(lane: Lane, round: Round, limits: DrainLimits, { cancelled }: DrainControl): Promise<void> {
  const inFlight = new Set<Promise<void>>();
  const breaks = (error: unknown) => {
    round.broken ??= { error };
  };
  while (!round.ended() && !round.broken) {
    const places = Math.min(limits.concurrency - inFlight.size, limits.roundAttempts - round.attempts);
    const attempts = await lane.claim(places, inFlight.size).catch((error: unknown) => {
      breaks(error);
      return [];
    });
    round.attempts += attempts.length;
    for (const attempt of attempts) {
      const send: Promise<void> = attempt(round.abort)
        .then((outcomes) => {
          for (const [outcome, count] of Object.entries(outcomes)) round.counts[outcome as Outcome] += count;
        })
        .catch(breaks)
        .finally(() => inFlight.delete(send));
      inFlight.add(send);
    }
    if (attempts.length === 0 || inFlight.size >= limits.concurrency) await pause(limits.pollMs, cancelled, inFlight);
  }
  await Promise.all(inFlight);
}

/** Apart from the lanes: reminders are written whether or not mail can be sent. */
async function remind(
  store: Store,
  { clock, mailDomain }: NonNullable<DrainFrom['reminders']>,
  round: Round,
  limits: DrainLimits,
  { cancelled }: DrainControl,
): Promise<void> {
  while (!round.ended() && !round.broken) {
    const reminded = await sendDueReminders(store, clock, remindersAtOnce, mailDomain).catch((error: unknown) => {
      round.broken ??= { error };
      return 0;
    });
    if (reminded < remindersAtOnce) await pause(limits.pollMs, cancelled, new Set());
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
