import { beforeAll, describe, expect, test } from 'vitest';
import type { RoundActType } from '../../contract/roundEvents.ts';
import type { Store } from '../../store/connect.ts';
import { coverage } from '../../store/queries/coverage.ts';
import {
  roundById,
  roundList,
  roundPlan,
  roundsAt,
  roundsChanging,
  stalledRounds,
} from '../../store/queries/rounds.ts';
import { programmeId, receiveAct, useStore } from './fixture.ts';
import type { LiveRound } from './roundFixture.ts';
import {
  addRoundPeople,
  beginLive,
  clinicHead,
  head,
  nominationIn,
  openLive,
  plan,
  planHash,
  roundInputOf,
} from './roundFixture.ts';

const getStore = useStore();
beforeAll(() => addRoundPeople(getStore()));

const when = '2020-09-02T02:00:00.000Z';
const answer = (round: LiveRound, by: typeof head, unit: string, takesPart: boolean) =>
  round.act(by, when, { type: 'unit.answer', unit, takesPart }, { unit, takesPart });
const register = (round: LiveRound) =>
  round.act(
    head,
    when,
    { type: 'unit.register', unit: 'hospital', nominees: 2 },
    { unit: 'hospital', nominees: ['a', 'b'].map((id) => ({ kind: 'individual', id, name: `Ông ${id}` })) },
  );

test('rounds are found by id, by movement and by state', async () => {
  const store = getStore();
  const first = await openLive(store, roundInputOf('listed'));
  const second = await beginLive(store, {
    ...roundInputOf('listed'),
    roundId: `${programmeId}/listed/dot2`,
    phaseId: 'dot2',
    begunAt: '2020-08-26T02:00:00.000Z',
  });
  await beginLive(store, roundInputOf('another'));
  expect((await roundsAt(store, programmeId, 'listed')).map(({ id }) => id)).toEqual([first.id, second.id]);
  expect((await roundList(store, { movementId: 'listed', state: 'open' })).map(({ id }) => id)).toEqual([first.id]);
  expect(await roundList(store)).toHaveLength(3);
  expect(await roundList(store, { programmeId: 'none' })).toEqual([]);
  expect(await roundById(store, 'gtgn-2020/listed/dot3')).toBeNull();
  expect(await roundPlan(store, first.id, 'approved')).toMatchObject({ version: 1, content: plan, hash: planHash });
  expect(await roundPlan(store, second.id, 'latest')).toBeNull();
});

test('coverage names every unit of the round with what it has done, and nothing of other rounds', async () => {
  const store = getStore();
  const round = await openLive(store, roundInputOf('covered'));
  const other = await openLive(store, roundInputOf('uncovered'));
  await answer(round, head, 'hospital', true);
  await answer(other, clinicHead, 'clinic', false);
  await register(round);
  await nominationIn(store, round, 'n-8000', 'draft');
  const nothing = { registrations: 0, covenants: 0, nominations: 0 };
  expect(await coverage(store, round.id)).toEqual([
    {
      unitId: 'hospital',
      name: 'Đơn vị hospital',
      answeredAt: when,
      takesPart: true,
      registrations: 2,
      covenants: 0,
      nominations: 1,
    },
    { unitId: 'clinic', name: 'Phòng khám đa khoa', answeredAt: null, takesPart: null, ...nothing },
  ]);
  expect((await coverage(store, other.id)).map(({ takesPart }) => takesPart)).toEqual([null, false]);
});

describe('a movement that stands still', () => {
  // Launched on 1 September, local time; its rule is 14 days.
  const tooSoon = '2020-09-14T17:00:00.000Z';
  const stalled = '2020-09-14T17:00:00.001Z';
  const isStalled = async (store: Store, { id }: LiveRound, now = stalled) =>
    (await stalledRounds(store, now)).some((round) => round.id === id);

  test('is found after its days, and only once', async () => {
    const store = getStore();
    const round = await openLive(store, roundInputOf('still'));
    expect(await isStalled(store, round, tooSoon)).toBe(false);
    expect((await stalledRounds(store, stalled)).filter(({ id }) => id === round.id)).toEqual([
      { id: round.id, revision: round.last().revision },
    ]);
    await round.pass({ type: 'movement.stall', at: stalled });
    expect(await isStalled(store, round)).toBe(false);
  });

  test('is not one where somebody takes part, registers or nominates, nor one without such a rule', async () => {
    const store = getStore();
    const refusing = await openLive(store, roundInputOf('refusing'));
    await answer(refusing, head, 'hospital', false);
    expect(await isStalled(store, refusing)).toBe(true);
    await answer(refusing, clinicHead, 'clinic', true);
    expect(await isStalled(store, refusing)).toBe(false);

    const registering = await openLive(store, roundInputOf('registering'));
    await register(registering);
    const nominating = await openLive(store, roundInputOf('nominating'));
    await nominationIn(store, nominating, 'n-8100', 'draft');
    const patient = await openLive(store, roundInputOf('patient', { stalledAfterDays: null }));
    const planning = await beginLive(store, roundInputOf('unlaunched'));
    for (const round of [registering, nominating, patient, planning]) expect(await isStalled(store, round)).toBe(false);
  });
});

test('an opening waits behind acts on a round of its movement that were received before it', async () => {
  const store = getStore();
  const round = await openLive(store, roundInputOf('waited'));
  const type: RoundActType = 'unit.answer';
  const act = await receiveAct(store, {
    idempotencyKey: 'waited',
    subjectId: round.id,
    actorId: 'head',
    as: 'unitHead',
    type,
  });
  const after = new Date(Date.parse(act.receivedAt) + 1).toISOString();
  expect(await roundsChanging(store, programmeId, 'waited', after)).toBe(true);
  expect(await roundsChanging(store, programmeId, 'waited', act.receivedAt)).toBe(false);
  expect(await roundsChanging(store, programmeId, 'listed', after)).toBe(false);
  await store.sql`update inbox set applied_revision = 5 where id = ${act.inboxId}`;
  expect(await roundsChanging(store, programmeId, 'waited', after)).toBe(false);
});
