/**
 * Remembers whether a server, of mail or of a webhook, answers. While it does not, one notice at a time is tried, at growing intervals;
 * the others keep waiting untouched instead of using up attempts and filling the delivery log.
 */
export type ServerWatch = {
  /** How many of `free` places may be filled now, with `inFlight` sends under way. */
  allowance(free: number, inFlight: number): number;
  /** Whether it did not answer the last time. */
  isAway(): boolean;
  answered(): void;
  silent(): void;
};

export type ProbeDelays = { firstMs: number; mostMs: number };

/** Makes a watch that takes the server to be there. */
export function watchServer(delays: ProbeDelays, nowMs: () => number = Date.now): ServerWatch {
  let away: { delayMs: number; probeAtMs: number } | null = null;
  return {
    allowance(free, inFlight) {
      if (!away) return free;
      return inFlight === 0 && nowMs() >= away.probeAtMs ? 1 : 0;
    },
    isAway: () => away !== null,
    answered() {
      away = null;
    },
    silent() {
      const now = nowMs();
      // Sends that were under way together fail together: that is one observation, not many.
      if (away && now < away.probeAtMs) return;
      const delayMs: number = away ? Math.min(away.delayMs * 2, delays.mostMs) : delays.firstMs;
      away = { delayMs, probeAtMs: now + delayMs };
    },
  };
}
