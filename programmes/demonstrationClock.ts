import type { ProgrammeClock } from '../contract/clock.ts';

/**
 * Where an installation of the shipped demonstration starts: on 15/11/2021 at 08:00 in Việt Nam, when most movements of
 * programme 004 take nominations. At real time all shipped seasons are over and nobody could try anything.
 */
export const demonstrationClock: Omit<ProgrammeClock, 'start'> = { origin: '2021-11-15T01:00:00.000Z', speed: 1 };
