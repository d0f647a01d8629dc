import type { Tell } from './standUp.ts';

/** Stops and starts of the installation during the season. */
export type Downtime = {
  restart(): Promise<void>;
  count(): number;
  /** Looks at the record once it can be reached; what a stop broke off is done again. */
  whenUp<T>(look: () => Promise<T>): Promise<T>;
};

/** Gives the downtime of an installation. */
export function downtimeOf(installation: { restart(): Promise<void> }, tell: Tell): Downtime {
  let down: Promise<void> | null = null;
  let stops = 0;
  let restarts = 0;
  return {
    async restart() {
      tell('stopping');
      const sinceMs = Date.now();
      stops += 1;
      down = installation.restart();
      try {
        await down;
      } finally {
        down = null;
      }
      restarts += 1;
      tell('restarted', { seconds: ((Date.now() - sinceMs) / 1000).toFixed(1) });
    },
    count: () => restarts,
    async whenUp(look) {
      for (;;) {
        await down;
        const before = stops;
        try {
          return await look();
        } catch (error) {
          if (stops === before) throw error;
        }
      }
    },
  };
}
