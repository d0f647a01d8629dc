import { describe, expect, it } from 'vitest';
import { planRehearsal } from '../../../client/rehearsal/plan/plan.ts';
import { planHash } from '../../../client/rehearsal/plan/planned.ts';
import type { Row } from '../../../client/rehearsal/plan/rows.ts';
import { ceilingOf, rowsOf } from '../../../client/rehearsal/plan/rows.ts';
import { rehearsable, seasonBegins, seasonOf } from '../../../client/rehearsal/plan/season.ts';
import { chanceOf } from '../../../client/rehearsal/plan/seeded.ts';
import { stories, storyNames } from '../../../client/rehearsal/stories/catalogue.ts';
import { fitsIn } from '../../../client/rehearsal/stories/story.ts';
import { endOfDay } from '../../../contract/calendarDay.ts';
import { recipientKinds } from '../../../contract/states.ts';
import { findProgramme } from '../../../programmes/find.ts';
import { loadProgrammes } from '../../../programmes/loader/load.ts';

const loaded = loadProgrammes();
const rowsIn = (id: string) => rowsOf({ programme: findProgramme(loaded, id).programme, directory: loaded.directory });
const rows = rowsIn('004');
const plan = (seed: number, nominations = 224, only: string[] = []) =>
  planRehearsal(loaded, { programmeId: '004', seed, nominations, rows: only });
const seeds = Array.from({ length: 100 }, (_, index) => index);
const plans = seeds.map((seed) => plan(seed));

describe('the plan of a season', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(plan(7)).toEqual(plans[7]);
    expect(planHash(plans[7] ?? { rounds: [], nominations: [] })).toBe(plans[7]?.hash);
    expect(new Set(plans.map(({ hash }) => hash)).size).toBe(seeds.length);
  });

  it('has every story as often as it asks for, in every row, from at least twelve units', () => {
    for (const { nominations } of plans) {
      const opened = nominations.filter(({ ends }) => ends !== null);
      expect(opened).toHaveLength(224);
      expect(new Set(opened.map(({ movementId }) => movementId)).size).toBe(13);
      expect(new Set(opened.map(({ unitId }) => unitId)).size).toBeGreaterThanOrEqual(12);
      for (const name of storyNames.filter((each) => rows.some((row) => fitsIn(stories[each], row)))) {
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
        const row = rows.find(({ id }) => id === each.rowId) as Row;
        const outside = ['afterWindow', 'beforeWindow', 'beforeApproval', 'unitExtension'].includes(
          stories[each.story].opens,
        );
        const inWindow = row.opensAt <= each.openAt && each.openAt <= row.closesAt;
        expect(inWindow, `${each.story} ${each.movementId} ${each.openAt}`).toBe(!outside);
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
    expect(Date.parse(small.to) - Date.parse(small.from)).toBeLessThan(230 * 86_400_000);
    expect(() => plan(3, 12, ['9'])).toThrow(RangeError);
  });
});

describe.each(rehearsable)('the plan of %s', (programmeId) => {
  const { nominations } = seasonOf(programmeId);
  const own = rowsIn(programmeId);
  const drawn = [1, 2, 3, 4, 5].map((seed) => planRehearsal(loaded, { programmeId, seed, nominations, rows: [] }));

  it('has a round for every movement and phase, each planned and approved before anything is opened in it', () => {
    for (const { rounds, nominations: all, from } of drawn) {
      expect(rounds.map(({ roundId }) => roundId)).toEqual(own.map(({ roundId }) => roundId));
      for (const row of own) {
        const beats =
          rounds.find(({ roundId }) => roundId === row.roundId)?.lanes.find(({ name }) => name === 'plan')?.beats ?? [];
        const acts = beats.filter(({ expect: refused }) => refused.length === 0);
        expect(acts.at(0)?.deed.type).toBe('plan.submit');
        expect(acts.at(-1)?.deed.type).toBe('plan.approve');
        expect(acts.at(0)?.by).not.toBe(acts.at(-1)?.by);
        expect((acts.at(0)?.at ?? '') > from).toBe(true);
        const approvedAt = acts.at(-1)?.at ?? '';
        const opened = all.filter(({ rowId, ends }) => rowId === row.id && ends !== null);
        for (const { openAt } of opened) expect(openAt > approvedAt, `${row.id} ${openAt}`).toBe(true);
      }
    }
  });

  it('has somebody for every part, tells every story that fits, and nobody nominates where their unit takes no part', () => {
    for (const { rounds, nominations: all } of drawn) {
      for (const each of all) {
        for (const { by } of each.beats) expect(each.cast[by], `${each.story}: ${by}`).not.toBeNull();
        const participation = rounds.find(({ rowId }) => rowId === each.rowId)?.participation ?? {};
        if (each.ends !== null) expect(['takesPart', 'late']).toContain(participation[each.unitId]);
      }
      const told = new Set(all.map(({ story }) => story));
      for (const name of storyNames) expect(told.has(name), name).toBe(own.some((row) => fitsIn(stories[name], row)));
    }
  });

  it('leaves room after each act for the deadline it must meet', () => {
    for (const { rounds } of drawn) {
      for (const { roundId, lanes, participation } of rounds) {
        const row = own.find((each) => each.roundId === roundId) as Row;
        for (const { name, beats } of lanes.filter((lane) => participation[lane.name] === 'takesPart')) {
          // A suspension moves the day by as long as it lasts.
          const shiftMs =
            Date.parse(row.timetable.resumeAt ?? '1970-01-01') - Date.parse(row.timetable.suspendAt ?? '1970-01-01');
          const due = new Date(Date.parse(endOfDay(row.plan.answerBy ?? '')) + shiftMs).toISOString();
          expect(Date.parse(due) - Date.parse(beats[0]?.at ?? ''), `${roundId} ${name}`).toBeGreaterThan(
            2 * 86_400_000,
          );
        }
        for (const { beats } of lanes)
          for (const { at } of beats) expect(at < row.closesAt, `${roundId} ${at}`).toBe(true);
      }
    }
  });
});

describe('seasons', () => {
  it('begin with the document where a phase had begun before it, else two weeks before the first launch', () => {
    const begins = (id: string) => seasonBegins(findProgramme(loaded, id).programme);
    expect(rehearsable).toEqual(['000', '001', '002', '003', '004']);
    expect(rehearsable.map(begins)).toEqual([
      '2021-09-16T17:00:00.000Z',
      '2020-12-17T17:00:00.000Z',
      '2021-03-28T17:00:00.000Z',
      '2020-06-30T17:00:00.000Z',
      '2020-12-17T17:00:00.000Z',
    ]);
    expect(() => seasonOf('009')).toThrow(RangeError);
  });

  it('let every unit take part where the document asks for 100 %, and nobody in the movement that is left alone', () => {
    const { programme: thanhHoa } = findProgramme(loaded, '003');
    const { rounds } = planRehearsal(loaded, { programmeId: '003', seed: 1, nominations: 80, rows: [] });
    for (const { movement } of thanhHoa.coverageTargets) {
      const covered = rounds.filter(({ movementId }) => movementId === movement);
      expect(covered).toHaveLength(2);
      for (const { participation } of covered)
        expect(Object.values(participation).every((how) => how === 'takesPart' || how === 'late')).toBe(true);
    }
    const alone = rounds.filter(({ participation }) => Object.values(participation).every((how) => how === 'silent'));
    expect(alone.map(({ roundId }) => roundId)).toEqual(['003/2.8/dot1']);
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
