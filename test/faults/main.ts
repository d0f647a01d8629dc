import { parseArgs } from 'node:util';
import { outliveLostConnections } from '../../store/lostConnection.ts';
import { faultRun } from './run.ts';

// npm run test:faults -- --process 20 --engine 5 --database 5 --people 8 --seed 1
const { values } = parseArgs({
  options: {
    process: { type: 'string', default: '20' },
    engine: { type: 'string', default: '5' },
    database: { type: 'string', default: '5' },
    people: { type: 'string', default: '8' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
outliveLostConnections();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const clean = await faultRun(
  {
    kills: { process: Number(values.process), engine: Number(values.engine), database: Number(values.database) },
    people: Number(values.people),
    seed: Number(values.seed),
    undeliveredMs: 180_000,
    // A notice that a killed process had in hand is free again after two minutes.
    unsentMs: 200_000,
  },
  (line) => console.log(line),
);
process.exit(clean ? 0 : 1);
