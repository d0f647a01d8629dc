import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { lifeQuery, nominationWorkflowId, roundWorkflowId } from '../../../contract/names.ts';
import type { PersistedNomination } from '../../../contract/nomination.ts';
import type { PersistedRound } from '../../../contract/round.ts';
import { roundParts } from '../../../contract/round.ts';
import { chance } from '../../faults/random.ts';
import { clockFrom } from '../../support/clockFrom.ts';
import { until } from '../../support/until.ts';
import { useProduct } from '../../support/useProduct.ts';
import { begin } from './support/begin.ts';
import { playRandomly } from './support/playRandomly.ts';
import { seasonOf } from './support/season.ts';

/** All 200 take minutes: `VINHDANH_CHANGES=200`. */
const changes = Number(process.env.VINHDANH_CHANGES ?? 20);

describe('what a preview foretold, on the engine', () => {
  const product = useProduct(() => ({ clock: clockFrom('2021-10-04T02:00:00.000Z'), idle: true, noRound: true }));

  it(
    `is what the workflows themselves come to, in ${changes} random changes`,
    async () => {
      const { store, clock, engine, startWorker } = product();
      await startWorker();
      const number = randomInt(1_000, 2_000_000);
      const season = seasonOf(store, clock, engine, { phaseId: `p${number}`, firstNumber: number * 1_000 });
      const { workflow } = await engine.client();
      const rounds: string[] = [];
      const nominations: string[] = [];
      const opened = async () => {
        await until('every round is open', async () => {
          const [row] = await store.sql`select from rounds where state = 'approved'`;
          return row === undefined;
        });
      };
      const another = () => begin(season, { rounds, nominations, each: 5, pass: opened });
      await another();
      await another();
      const played = await playRandomly({
        ...{ season, rounds, nominations, another, chance: chance(11), changes },
        life: (id) =>
          workflow
            .getHandle(roundParts(id) ? roundWorkflowId(id) : nominationWorkflowId(id))
            .query<PersistedNomination | PersistedRound>(lifeQuery),
      });
      expect(played.applied).toBe(changes);
      expect(played.subjects).toBeGreaterThan(changes);
    },
    60_000 + changes * 5_000,
  );
});
