import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Measured } from './budgets.ts';

export type Heap = { kbEach: number; msEach: number };

/** Gives what one cached workflow costs, measured over so many in a process of its own. */
export async function heapOf(kind: 'ours' | 'empty', instances: number): Promise<Heap> {
  const script = fileURLToPath(new URL('heapProcess.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, kind, String(instances)]);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Heap;
}

/** Row 4: heap per cached nomination workflow, with the bundle that production runs. */
export async function measureHeap(instances: number): Promise<Measured[]> {
  const ours = await heapOf('ours', instances);
  const empty = await heapOf('empty', instances);
  const note = (name: string, { kbEach, msEach }: Heap) =>
    `${name}: ${kbEach.toFixed(1)} KB, ${msEach.toFixed(1)} ms to create and bring there`;
  return [
    {
      budget: 'heap per cached nomination workflow',
      limit: 100,
      value: ours.kbEach,
      unit: ' KB',
      notes: [
        `${instances} instances, after garbage collection`,
        note('nomination', ours),
        note('empty workflow', empty),
      ],
    },
  ];
}
