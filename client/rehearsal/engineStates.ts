import { setTimeout as sleep } from 'node:timers/promises';
import { canonicalJson } from '../../contract/canonicalJson.ts';
import { lifeQuery, nominationWorkflowId } from '../../contract/names.ts';
import type { PersistedNomination } from '../../contract/nomination.ts';
import type { Store } from '../../store/connect.ts';
import { nominationById } from '../../store/queries/nominations.ts';
import type { Engine } from '../core/engine.ts';
import type { Recorded } from './evidence.ts';
import { gateOf } from './play/gate.ts';

export type EngineState = { nominationId: string; running: boolean; same: boolean };

/** How many that are over are asked about, beside all that still run. */
const sample = 20;

/** A matter that escalates while it is read is read again; the programme clock runs on. */
const attempts = 8;

/** Asks the engine for its own state of every nomination that runs, and of some that are over. Throws when it does not answer. */
export async function engineStates(
  engine: Engine,
  store: Store,
  nominations: readonly Recorded[],
): Promise<EngineState[]> {
  const client = await engine.client();
  const gate = gateOf(4);
  const running = nominations.filter(({ closed }) => !closed);
  const over = nominations.filter(({ closed }) => closed);
  const every = Math.max(1, Math.floor(over.length / sample));
  const asked = [...running, ...over.filter((_, index) => index % every === 0).slice(0, sample)];

  async function same(id: string): Promise<boolean> {
    for (let attempt = 1; ; attempt++) {
      const life = await client.workflow.getHandle(nominationWorkflowId(id)).query<PersistedNomination>(lifeQuery);
      const onRecord = (await nominationById(store, id))?.snapshot;
      if (canonicalJson(life) === canonicalJson(onRecord)) return true;
      if (attempt >= attempts) return false;
      await sleep(100 * attempt);
    }
  }
  return Promise.all(
    asked.map(async ({ id, closed }) => ({ nominationId: id, running: !closed, same: await gate(() => same(id)) })),
  );
}
