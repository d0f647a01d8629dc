/** How long a receipt takes at present: the median of the last ones, so that the aim stays true on a busy machine. */
export type ReceiptAim = { took(ms: number): void; latencyMs(): number };

export function receiptAim(): ReceiptAim {
  const last: number[] = [5];
  return {
    took(ms) {
      last.push(ms);
      if (last.length > 31) last.shift();
    },
    latencyMs: () => last.toSorted((a, b) => a - b)[last.length >> 1] ?? 5,
  };
}

/** Gives −50 … +50 ms, spread evenly over the tries. */
export function offsetOf(n: number): number {
  return ((n * 37) % 101) - 50;
}

export function spread(values: number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return `min ${at(0)}, p10 ${at(0.1)}, p50 ${at(0.5)}, p90 ${at(0.9)}, max ${at(1)}`;
}
