import type { ProgrammeClock } from '../../../contract/clock.ts';
import { toReal } from '../../../contract/clock.ts';

/** What is to be done at which programme instant. */
export type Agenda = {
  /** Does the task when the clock shows `at`; at once when it is past. */
  at(at: string, task: () => Promise<void>): void;
  /** Stops taking things up and waits for what is under way. */
  stop(): Promise<void>;
};

/** Timers of the platform hold 24 days; a rehearsal at real speed would need more. */
const longestTimerMs = 2_000_000_000;

/** Gives an agenda on the programme clock; a task that throws is told to `onError`, and the rest goes on. */
export function openAgenda(clock: ProgrammeClock, onError: (error: unknown) => void): Agenda {
  const timers = new Set<NodeJS.Timeout>();
  const running = new Set<Promise<void>>();
  let stopping = false;

  function begin(task: () => Promise<void>): void {
    const run: Promise<void> = task()
      .catch(onError)
      .finally(() => running.delete(run));
    running.add(run);
  }

  function wait(realMs: number, task: () => Promise<void>): void {
    if (stopping) return;
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        if (Date.now() < realMs) wait(realMs, task);
        else begin(task);
      },
      Math.max(0, Math.min(realMs - Date.now(), longestTimerMs)),
    );
    timers.add(timer);
  }

  return {
    at: (at, task) => wait(toReal(clock, at), task),
    async stop() {
      stopping = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      await Promise.all(running);
    },
  };
}
