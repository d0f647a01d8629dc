import { describe, expect, it } from 'vitest';
import { planRehearsal } from '../../../client/rehearsal/plan/plan.ts';
import { planHash } from '../../../client/rehearsal/plan/planned.ts';
import { ceilingOf, rowsOf } from '../../../client/rehearsal/plan/rows.ts';
import { chanceOf } from '../../../client/rehearsal/plan/seeded.ts';
import { stories, storyNames } from '../../../client/rehearsal/stories/catalogue.ts';
import { recipientKinds } from '../../../contract/states.ts';
import { findProgramme } from '../../../programmes/find.ts';
import { loadProgrammes } from '../../../programmes/loader/load.ts';
import { isOpen } from '../../../programmes/plan.ts';

const loaded = loadProgrammes();
const { programme } = findProgramme(loaded, '004');
const rows = rowsOf(programme);
const plan = (seed: number, nominations = 224, only: string[] = []) =>
  planRehearsal(loaded, { programmeId: '004', seed, nominations, rows: only });
const seeds = Array.from({ length: 100 }, (_, index) => index);
const plans = seeds.map((seed) => plan(seed));

describe('the plan of a season', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(plan(7)).toEqual(plans[7]);
    expect(planHash(plans[7]?.nominations ?? [])).toBe(plans[7]?.hash);
    expect(new Set(plans.map(({ hash }) => hash)).size).toBe(seeds.length);
  });

  it('has every story as often as it asks for, in every row, from at least twelve units', () => {
    for (const { nominations } of plans) {
      const opened = nominations.filter(({ ends }) => ends !== null);
      expect(opened).toHaveLength(224);
      expect(new Set(opened.map(({ movementId }) => movementId)).size).toBe(13);
      expect(new Set(opened.map(({ unitId }) => unitId)).size).toBeGreaterThanOrEqual(12);
      for (const name of storyNames) {
        expect(nominations.filter(({ story }) => story === name).length, name).toBeGreaterThanOrEqual(
          stories[name].least,
        );
      }
    }
  });

  it('never plans more awards than a row has of a kind', () => {
    for (const { nominations } of plans) {
      for (const row of rows) {
        for (const kind of recipientKinds) {
          const awards = nominations.filter(
            (each) => each.awards && each.movementId === row.id && each.nominee.kind === kind,
          );
          expect(awards.length, `${row.id} ${kind}`).toBeLessThanOrEqual(
            ceilingOf(row, kind) ?? Number.POSITIVE_INFINITY,
          );
        }
      }
    }
  });

  it('nominates nobody twice in a row, within the window unless the story says otherwise, with somebody for every part', () => {
    for (const { nominations } of plans) {
      const opened = nominations.filter(({ ends }) => ends !== null);
      expect(new Set(opened.map(({ movementId, nominee }) => `${movementId} ${nominee.id}`)).size).toBe(opened.length);
      for (const each of nominations) {
        const movement = programme.movements.find(({ id }) => id === each.movementId);
        const inWindow = !['afterWindow', 'beforeWindow'].includes(stories[each.story].opens);
        expect(movement && isOpen(movement, each.openAt), `${each.story} ${each.movementId} ${each.openAt}`).toBe(
          inWindow,
        );
        for (const beat of each.beats) expect(each.cast[beat.by], `${each.story}: ${beat.by}`).not.toBeNull();
      }
    }
  });

  it('gives one person one capacity, except where a story has them try', () => {
    for (const { nominations } of plans.slice(0, 10)) {
      for (const { cast } of nominations) {
        const people = [
          cast.clerk,
          cast.head,
          cast.reviewer,
          cast.firstAppraiser,
          cast.secondAppraiser,
          cast.secretary,
          cast.authority,
          cast.higher,
        ];
        const named = people.filter((person) => person !== null);
        expect(new Set(named).size).toBe(named.length);
      }
    }
  });

  it('can be made small, and of some rows only', () => {
    const small = plan(3, 12, ['2.10']);
    expect(small.nominations.filter(({ ends }) => ends !== null)).toHaveLength(12);
    expect(small.nominations.every(({ movementId }) => movementId === '2.10')).toBe(true);
    expect(Date.parse(small.to) - Date.parse(small.from)).toBeLessThan(200 * 86_400_000);
    expect(() => plan(3, 12, ['9'])).toThrow(RangeError);
  });
});

describe('seeded chance', () => {
  it('draws evenly enough and within its bounds', () => {
    const chance = chanceOf(5);
    const counts = [0, 0, 0, 0];
    for (let draw = 0; draw < 4_000; draw++) counts[chance.whole(0, 3)] = (counts[chance.whole(0, 3)] ?? 0) + 1;
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(150);
    expect(chance.shuffled([1, 2, 3, 4]).toSorted()).toEqual([1, 2, 3, 4]);
    expect(() => chance.pick([])).toThrow(RangeError);
  });
});
