/** A seeded source of chances: the same seed asks the same questions in the same order, so that a failed run can be tried again. */
export type Chance = {
  /** Gives a number from 0 (inclusive) to 1 (exclusive). */
  next(): number;
  between(low: number, high: number): number;
  /** True in this share of the calls. */
  happens(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Gives a source of its own: the order in which several people run does not disturb any of them. */
  fork(): Chance;
};

/** Gives the source of a seed (mulberry32). */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    happens: (share) => next() < share,
    pick: <T>(from: readonly T[]): T => {
      const picked = from[Math.floor(next() * from.length)];
      if (picked === undefined) throw new RangeError('Nothing to pick from');
      return picked;
    },
    fork: () => chance(Math.floor(next() * 4_294_967_296)),
  };
}
