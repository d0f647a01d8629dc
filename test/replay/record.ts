import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import * as interpreter from '../../machines/interpreter.ts';
import { startTestInstallation } from '../support/installation.ts';
import type { Product } from '../support/product.ts';
import { clockFrom, silenceWorkers, startProduct } from '../support/product.ts';
import type { Golden } from './golden.ts';
import { readHistory, replayPure } from './golden.ts';
import { scenarios } from './scenarios.ts';

/**
 * Records anew what the replay tests replay: `node worker/launch.mjs run test/replay/record.ts`.
 * Only for an intended change of what the workflow does: histories of nominations that are under way cannot be recorded anew.
 */
const speed = 86_400;

async function recordAll(product: Product): Promise<void> {
  for (const folder of ['histories', 'golden']) {
    rmSync(new URL(`${folder}/`, import.meta.url), { recursive: true, force: true });
    mkdirSync(new URL(`${folder}/`, import.meta.url));
  }
  for (const [name, scenario] of Object.entries(scenarios)) {
    const id = await scenario(product);
    const history = historyToJSON({ events: await product.history(id) });
    write('histories', name, scrubbed(JSON.parse(history)));
    const golden = await recordedGolden(product, id, name);
    write('golden', name, golden);
    console.log(`✓ ${name}: ${golden.events.length} applied events`);
  }
}

async function recordedGolden(product: Product, id: string, name: string): Promise<Golden> {
  const events = await product.store.sql<Golden['events']>`
    select revision, type, at, inbox_id as "inboxId", to_state as "to" from transitions where nomination_id = ${id} order by revision`;
  const recorded = events.map((event) => ({ ...event, at: new Date(event.at).toISOString() }));
  const snapshot = await product.recorded(id);
  const state = await product.state(id);
  if (!state) throw new Error(`${id} is not recorded`);
  // What the record holds is the golden snapshot; the machine alone must come to the same now, or nothing is saved.
  const pure = replayPure(interpreter, readHistory(name), recorded);
  if (pure.state !== state || JSON.stringify(sorted(pure.snapshot)) !== JSON.stringify(sorted(snapshot))) {
    throw new Error(`${name}: the record and the machine differ`);
  }
  return { state, events: recorded, snapshot: pure.snapshot, refusals: pure.refusals };
}

/** Takes out what belongs to the machine that recorded: host, process, queue names. */
function scrubbed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(scrubbed);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => {
    if (key === 'identity') return [key, 'recorder'];
    if (key === 'taskQueue') return [key, { name: 'recorded', kind: 'TASK_QUEUE_KIND_NORMAL' }];
    return [key, scrubbed(member)];
  });
  return Object.fromEntries(members);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  );
}

function write(folder: 'histories' | 'golden', name: string, content: unknown): void {
  writeFileSync(new URL(`${folder}/${name}.json`, import.meta.url), `${JSON.stringify(content, null, 1)}\n`);
}

silenceWorkers();
const installation = await startTestInstallation();
try {
  const product = await startProduct(installation, {
    clock: clockFrom('2021-06-01T01:00:00.000Z', speed),
    firstNumber: 1,
  });
  try {
    await recordAll(product);
  } finally {
    await product.stop();
  }
} finally {
  await installation.stop();
}
process.exit();
