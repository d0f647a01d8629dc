import { parseArgs } from 'node:util';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import type { Measured } from './budgets.ts';
import { printTable, verdictOf } from './budgets.ts';
import { measureCounts } from './rowCounts.ts';
import { measureCpu } from './rowCpu.ts';
import { measureExtension } from './rowExtension.ts';
import { measureHeap } from './rowHeap.ts';
import { measureLatency } from './rowLatency.ts';
import { startStand } from './stand.ts';

const usage = `npm run bench -- [row …] [--quick] [--json] [--pairs n] [--flows n] [--concurrency n] [--decisions n] [--instances n]
                        [--nominations n] [--others n]
Rows: counts cpu latency heap, the budgets against a bare Temporal workflow: all four when none is named; and extension, of
minutes: a whole round is extended while people of another go on. Exit code 1: a budget is missed by more than the noise
shown beside it (95 % interval of the run's own pairs). --quick: fewer of everything, for a first look.`;

const budgetRows = ['counts', 'cpu', 'latency', 'heap'] as const;
const rowNames = [...budgetRows, 'extension'] as const;

const { values: args, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
    rows: { type: 'string' },
    pairs: { type: 'string' },
    flows: { type: 'string' },
    concurrency: { type: 'string' },
    decisions: { type: 'string' },
    instances: { type: 'string' },
    nominations: { type: 'string' },
    others: { type: 'string' },
  },
});
const named = [...positionals, ...(args.rows?.split(',') ?? [])];
const unknown = named.filter((name) => !rowNames.some((row) => row === name));
const size = (given: string | undefined, full: number, quick: number): number =>
  Number(given ?? (args.quick ? quick : full));

async function measure(): Promise<Measured[]> {
  const wanted = (row: (typeof rowNames)[number]) => (named.length > 0 ? named : budgetRows).some((one) => one === row);
  const rows: Measured[] = [];
  // First and alone: it needs neither engine nor database, and they would disturb nothing but its speed.
  if (wanted('heap')) rows.push(...(await measureHeap(size(args.instances, 500, 100))));
  // On a product of its own, and before the others' stand shares the machine with it.
  if (wanted('extension')) {
    rows.push(
      ...(await measureExtension({
        nominations: size(args.nominations, 1_000, 100),
        others: size(args.others, 36, 12),
        baselineMs: args.quick ? 5_000 : 20_000,
        histories: args.quick ? 20 : 50,
      })),
    );
  }
  if (!wanted('counts') && !wanted('cpu') && !wanted('latency')) return rows;
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const stand = await startStand();
  try {
    if (wanted('counts')) rows.push(...(await measureCounts(stand)));
    if (wanted('cpu')) {
      const batches = { flows: size(args.flows, 40, 16), concurrency: size(args.concurrency, 8, 8) };
      rows.push(...(await measureCpu(stand, { pairs: size(args.pairs, 6, 3), ...batches })));
    }
    if (wanted('latency')) rows.push(...(await measureLatency(stand, size(args.decisions, 200, 60))));
    return rows;
  } finally {
    await stand.stop();
  }
}

if (args.help || unknown.length > 0) {
  if (!args.help) console.error(`No such row: ${unknown.join(', ')}`);
  console.log(usage);
  process.exitCode = args.help ? 0 : 2;
} else {
  const rows = await measure();
  if (args.json)
    console.log(
      JSON.stringify(
        rows.map((row) => ({ ...row, verdict: verdictOf(row) })),
        null,
        2,
      ),
    );
  else printTable(rows);
  // A connection of the SDK may outlive its close.
  process.exit(rows.some((row) => verdictOf(row) === 'MISSED') ? 1 : 0);
}
