import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until the condition holds; throws with what was waited for. Never sleeps for luck. */
export async function until<T>(
  what: string,
  condition: () => Promise<T | null | undefined | false>,
  timeoutMs = 45_000,
): Promise<T> {
  const giveUpAt = Date.now() + timeoutMs;
  for (let pauseMs = 20; ; pauseMs = Math.min(pauseMs * 1.5, 250)) {
    const found = await condition();
    if (found) return found;
    if (Date.now() > giveUpAt) throw new Error(`Waited ${timeoutMs} ms in vain until ${what}`);
    await sleep(pauseMs);
  }
}
