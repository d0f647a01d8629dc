import { afterAll, beforeAll } from 'vitest';
import type { ProgrammeClock } from '../../../../contract/clock.ts';
import { toProgramme } from '../../../../contract/clock.ts';
import { connect } from '../../../../store/connect.ts';
import { migrate } from '../../../../store/migrate.ts';
import { publishDefinitions } from '../../../../worker/publishDefinitions.ts';
import { freshDatabase } from '../../../support/database.ts';
import type { MachineEngine } from './machineEngine.ts';
import { machineEngine } from './machineEngine.ts';
import type { Season } from './season.ts';
import { seasonOf } from './season.ts';

/** A season without Temporal, whose clock the test sets. */
export type QuickSeason = Season & {
  engine: MachineEngine;
  travel(hours: number): void;
  /** Lets what is due pass. */
  pass(): Promise<void>;
};

const hourMs = 3_600_000;

/** Gives a getter of a season on a database of its own; the clock shows `origin` at first and then runs as real time does. */
export function useSeason(origin: string): () => QuickSeason {
  let season: QuickSeason | undefined;
  let drop: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const database = await freshDatabase();
    drop = database.drop;
    await migrate(database.url);
    const store = connect(database.url, { max: 10 });
    const clock: ProgrammeClock = { origin, start: new Date().toISOString(), speed: 1 };
    await publishDefinitions(store, toProgramme(clock, Date.now()));
    const engine = machineEngine(store);
    season = {
      ...seasonOf(store, clock, engine),
      engine,
      travel(hours) {
        clock.origin = new Date(Date.parse(clock.origin) + hours * hourMs).toISOString();
      },
      pass: () => engine.pass(toProgramme(clock, Date.now())),
    };
  });
  afterAll(async () => {
    await season?.store.close();
    await drop?.();
  });
  return () => {
    if (!season) throw new Error('The season has not begun');
    return season;
  };
}
