import { setTimeout as sleep } from 'node:timers/promises';
import type { Measured } from './budgets.ts';
import type { Flow } from './flows.ts';
import { steps } from './flows.ts';
import type { Stand } from './stand.ts';
import type { Pair } from './statistics.ts';
import { interval, median, quantile, ratioOfMedians } from './statistics.ts';

/** What the engine still does after it has answered must not slow the next one down. */
const restMs = 5;

/** Row 3: one decision alone, request to applied with its receipt, beside the bare engine's Update, one by one. */
export async function measureLatency(stand: Stand, decisions: number): Promise<Measured[]> {
  const count = Math.ceil(decisions / steps);
  const ours = await openAll(stand.ours, count);
  const bare = await openAll(stand.bare, count);
  const pairs: Pair[] = [];
  for (let step = 0; step < steps; step++) {
    for (let n = 0; n < count; n++) {
      const one = () => time(stand.ours, ours[n] ?? '', step);
      const other = () => time(stand.bare, bare[n] ?? '', step);
      if (n % 2 === 0) pairs.push({ ours: await one(), bare: await other() });
      else {
        const bareMs = await other();
        pairs.push({ ours: await one(), bare: bareMs });
      }
    }
  }
  const perStep = Array.from({ length: steps }, (_, step) => pairs.slice(step * count, (step + 1) * count));
  return [
    {
      budget: 'one decision alone, p50 over the bare Update',
      limit: 1.5,
      value: ratioOfMedians(pairs),
      unit: ' ×',
      interval: interval(pairs, ratioOfMedians),
      notes: [
        `${pairs.length} pairs; ours ${quantiles(pairs.map((pair) => pair.ours))}; bare ${quantiles(pairs.map((pair) => pair.bare))}`,
        `by step: ${perStep.map((some) => `${ratioOfMedians(some).toFixed(2)} ×`).join(', ')}`,
      ],
    },
  ];
}

async function openAll(flow: Flow, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) ids.push(await flow.open());
  return ids;
}

async function time(flow: Flow, id: string, step: number): Promise<number> {
  await sleep(restMs);
  const startedAt = performance.now();
  await flow.decide(id, step);
  return performance.now() - startedAt;
}

function quantiles(values: number[]): string {
  return `p50 ${median(values).toFixed(1)} ms, p95 ${quantile(values, 0.95).toFixed(1)} ms`;
}
