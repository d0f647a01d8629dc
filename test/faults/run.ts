import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { identify, stopProcess } from '../../store/embedded/processIdentity.ts';
import { stopLeftDatabase } from '../../store/embedded/server.ts';
import { stopLeftEngine } from '../../worker/engine/server.ts';
import { removeHome } from '../support/installation.ts';
import { check } from './check.ts';
import { killAll, shuffled } from './kills.ts';
import { openLedger } from './ledger.ts';
import type { Load } from './load.ts';
import { startLoad } from './load.ts';
import type { Product, Victim } from './product.ts';
import { productOn } from './product.ts';
import { chance } from './random.ts';
import { reportLines } from './report.ts';
import { settle } from './settle.ts';

export type FaultRun = {
  kills: Record<Victim, number>;
  seed: number;
  people: number;
  /** How long to wait, after the load, for the delivery of what was received and for the notices. */
  undeliveredMs: number;
  unsentMs: number;
};

/** Weeks pass in minutes, so that deadlines fall between the kills as acts do; the window of nominations lasts half an hour. */
const clock = { origin: '2021-11-15T01:00:00Z', speed: 2_000 };

/**
 * Kills the product again and again while people work with it, and then looks for anything lost or done twice. Says what
 * it finds line by line; gives whether nothing was wrong. Nothing is left behind but the data of a run that went wrong.
 */
export async function faultRun(run: FaultRun, say: (line: string) => void): Promise<boolean> {
  const home = mkdtempSync(join(tmpdir(), 'vinhdanh-faults-'));
  chmodSync(home, 0o711);
  const product = productOn(home, clock);
  let clean = false;
  let load: Load | null = null;
  try {
    clean = await killAndCheck(run, product, say, (started) => {
      load = started;
    });
  } finally {
    await (load as Load | null)?.close();
    await endProduct(product, say);
    if (clean) await removeHome(home);
    else say(`✗ the data of this run are kept in ${home}; try again with --seed ${run.seed}`);
  }
  return clean;
}

async function killAndCheck(
  run: FaultRun,
  product: Product,
  say: (line: string) => void,
  started: (load: Load) => void,
): Promise<boolean> {
  const startedMs = Date.now();
  const dice = chance(run.seed);
  const ledger = openLedger(join(product.home, 'ledger.jsonl'));
  say(`seed ${run.seed}, data in ${product.home}`);
  await product.launch();
  const load = await startLoad(await product.ready(), run.people, dice.fork(), ledger);
  started(load);
  const kills = await killAll(shuffled(run.kills, dice), product, load, ledger, dice, say);
  await load.stop(60_000);
  const { databaseUrl, temporal } = await product.ready();
  const sql = postgres(databaseUrl, { max: 4, onnotice: () => undefined });
  try {
    const settled = await settle(sql, run);
    const checked = await check({
      sql,
      databaseUrl,
      temporal,
      mailbox: join(product.home, 'mailbox'),
      sent: ledger.all(),
      changes: ledger.changes(),
    });
    for (const line of reportLines({ seed: run.seed, kills, ledger, settled, checked, tookMs: Date.now() - startedMs }))
      say(line);
    return checked.findings.length === 0;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function endProduct(product: Product, say: (line: string) => void): Promise<void> {
  await product.stop().catch((error: unknown) => say(`! ${String(error)}`));
  const left = product.pid('process');
  const identity = left === null ? null : identify(left);
  if (identity !== null) await stopProcess(identity, [{ signal: 'SIGKILL', graceMs: 5_000 }]);
  await Promise.all([stopLeftEngine(product.home), stopLeftDatabase(product.home)]);
}
