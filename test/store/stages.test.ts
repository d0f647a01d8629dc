import { beforeAll, expect, test } from 'vitest';
import { realClock, toProgramme } from '../../contract/clock.ts';
import type { StateName } from '../../contract/states.ts';
import { stateNames } from '../../contract/states.ts';
import { stageRefusal } from '../../machines/round/stages.ts';
import { canonicalHash } from '../../store/audit/canonical.ts';
import type { Store } from '../../store/connect.ts';
import { recordRefusal } from '../../store/deliver.ts';
import { completeRounds } from '../../store/queries/rounds.ts';
import { stageCounts } from '../../store/queries/stages.ts';
import { programmeId, receiveAct, useStore } from './fixture.ts';
import type { LiveRound } from './roundFixture.ts';
import { addRoundPeople, appraiseLive, moveNomination, noCounts, nominationIn, roundInputOf } from './roundFixture.ts';

const getStore = useStore();
beforeAll(() => addRoundPeople(getStore()));

async function isComplete(store: Store, { id }: LiveRound): Promise<boolean> {
  return (await completeRounds(store)).some((round) => round.id === id);
}

test('counts every state once, and lists by hash what is not over', async () => {
  const store = getStore();
  const round = await appraiseLive(store, roundInputOf('counted'));
  expect(await stageCounts(store, round.id)).toMatchObject({ counts: noCounts, nominations: [] });
  for (const [index, state] of stateNames.entries()) await nominationIn(store, round, `n-70${10 + index}`, state);
  const counted = await stageCounts(store, round.id);
  expect(counted.counts).toEqual({
    units: 3,
    department: 2,
    council: 1,
    decision: 2,
    awarded: 1,
    published: 1,
    onHold: 1,
    over: 6,
  });
  expect(Object.values(counted.counts).reduce((sum, count) => sum + count)).toBe(stateNames.length);
  expect(counted.nominations).toHaveLength(11);
  expect(counted.nominations).toEqual(counted.nominations.toSorted());
  expect(counted.listHash).toBe(canonicalHash(counted.nominations).toString('hex'));
  expect(Math.abs(Date.parse(counted.countedAt) - Date.now())).toBeLessThan(60_000);
});

test('a stage is complete exactly when the machine would complete it, whatever state the last nomination is in', async () => {
  const store = getStore();
  const round = await appraiseLive(store, roundInputOf('judged'));
  const id = await nominationIn(store, round, 'n-7100', 'draft');
  let revision = 1;
  const seen = new Set<string>();
  for (const stage of ['appraisal', 'council', 'decision', 'published'] as const) {
    expect(round.last().to).toBe(stage);
    for (const state of stateNames) {
      revision++;
      await moveNomination(store, round, id, revision, state);
      const { counts } = await stageCounts(store, round.id);
      const judged = stageRefusal(round.last().snapshot.context, counts) === null;
      expect([stage, state, await isComplete(store, round)]).toEqual([stage, state, judged]);
      seen.add(`${stage} ${judged}`);
    }
    const { counts, listHash } = await stageCounts(store, round.id);
    await round.pass({ type: 'stage.complete', at: '2020-10-02T02:00:00.000Z', counts, listHash });
  }
  expect(seen.size).toBe(8);
  expect(await isComplete(store, round)).toBe(false);
});

test('what is told of a complete round is what would be counted', async () => {
  const store = getStore();
  const round = await appraiseLive(store, roundInputOf('told'));
  for (const id of ['n-7202', 'n-7201']) await nominationIn(store, round, id, 'councilReview');
  const { counts, listHash } = await stageCounts(store, round.id);
  expect((await completeRounds(store)).find(({ id }) => id === round.id)).toEqual({
    id: round.id,
    state: 'appraisal',
    revision: round.last().revision,
    counts,
    listHash,
    countedAt: expect.any(String),
  });
});

test('an act waiting for the round or one of its nominations holds the stage; one on record does not', async () => {
  const store = getStore();
  const round = await appraiseLive(store, roundInputOf('held'));
  const id = await nominationIn(store, round, 'n-7300', 'councilReview');
  expect(await isComplete(store, round)).toBe(true);
  for (const subjectId of [id, round.id]) {
    const act = await receiveAct(store, { idempotencyKey: `held ${subjectId}`, subjectId });
    expect(await isComplete(store, round)).toBe(false);
    await store.sql`update inbox set applied_revision = 1 where id = ${act.inboxId}`;
    expect(await isComplete(store, round)).toBe(true);
  }
  const other = await receiveAct(store, { idempotencyKey: 'elsewhere', subjectId: 'n-7399' });
  expect(await isComplete(store, round)).toBe(true);
  await recordRefusal(store, other.inboxId, []);
});

test('an opening in flight holds the stage when it came within the window, or the unit’s own', async () => {
  const store = getStore();
  const round = await appraiseLive(store, roundInputOf('opening'));
  const opening = async (key: string, unitId: string, programmeAt: string, movementId = 'opening') => {
    const { inboxId } = await receiveAct(store, {
      idempotencyKey: key,
      subjectId: null,
      type: 'nomination.open',
      body: { programmeId, movementId, unitId },
    });
    await store.sql`update inbox set programme_at = ${programmeAt} where id = ${inboxId}`;
    const complete = await isComplete(store, round);
    await recordRefusal(store, inboxId, []);
    return complete;
  };
  const last = '2020-09-30T16:59:59.999Z';
  const after = '2020-10-01T02:00:00.000Z';
  expect(await opening('in time', 'hospital', last)).toBe(false);
  expect(await opening('too late', 'hospital', after)).toBe(true);
  expect(await opening('another movement', 'hospital', last, 'elsewhere')).toBe(true);
  await store.sql`update rounds set snapshot = jsonb_set(snapshot, '{context,unitWindows}', ${JSON.stringify({ clinic: after })}::jsonb)
    where id = ${round.id}`;
  expect(await opening('extended', 'clinic', after)).toBe(false);
  expect(await opening('not extended', 'hospital', after)).toBe(true);
  expect(await isComplete(store, round)).toBe(true);
});

test('among sixty rounds of ten thousand nominations the complete ones are found fast enough to ask twice a second', async () => {
  const store = getStore();
  const round = await appraiseLive(store, roundInputOf('many'));
  await nominationIn(store, round, 'n-7400', 'draft');
  const states: StateName[] = ['departmentReview', 'councilReview', 'authorityDecision', 'published', 'closed'];
  const idOf = (number: number) => `${programmeId}/many${number}/dot1`;
  await store.sql`
    insert into rounds select (jsonb_populate_record(r, jsonb_build_object('id', ${programmeId} || '/many' || k || '/dot1',
      'movement_id', 'many' || k, 'state', (array['appraisal', 'council', 'decision', 'published'])[1 + k % 4]))).*
    from rounds r, generate_series(1, 60) k where r.id = ${round.id}`;
  await store.sql`
    insert into nominations select (jsonb_populate_record(n, jsonb_build_object('id', 'm-' || k,
      'round_id', ${programmeId} || '/many' || (1 + k % 60) || '/dot1', 'state', (${states}::text[])[1 + k % 5]))).*
    from nominations n, generate_series(1, 10000) k where n.id = 'n-7400'`;
  await store.sql`analyze nominations, rounds, inbox`;

  const left = {
    appraisal: ['units', 'department', 'onHold'],
    council: ['council'],
    decision: ['decision', 'awarded'],
  } as const;
  const stages = ['appraisal', 'council', 'decision', 'published'] as const;
  const expected: string[] = [];
  for (let number = 1; number <= 60; number++) {
    const { counts } = await stageCounts(store, idOf(number));
    const before = stages
      .slice(0, 1 + (number % 4))
      .flatMap((stage) => (stage === 'published' ? ['published'] : left[stage]));
    if (before.every((where) => counts[where as keyof typeof counts] === 0)) expected.push(idOf(number));
  }
  const found = await completeRounds(store);
  expect(
    found
      .map(({ id }) => id)
      .filter((id) => id.includes('/many'))
      .toSorted(),
  ).toEqual(expected.toSorted());
  expect(expected.length).toBeGreaterThan(10);

  const timesMs: number[] = [];
  for (let run = 0; run < 15; run++) {
    const start = performance.now();
    await completeRounds(store);
    timesMs.push(performance.now() - start);
  }
  // About 10 ms where nothing else runs.
  expect(Math.min(...timesMs)).toBeLessThan(100);
});

test('the instant of a count is the last at which an act can have been received that it shows', async () => {
  const store = getStore();
  const { countedAt } = await stageCounts(store, 'gtgn-2020/none/dot1');
  const later = await receiveAct(store, { idempotencyKey: 'after the count', subjectId: 'n-7500' });
  expect(toProgramme(realClock, Date.parse(countedAt)) <= later.programmeAt).toBe(true);
  await recordRefusal(store, later.inboxId, []);
});
