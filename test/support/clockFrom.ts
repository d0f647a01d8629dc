import type { ProgrammeClock } from '../../contract/clock.ts';

/** A clock that shows `origin` now. */
export function clockFrom(origin: string, speed = 1): ProgrammeClock {
  return { origin, start: new Date().toISOString(), speed };
}
