import { beforeAll, describe, expect, test } from 'vitest';
import { roundById, roundPlan } from '../../store/queries/rounds.ts';
import { roundTimeline } from '../../store/queries/timeline.ts';
import { useStore } from './fixture.ts';
import {
  addRoundPeople,
  beginLive,
  chair,
  closesAt,
  head,
  openLive,
  opensAt,
  plan,
  planFacts,
  reviewer,
  roundInputOf,
} from './roundFixture.ts';

const getStore = useStore();
beforeAll(() => addRoundPeople(getStore()));

describe('what an act on a round brings', () => {
  test('each plan is a version; the approval freezes the one that was seen', async () => {
    const store = getStore();
    const round = await beginLive(store, roundInputOf('planned'));
    const submit = (when: string, hash: string, note: string) =>
      round.act(reviewer, when, { type: 'plan.submit', plan: { ...planFacts, hash } }, { plan: { ...plan, note } });
    await submit('2020-08-26T02:00:00.000Z', '1'.repeat(64), 'bản đầu');
    await submit('2020-08-27T02:00:00.000Z', '2'.repeat(64), 'bản sửa');
    expect(await roundPlan(store, round.id, 'approved')).toBeNull();
    const hash = '2'.repeat(64);
    await round.act(chair, '2020-08-28T02:00:00.000Z', { type: 'plan.approve', planHash: hash }, { planHash: hash });
    expect(await roundPlan(store, round.id, 'latest')).toEqual(await roundPlan(store, round.id, 'approved'));
    expect(await roundPlan(store, round.id, 'approved')).toEqual({
      roundId: round.id,
      version: 2,
      content: { ...plan, note: 'bản sửa' },
      hash,
      submittedRevision: 3,
      approvedRevision: 4,
    });
    expect(await roundById(store, round.id)).toMatchObject({ state: 'approved', planHash: hash, opensAt, closesAt });
  });

  test('a unit’s latest answer, its registrations and its covenants are kept with their texts', async () => {
    const store = getStore();
    const round = await openLive(store, roundInputOf('launched'));
    const day = (date: number) => `2020-09-0${date}T02:00:00.000Z`;
    const answer = (when: string, takesPart: boolean, unitPlan: string) =>
      round.act(
        head,
        when,
        { type: 'unit.answer', unit: 'hospital', takesPart },
        { unit: 'hospital', takesPart, unitPlan },
      );
    await answer(day(2), false, 'Chưa tham gia');
    await answer(day(3), true, 'Phát động tại 12 khoa');
    const nominees = [
      { kind: 'individual', id: 'nurse', name: 'Trần Thị Mai', title: 'Điều dưỡng' },
      { kind: 'individual', id: 'porter', name: 'Lê Văn Bình' },
      { kind: 'individual', id: 'nurse', name: 'Trần Thị Mai', title: 'Điều dưỡng trưởng' },
    ];
    const register = (when: string, list: typeof nominees) =>
      round.act(
        head,
        when,
        { type: 'unit.register', unit: 'hospital', nominees: list.length },
        { unit: 'hospital', nominees: list },
      );
    await register(day(4), nominees);
    await register(day(5), [{ kind: 'individual', id: 'porter', name: 'Lê Văn Bình', title: 'Hộ lý' }]);
    const parties = ['Khoa Nội', 'Khoa Ngoại'];
    const { inboxId } = await round.act(
      head,
      day(6),
      { type: 'unit.signCovenant', unit: 'hospital', kind: 'withinUnit', parties: 2 },
      { unit: 'hospital', kind: 'withinUnit', parties, signedOn: '2020-09-04', content: 'Cùng thi đua' },
    );
    expect(await store.sql`select takes_part, unit_plan from round_units where round_id = ${round.id}`).toEqual([
      { takes_part: true, unit_plan: 'Phát động tại 12 khoa' },
    ]);
    expect(
      await store.sql`select nominee_id, title from registrations where round_id = ${round.id} order by nominee_id`,
    ).toEqual([
      { nominee_id: 'nurse', title: 'Điều dưỡng trưởng' },
      { nominee_id: 'porter', title: 'Hộ lý' },
    ]);
    expect(await store.sql`select * from covenants where round_id = ${round.id}`).toMatchObject([
      {
        inbox_id: inboxId,
        unit_id: 'hospital',
        kind: 'withinUnit',
        parties,
        signed_on: '2020-09-04',
        content: 'Cùng thi đua',
      },
    ]);
    expect((await roundTimeline(store, round.id)).at(-1)).toMatchObject({
      type: 'unit.signCovenant',
      from: 'open',
      to: 'open',
      actor: { id: 'head', as: 'unitHead' },
      body: { parties },
      late: false,
      changeId: null,
    });
  });
});
