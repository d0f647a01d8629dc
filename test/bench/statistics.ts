/** Gives the middle value; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Gives the value below which that share of the values lies; NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** One measurement of ours and one of the bare engine's, taken next to each other. */
export type Pair = { ours: number; bare: number };

/** Gives the ratio of the medians: for latencies, where a p50 is compared with a p50. */
export const ratioOfMedians = (pairs: readonly Pair[]): number =>
  median(pairs.map(({ ours }) => ours)) / median(pairs.map(({ bare }) => bare));

/** Gives the median of the pairs' ratios: for batches, where the machine's load drifts from pair to pair. */
export const medianOfRatios = (pairs: readonly Pair[]): number => median(pairs.map(({ ours, bare }) => ours / bare));

/**
 * Gives the 95 % interval of a statistic over pairs by bootstrap: what the same run might as well have measured. The
 * draws come from a fixed sequence, so that the same measurements give the same interval.
 */
export function interval(
  pairs: readonly Pair[],
  statistic: (pairs: readonly Pair[]) => number,
): [low: number, high: number] {
  const draws = 2000;
  let seed = 1;
  const index = (): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % pairs.length;
  };
  const found = Array.from({ length: draws }, () => statistic(pairs.map((pair) => pairs[index()] ?? pair)));
  found.sort((a, b) => a - b);
  return [found[Math.floor(draws * 0.025)] ?? Number.NaN, found[Math.ceil(draws * 0.975) - 1] ?? Number.NaN];
}
