import type { Measured } from './budgets.ts';
import type { Cpu } from './cpu.ts';
import { totalOf, used } from './cpu.ts';
import type { Flow } from './flows.ts';
import { steps } from './flows.ts';
import type { Stand } from './stand.ts';
import { interval, median, medianOfRatios } from './statistics.ts';

export type CpuOptions = { pairs: number; flows: number; concurrency: number };

type Round = { ours: Cpu; noted: Cpu; bare: Cpu };
const sides = ['ours', 'noted', 'bare'] as const satisfies (keyof Round)[];

/**
 * Row 2: CPU per nomination over the bare workflow, and over the bare one that notes each event by an empty local activity,
 * in alternating batches: the machine's load drifts, a round drifts together. Why these limits: docs/decisions/0009.
 */
export async function measureCpu(stand: Stand, options: CpuOptions): Promise<Measured[]> {
  // All are warm before anything counts: compiled code, prepared statements, connections.
  for (const side of sides) await batch(stand, stand[side], options);
  const rounds: Round[] = [];
  for (let n = 0; n < options.pairs; n++) {
    const found: Partial<Round> = {};
    // None always has the fresher files of the round.
    for (let turn = 0; turn < sides.length; turn++) {
      const side = sides[(n + turn) % sides.length] ?? 'ours';
      found[side] = await batch(stand, stand[side], options);
    }
    rounds.push(found as Round);
  }
  const over = (side: 'noted' | 'bare') =>
    rounds.map((round) => ({ ours: totalOf(round.ours), bare: totalOf(round[side]) }));
  const row = (budget: string, limit: number, side: 'noted' | 'bare', notes: string[]): Measured => ({
    budget,
    limit,
    value: medianOfRatios(over(side)),
    unit: ' ×',
    interval: interval(over(side), medianOfRatios),
    notes,
  });
  const floor = medianOfRatios(rounds.map((round) => ({ ours: totalOf(round.noted), bare: totalOf(round.bare) })));
  return [
    row('CPU per nomination over a bare workflow', 1.9, 'bare', [
      'CPU ms per flow: process + engine + database = total',
      ...rounds.map((round, n) => `${n + 1}: ${sides.map((side) => `${side} ${parts(round[side])}`).join('   ')}`),
      `median: ${sides.map((side) => `${side} ${parts(medianCpu(rounds.map((round) => round[side])))}`).join('   ')}`,
      `an empty local activity an event alone: ${floor.toFixed(2)} × the bare workflow`,
    ]),
    row('CPU per nomination over a bare workflow with an empty local activity an event', 1.5, 'noted', []),
  ];
}

/** Runs one batch; gives the CPU per flow. */
async function batch({ cpu }: Stand, flow: Flow, { flows, concurrency }: CpuOptions): Promise<Cpu> {
  const before = cpu();
  let started = 0;
  const lane = async () => {
    while (started++ < flows) {
      const id = await flow.open();
      for (let step = 0; step < steps; step++) await flow.decide(id, step);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  const { process: own, engine, database } = used(before, cpu());
  return { process: own / flows, engine: engine / flows, database: database / flows };
}

const parts = (cpu: Cpu): string =>
  `${[cpu.process, cpu.engine, cpu.database].map((ms) => ms.toFixed(1)).join(' + ')} = ${totalOf(cpu).toFixed(1)}`;

const medianCpu = (all: readonly Cpu[]): Cpu => ({
  process: median(all.map((cpu) => cpu.process)),
  engine: median(all.map((cpu) => cpu.engine)),
  database: median(all.map((cpu) => cpu.database)),
});
