import { setTimeout as sleep } from 'node:timers/promises';
import type { Ledger } from './ledger.ts';
import type { Load } from './load.ts';
import type { Product, Victim } from './product.ts';
import { until } from './product.ts';
import type { Chance } from './random.ts';

/** One kill and what came after, in milliseconds since it. */
export type Kill = { victim: Victim; duringStart: boolean; readyMs: number | null; appliedMs: number };

const appliedWithinMs = 180_000;

/** Kills the victims in turn, each at a random instant of full work, and waits each time until acts are applied again. */
export async function killAll(
  order: Victim[],
  product: Product,
  load: Load,
  ledger: Ledger,
  chance: Chance,
  say: (line: string) => void,
): Promise<Kill[]> {
  const kills: Kill[] = [];
  for (const victim of order) {
    await sleep(chance.between(500, 3_000));
    const kill =
      victim === 'process'
        ? await killProcess(product, load, ledger, chance)
        : await killChild(victim, product, ledger);
    kills.push(kill);
    const ready = kill.readyMs === null ? '' : `, ready after ${seconds(kill.readyMs)}`;
    say(
      `  ${kills.length}/${order.length} ${victim}${kill.duringStart ? ' (killed again while starting)' : ''}${ready}, applied after ${seconds(kill.appliedMs)}`,
    );
  }
  return kills;
}

/** Puts the victims in a random order. */
export function shuffled(counts: Record<Victim, number>, chance: Chance): Victim[] {
  const order = (Object.keys(counts) as Victim[]).flatMap((victim) =>
    Array.from({ length: counts[victim] }, () => victim),
  );
  return order
    .map((victim) => ({ victim, at: chance.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ victim }) => victim);
}

async function killProcess(product: Product, load: Load, ledger: Ledger, chance: Chance): Promise<Kill> {
  let killedMs = Date.now();
  product.kill('process');
  await product.launch();
  // One in five dies again while it is recovering.
  const duringStart = chance.happens(0.2);
  if (duringStart) {
    await sleep(chance.between(50, 3_000));
    killedMs = Date.now();
    product.kill('process');
    await product.launch();
  }
  const reach = await product.ready();
  const readyMs = Date.now() - killedMs;
  await load.reconnect(reach);
  return { victim: 'process', duringStart, readyMs, appliedMs: await appliedAfter(killedMs, ledger) };
}

async function killChild(victim: Victim, product: Product, ledger: Ledger): Promise<Kill> {
  const main = product.pid('process');
  const killedMs = Date.now();
  const killed = product.kill(victim);
  const appliedMs = await appliedAfter(killedMs, ledger);
  // It came back by itself, under the same process.
  await until(`a new ${victim}`, () => product.pid(victim) !== null && product.pid(victim) !== killed);
  if (product.pid('process') !== main) throw new Error(`Our process did not survive the death of its ${victim}`);
  return { victim, duringStart: false, readyMs: null, appliedMs };
}

/** Gives how long after the kill the first act that was sent since then was answered as applied. */
async function appliedAfter(killedMs: number, ledger: Ledger): Promise<number> {
  return (await until('an applied act', () => ledger.firstAppliedSince(killedMs), appliedWithinMs)) - killedMs;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
