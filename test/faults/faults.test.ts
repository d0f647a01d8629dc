import { expect, it } from 'vitest';
import { faultRun } from './run.ts';

const seed = Number(process.env.VINHDANH_FAULTS_SEED ?? Date.now() % 1_000_000);

// The short version; npm run test:faults kills 30 times.
it('loses nothing and does nothing twice when process, engine and database are killed', async () => {
  const lines: string[] = [];
  const kills = { process: 2, engine: 1, database: 1 };
  const clean = await faultRun({ kills, people: 4, seed, undeliveredMs: 60_000, unsentMs: 0 }, (line) =>
    lines.push(line),
  );
  expect(clean, lines.join('\n')).toBe(true);
}, 240_000);
