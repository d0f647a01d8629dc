import type { ProgrammeClock } from '../../contract/clock.ts';
import type { Programme } from '../../contract/programme.ts';
import type { Store } from '../../store/connect.ts';
import { figuresOf } from '../../store/queries/figures.ts';
import { openWithoutOwner } from '../../store/queries/overview.ts';
import { openEngine } from '../core/engine.ts';
import type { VinhDanh } from '../core/types.ts';
import { boundariesOf } from './boundaries.ts';
import type { Findings, Look } from './checks/check.ts';
import { engineStates } from './engineStates.ts';
import { gather } from './evidence.ts';
import { lookOver } from './lookOver.ts';
import { mailFigures } from './mailFigures.ts';
import type { Plan } from './plan/planned.ts';
import type { Row } from './plan/rows.ts';
import type { PlayedInstallation } from './play/installation.ts';
import type { Performance } from './play/performance.ts';

export type FindingsFrom = {
  store: Store;
  clock: ProgrammeClock;
  client: VinhDanh;
  installation: PlayedInstallation;
  plan: Plan;
  rows: Row[];
  programme: Programme;
  restarts: number;
  /** Checks of the installation made on the way. */
  looks: Look[];
  performance: Performance;
  endedAt: string;
  samePlan: () => string;
};

const mailWithinMs = 60_000;

/** Collects what the checks judge by, from record, engine, mailbox and players. Throws when one of them cannot be read. */
export async function findingsOf({
  store,
  clock,
  client,
  installation,
  plan,
  rows,
  programme,
  restarts,
  looks,
  performance,
  endedAt,
  samePlan,
}: FindingsFrom): Promise<Findings> {
  const engine = openEngine(installation.reach.temporal);
  try {
    const evidence = await gather(store);
    const period = { from: plan.from, to: endedAt };
    const [states, audit, ownerless, mail, figures, boundaries] = await Promise.all([
      engineStates(engine, store, evidence.nominations),
      client.verify(),
      openWithoutOwner(store),
      mailFigures(store, installation.home, mailWithinMs),
      figuresOf(store, programme, period),
      boundariesOf(store, programme.id, rows, plan.rounds),
    ]);
    const { lives, rounds, changes, acts, errors } = performance;
    return {
      plan,
      rows,
      programme,
      endedAt,
      lives,
      roundLives: rounds,
      changes,
      acts,
      errors,
      evidence,
      audit,
      engine: states,
      mail,
      ownerless: ownerless.map(({ nominationId }) => nominationId),
      figures,
      boundaries,
      restarts,
      looks: [...looks, await lookOver(store, clock, engine)],
      samePlanHash: samePlan(),
    };
  } finally {
    await engine.close();
  }
}
