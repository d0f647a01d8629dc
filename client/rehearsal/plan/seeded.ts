/** A small seeded source of chance: the same seed gives the same rehearsal, on every machine. */
export type Chance = {
  /** At least 0, below 1. */
  unit(): number;
  /** A whole number of `from` … `to`, both included. */
  whole(from: number, to: number): number;
  /** Throws RangeError for an empty list. */
  pick<T>(of: readonly T[]): T;
  shuffled<T>(of: readonly T[]): T[];
};

/** Gives the chance of a seed (mulberry32: 32 bits of state, enough for a plan, never for a secret). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;

  function unit(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  const whole = (from: number, to: number): number => from + Math.floor(unit() * (to - from + 1));

  return {
    unit,
    whole,
    pick<T>(of: readonly T[]): T {
      if (of.length === 0) throw new RangeError('Nothing to pick from');
      return of[whole(0, of.length - 1)] as T;
    },
    shuffled<T>(of: readonly T[]): T[] {
      const list = [...of];
      for (let last = list.length - 1; last > 0; last--) {
        const other = whole(0, last);
        [list[last], list[other]] = [list[other] as T, list[last] as T];
      }
      return list;
    },
  };
}
