import type { Client } from '@temporalio/client';

type Events = NonNullable<Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>['events']>;
type Instant = { seconds?: unknown; nanos?: number | null } | null | undefined;

/** The timers of one history. Instants are real, epoch milliseconds. */
export type Timers = {
  started: number;
  fired: number;
  cancelled: number;
  /** When those that wait now will fire. */
  waiting: number[];
  /** Timers set while another one waited: two would wake the nomination for one deadline. */
  doubled: number;
};

/** Reads a history's timers. */
export function timersOf(events: Events): Timers {
  const waiting = new Map<string, number>();
  const timers = { started: 0, fired: 0, cancelled: 0, doubled: 0 };
  for (const { eventTime, ...event } of events) {
    const { timerId, startToFireTimeout } = event.timerStartedEventAttributes ?? {};
    if (timerId) {
      timers.started += 1;
      if (waiting.size > 0) timers.doubled += 1;
      waiting.set(timerId, msOf(eventTime) + msOf(startToFireTimeout));
    }
    const fired = event.timerFiredEventAttributes?.timerId;
    const cancelled = event.timerCanceledEventAttributes?.timerId;
    if (fired) timers.fired += 1;
    if (cancelled) timers.cancelled += 1;
    waiting.delete(fired ?? cancelled ?? '');
  }
  return { ...timers, waiting: [...waiting.values()] };
}

function msOf(of: Instant): number {
  return Number(of?.seconds ?? 0) * 1_000 + Math.floor((of?.nanos ?? 0) / 1e6);
}
