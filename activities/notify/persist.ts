import { setTimeout as sleep } from 'node:timers/promises';
import { isPassing } from '../../store/passing.ts';

/** Tries again for some seconds: the notice is out, and a lost mark would send it twice. */
export async function persist<T>(write: () => Promise<T>): Promise<T> {
  for (let waitMs = 100; ; waitMs *= 2) {
    try {
      return await write();
    } catch (error) {
      if (!isPassing(error) || waitMs > 3_200) throw error;
      await sleep(waitMs);
    }
  }
}
