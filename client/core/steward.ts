import { setTimeout as sleep } from 'node:timers/promises';
import { endOfDay } from '../../contract/calendarDay.ts';
import { toProgramme } from '../../contract/clock.ts';
import { roundMachineVersion } from '../../machines/round/interpreter.ts';
import { planRound, roundsOf } from '../../programmes/rounds.ts';
import { realInstant } from '../../store/changes.ts';
import { latestProgrammeRefs, pinnedProgramme } from '../../store/programmes.ts';
import { completeRounds, roundIds, stalledRounds } from '../../store/queries/rounds.ts';
import type { DeliveryTo } from './deliver.ts';
import { directoryOf } from './opening.ts';

export type Steward = { stop(): Promise<void> };

const pollMs = 500;

/**
 * What the season itself brings about and no timer of one round can know: begins the rounds of running programmes, moves a
 * round on when the record shows that every nomination has left its stage, and raises the stalled alert. Everything it does
 * is an idempotent act on the engine, found again from the record after a crash; any number may run.
 */
export function startSteward(to: DeliveryTo, onError: (error: unknown) => void): Steward {
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await tend(to).catch(onError);
      await sleep(pollMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** One round of looking after everything. */
async function tend(to: DeliveryTo): Promise<void> {
  await beginRounds(to, await programmeNow(to));
  await advanceRounds(to);
  await raiseStalled(to);
}

/** The programme instant by the database's clock, as everywhere: that of this machine may be wrong. */
async function programmeNow({ store, clock }: DeliveryTo): Promise<string> {
  return toProgramme(clock, Date.parse(await realInstant(store.sql)));
}

/** Moves on every round whose stage all its nominations have left. */
export async function advanceRounds(to: DeliveryTo): Promise<void> {
  for (const { id, revision, counts, listHash, countedAt } of await completeRounds(to.store)) {
    // The instant of the count, on the programme clock: what is received later belongs to the next stage.
    const at = toProgramme(to.clock, Date.parse(countedAt));
    const event = { type: 'stage.complete' as const, at, counts, listHash };
    await to.engine.actOnRound(id, { key: `${id}#${revision}:complete`, inboxId: null, event });
  }
}

/** Raises the alert of every movement that was launched and on which nobody acts. */
export async function raiseStalled(to: DeliveryTo): Promise<void> {
  const now = await programmeNow(to);
  for (const { id, revision } of await stalledRounds(to.store, now)) {
    const event = { type: 'movement.stall' as const, at: now };
    await to.engine.actOnRound(id, { key: `${id}#${revision}:stall`, inboxId: null, event });
  }
}

/** A phase that was over before the product came into the house is history: its rounds are not begun. */
export async function beginRounds(to: DeliveryTo, now: string): Promise<void> {
  const begun = new Set(await roundIds(to.store));
  for (const ref of await latestProgrammeRefs(to.store)) {
    const programme = await pinnedProgramme(to.store, ref);
    if (!programme) continue;
    const missing = roundsOf(programme).filter(({ roundId, phase }) => !begun.has(roundId) && endOfDay(phase.to) > now);
    if (missing.length === 0) continue;
    const directory = await directoryOf(to.store);
    for (const { roundId } of missing) {
      const input = planRound({ programme, directory, roundId, begunAt: now, machine: roundMachineVersion });
      await to.engine.beginRound({ input, clock: to.clock });
    }
  }
}
