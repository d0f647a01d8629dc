import { setTimeout as sleep } from 'node:timers/promises';
import { claimUndelivered, subjectsWaitedFor } from '../../store/deliver.ts';
import type { DeliveryTo } from './deliver.ts';
import { deliver } from './deliver.ts';

export type Dispatcher = { stop(): Promise<void> };

export type DispatcherOptions = {
  owner: string;
  /** Told of failures of the database or of a bug; the dispatcher goes on. */
  onError(error: unknown): void;
  /** How many acts are delivered at a time. */
  width?: number;
};

const pollMs = 500;

/**
 * Delivers what was received and not delivered: by a process that died, or while the engine was away. Oldest first for
 * each nomination; when one is settled its successor follows at once. Any number of dispatchers may run.
 */
export function startDispatcher(to: DeliveryTo, options: DispatcherOptions): Dispatcher {
  const stopping = new AbortController();
  const width = options.width ?? 8;

  async function carry(row: Awaited<ReturnType<typeof claimUndelivered>>[number]): Promise<void> {
    let next: typeof row | undefined = row;
    while (next && !stopping.signal.aborted) {
      const outcome = await deliver(to, next);
      // One that gets no answer keeps its place; those behind it wait.
      next =
        outcome.kind === 'received'
          ? undefined
          : (await claimUndelivered(to.store, options.owner, 1, next.subjectId))[0];
    }
  }

  /** Somebody who acts on one of a thousand nominations that are being extended must not wait for the other shares. */
  async function claimed(): Promise<Awaited<ReturnType<typeof claimUndelivered>>> {
    const subjects = await subjectsWaitedFor(to.store, width);
    const first = await Promise.all(subjects.map((id) => claimUndelivered(to.store, options.owner, 1, id)));
    const rows = first.flat();
    return rows.length < width
      ? [...rows, ...(await claimUndelivered(to.store, options.owner, width - rows.length))]
      : rows;
  }

  async function round(): Promise<number> {
    const rows = await claimed();
    await Promise.all(rows.map((row) => carry(row).catch(options.onError)));
    return rows.length;
  }

  const running = (async () => {
    while (!stopping.signal.aborted) {
      const found = await round().catch((error: unknown) => {
        options.onError(error);
        return 0;
      });
      if (found === 0) await sleep(pollMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();

  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
