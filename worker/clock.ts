import { z } from 'zod';
import type { ProgrammeClock } from '../contract/clock.ts';
import { realClock } from '../contract/clock.ts';
import { demonstrationClock } from '../programmes/demonstrationClock.ts';
import type { Store } from '../store/connect.ts';
import { StartupError } from '../store/embedded/startupError.ts';
import { settleInstallationFact } from '../store/installation.ts';

/** `z.iso.datetime` alone takes days that no month has, and `Date.parse` then makes others of them. */
const instant = z.iso.datetime().refine((at) => z.iso.date().safeParse(at.slice(0, 10)).success);

const clockSchema = z.strictObject({
  origin: instant,
  start: instant.optional(),
  speed: z.number().positive(),
});

/**
 * Gives the installation's programme clock. It is settled at the first start and never changes: instants already on
 * record were read from it. `VINHDANH_CLOCK` (`real`, or JSON {origin, speed} for rehearsals) says which. Without it an
 * installation with programmes of its own (`VINHDANH_PROGRAMMES`) runs at real time, the demonstration in its own year.
 * Throws StartupError when the variable is not such a clock.
 */
export async function settleClock(store: Store, env: NodeJS.ProcessEnv): Promise<ProgrammeClock> {
  return settleInstallationFact<ProgrammeClock>(store, 'clock', wanted(env));
}

/** Gives whether the shipped demonstration's season is to be opened: by itself, or in a rehearsal's own time when asked. */
export function showsDemonstration(env: NodeJS.ProcessEnv): boolean {
  if (env.VINHDANH_DEMONSTRATION) return env.VINHDANH_DEMONSTRATION === 'on';
  return !env.VINHDANH_CLOCK && !env.VINHDANH_PROGRAMMES;
}

function wanted(env: NodeJS.ProcessEnv): ProgrammeClock {
  const text = env.VINHDANH_CLOCK;
  if (text === 'real' || (!text && env.VINHDANH_PROGRAMMES)) return realClock;
  if (!text) return { ...demonstrationClock, start: new Date().toISOString() };
  try {
    const { origin, start, speed } = clockSchema.parse(JSON.parse(text));
    return { origin, speed, start: start ?? new Date().toISOString() };
  } catch {
    throw new StartupError(
      'clockInvalid',
      'VINHDANH_CLOCK không hợp lệ; cần “real” hoặc JSON {"origin": "2021-01-01T00:00:00Z", "speed": 100}',
      'VINHDANH_CLOCK is not valid; it must be “real” or JSON {"origin": "2021-01-01T00:00:00Z", "speed": 100}',
    );
  }
}
