import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import type { History } from '@temporalio/common/lib/proto-utils.js';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { roundParts } from '../../contract/round.ts';
import * as interpreter from '../../machines/interpreter.ts';
import * as roundInterpreter from '../../machines/round/interpreter.ts';
import { nominationById } from '../../store/queries/nominations.ts';
import { roundById } from '../../store/queries/rounds.ts';
import { clockFrom } from '../support/clockFrom.ts';
import { startTestInstallation } from '../support/installation.ts';
import type { Product } from '../support/product.ts';
import { silenceWorkers } from '../support/silenceWorkers.ts';
import { startProduct } from '../support/startProduct.ts';
import type { Golden } from './golden.ts';
import { recordedNames, replayPure } from './golden.ts';
import { nominationCarrier } from './nominationCarrier.ts';
import { roundCarrier } from './roundCarrier.ts';
import { roundScenarios } from './roundScenarios.ts';
import { scenarios } from './scenarios.ts';

/**
 * Records what has no history yet: `node worker/launch.mjs run test/replay/record.ts`. What was recorded stays byte for byte:
 * nominations and rounds that began under earlier versions are under way, and must go on.
 * With `--all` everything is recorded anew. That is right only when nothing of those versions can be under way any more,
 * say before a first release or once a machine version is retired.
 */
const speed = 86_400;
const all = process.argv.includes('--all');

async function recordMissing(product: Product): Promise<void> {
  const recorded = all ? [] : recordedNames();
  for (const folder of ['histories', 'golden']) {
    const url = new URL(`${folder}/`, import.meta.url);
    if (all) rmSync(url, { recursive: true, force: true });
    mkdirSync(url, { recursive: true });
  }
  for (const [name, scenario] of Object.entries({ ...scenarios, ...roundScenarios })) {
    if (recorded.includes(name)) continue;
    const id = await scenario(product);
    const history = historyToJSON({ events: await product.history(id) });
    const scrubbedHistory = scrubbed(JSON.parse(history));
    const golden = await recordedGolden(product, id, name, historyFromJSON(scrubbedHistory));
    write('histories', name, scrubbedHistory);
    write('golden', name, golden);
    console.log(`✓ ${name}: ${golden.events.length} applied events`);
  }
}

async function recordedGolden(product: Product, id: string, name: string, history: History): Promise<Golden> {
  const events = await product.store.sql<Golden['events']>`
    select revision, type, at, inbox_id as "inboxId", to_state as "to" from transitions where subject_id = ${id} order by revision`;
  const recorded = events.map((event) => ({ ...event, at: new Date(event.at).toISOString() }));
  const row = roundParts(id) ? await roundById(product.store, id) : await nominationById(product.store, id);
  if (!row) throw new Error(`${id} is not recorded`);
  // What the record holds is the golden snapshot; the machine alone must come to the same now, or nothing is saved.
  const pure = roundParts(id)
    ? replayPure(roundCarrier(roundInterpreter), history, recorded)
    : replayPure(nominationCarrier(interpreter), history, recorded);
  if (pure.state !== row.state || JSON.stringify(sorted(pure.snapshot)) !== JSON.stringify(sorted(row.snapshot))) {
    throw new Error(`${name}: the record and the machine differ`);
  }
  return pure;
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
    // Numbers that no nomination recorded before has.
    firstNumber: 1 + 10 * recordedNames().length,
  });
  try {
    await recordMissing(product);
  } finally {
    await product.stop();
  }
} finally {
  await installation.stop();
}
process.exit();
