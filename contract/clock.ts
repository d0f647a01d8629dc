/**
 * The programme clock: maps real time to the time of the programme being run (design rule 6).
 * Speed 1 in production; fast in rehearsals, so that the dated seasons of the seed documents run today, in minutes.
 */
export type ProgrammeClock = {
  /** Programme instant (ISO) shown at the real instant `start`. */
  origin: string;
  /** Real instant (ISO) at which the clock was set going. */
  start: string;
  /** Programme milliseconds per real millisecond; > 0. */
  speed: number;
};

/** The clock of production: programme time is real time. */
export const realClock: ProgrammeClock = {
  origin: '2000-01-01T00:00:00.000Z',
  start: '2000-01-01T00:00:00.000Z',
  speed: 1,
};

/** Gives the programme instant (ISO, ms) of a real instant given in epoch ms. */
export function toProgramme(clock: ProgrammeClock, realMs: number): string {
  const elapsedMs = (realMs - Date.parse(clock.start)) * clock.speed;
  return new Date(Date.parse(clock.origin) + Math.floor(elapsedMs)).toISOString();
}

/** Gives the real instant, in epoch ms, at which the clock first shows the programme instant `at`. */
export function toReal(clock: ProgrammeClock, at: string): number {
  return Date.parse(clock.start) + Math.ceil((Date.parse(at) - Date.parse(clock.origin)) / clock.speed);
}
