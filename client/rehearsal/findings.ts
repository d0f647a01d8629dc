import type { Store } from '../../store/connect.ts';
import { openWithoutOwner } from '../../store/queries/overview.ts';
import { openEngine } from '../core/engine.ts';
import type { VinhDanh } from '../core/types.ts';
import type { Findings } from './checks/check.ts';
import { engineStates } from './engineStates.ts';
import { gather } from './evidence.ts';
import { mailFigures } from './mailFigures.ts';
import type { Plan } from './plan/planned.ts';
import type { Row } from './plan/rows.ts';
import type { PlayedInstallation } from './play/installation.ts';
import type { Performance } from './play/player.ts';

export type FindingsFrom = {
  store: Store;
  client: VinhDanh;
  installation: PlayedInstallation;
  plan: Plan;
  rows: Row[];
  performance: Performance;
  endedAt: string;
  samePlan: () => string;
};

const mailWithinMs = 60_000;

/** Collects what the checks judge by, from record, engine, mailbox and players. Throws when one of them cannot be read. */
export async function findingsOf({
  store,
  client,
  installation,
  plan,
  rows,
  performance,
  endedAt,
  samePlan,
}: FindingsFrom): Promise<Findings> {
  const engine = openEngine(installation.reach.temporal);
  try {
    const evidence = await gather(store);
    const [states, audit, ownerless, mail] = await Promise.all([
      engineStates(engine, store, evidence.nominations),
      client.verify(),
      openWithoutOwner(store),
      mailFigures(store, installation.home, mailWithinMs),
    ]);
    const { lives, acts, errors } = performance;
    return {
      plan,
      rows,
      endedAt,
      lives,
      acts,
      errors,
      evidence,
      audit,
      engine: states,
      mail,
      ownerless: ownerless.map(({ nominationId }) => nominationId),
      samePlanHash: samePlan(),
    };
  } finally {
    await engine.close();
  }
}
