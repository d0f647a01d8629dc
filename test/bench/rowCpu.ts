import type { Measured } from './budgets.ts';
import type { Cpu } from './cpu.ts';
import { totalOf, used } from './cpu.ts';
import type { Flow } from './flows.ts';
import { steps } from './flows.ts';
import type { Stand } from './stand.ts';
import { interval, median, medianOfRatios } from './statistics.ts';

export type CpuOptions = { pairs: number; flows: number; concurrency: number };

/** Row 2: CPU per nomination over the bare workflow, in alternating batches: the machine's load drifts, a pair drifts together. */
export async function measureCpu(stand: Stand, options: CpuOptions): Promise<Measured[]> {
  // Both are warm before anything counts: compiled code, prepared statements, connections.
  await batch(stand, stand.bare, options);
  await batch(stand, stand.ours, options);
  const pairs: { ours: Cpu; bare: Cpu }[] = [];
  for (let n = 0; n < options.pairs; n++) {
    // Neither always has the fresher files of the pair.
    const oursFirst = n % 2 === 1;
    const first = await batch(stand, oursFirst ? stand.ours : stand.bare, options);
    const second = await batch(stand, oursFirst ? stand.bare : stand.ours, options);
    pairs.push(oursFirst ? { ours: first, bare: second } : { ours: second, bare: first });
  }
  const totals = pairs.map(({ ours, bare }) => ({ ours: totalOf(ours), bare: totalOf(bare) }));
  return [
    {
      budget: 'CPU per nomination over a bare workflow',
      limit: 1.3,
      value: medianOfRatios(totals),
      unit: ' ×',
      interval: interval(totals, medianOfRatios),
      notes: [
        'CPU ms per flow: process + engine + database = total',
        ...pairs.map(
          ({ ours, bare }, n) =>
            `${n + 1}: ours ${parts(ours)}   bare ${parts(bare)}   ${(totalOf(ours) / totalOf(bare)).toFixed(2)} ×`,
        ),
        `median: ours ${parts(medianCpu(pairs.map(({ ours }) => ours)))}   bare ${parts(medianCpu(pairs.map(({ bare }) => bare)))}`,
      ],
    },
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
