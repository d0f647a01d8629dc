import { describe, expect, it } from 'vitest';
import { chance } from '../../faults/random.ts';
import { begin } from './support/begin.ts';
import { playRandomly } from './support/playRandomly.ts';
import { useSeason } from './support/useSeason.ts';

describe('what a preview foretold', () => {
  const quick = useSeason('2021-10-04T02:00:00.000Z');

  it('is what happens, in 200 random changes mixed with random acts and passing time', async () => {
    const season = quick();
    const rounds: string[] = [];
    const nominations: string[] = [];
    const another = () => begin(season, { rounds, nominations, each: 8, pass: season.pass });
    for (let count = 0; count < 3; count += 1) await another();
    const source = chance(5);
    const played = await playRandomly({
      ...{ season, rounds, nominations, another, chance: source, changes: 200 },
      life: (id) => season.engine.life(id),
      passTime: async () => {
        if (source.happens(0.5)) season.travel(source.between(1, 10));
        // What was received in time comes before a deadline: nothing passes over an act on its way.
        await season.deliverAll();
        await season.pass();
      },
    });
    expect(played.applied).toBe(200);
    expect(played.subjects).toBeGreaterThan(400);
    expect(played.stale).toBeGreaterThan(0);
    expect(Object.keys(played.kinds).sort()).toEqual(['calendar', 'cancel', 'deadline', 'resume', 'suspend']);
  }, 180_000);
});
