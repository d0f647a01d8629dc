import { beforeAll, describe, expect, test } from 'vitest';
import { applyRound, beginRound } from '../../machines/round/interpreter.ts';
import { canonicalHash } from '../../store/audit/canonical.ts';
import { verifyChain } from '../../store/audit/verify.ts';
import type { Store } from '../../store/connect.ts';
import { claimUndelivered, confirmApplied, outcomeOf } from '../../store/deliver.ts';
import { OutOfOrder, RecordConflict } from '../../store/errors.ts';
import { openWorkItems, undeliveredActs } from '../../store/queries/details.ts';
import { roundById, roundPlan } from '../../store/queries/rounds.ts';
import { stageCounts } from '../../store/queries/stages.ts';
import { roundPath, roundTimeline, timeline } from '../../store/queries/timeline.ts';
import { record } from '../../store/record.ts';
import { recordRound } from '../../store/recordRound.ts';
import { at, entryOf, receiveAct, useStore } from './fixture.ts';
import {
  addRoundPeople,
  appraiseLive,
  beginLive,
  begunAt,
  chair,
  closesAt,
  head,
  moveNomination,
  nominationIn,
  openLive,
  opensAt,
  plan,
  planFacts,
  planHash,
  reviewer,
  roundEntryOf,
  roundInputOf,
} from './roundFixture.ts';

const getStore = useStore();
beforeAll(() => addRoundPeople(getStore()));

async function rowsOf(store: Store, roundId: string) {
  const [row] = await store.sql`
    select (select count(*)::int from rounds where id = ${roundId}) as rounds,
      (select count(*)::int from transitions where subject_id = ${roundId}) as transitions,
      (select count(*)::int from work_items where subject_id = ${roundId}) as items,
      (select count(*)::int from outbox where subject_id = ${roundId}) as notices,
      (select count(*)::int from round_plans where round_id = ${roundId}) as plans,
      (select count(*)::int from audit_entries where subject_id = ${roundId}) as audit`;
  return row;
}

describe('recordRound', () => {
  test('a round begins with projection, timeline, work item, notice and audit entry', async () => {
    const store = getStore();
    const { id } = await beginLive(store, roundInputOf('begins'));
    expect(await roundById(store, id)).toMatchObject({
      programmeId: 'gtgn-2020',
      movementId: 'begins',
      phaseId: 'dot1',
      state: 'planning',
      revision: 1,
      begunAt,
      planHash: null,
      wakeAt: (await openWorkItems(store, id))[0]?.nextEscalationAt,
      openedAt: null,
      closedAt: null,
    });
    expect(await rowsOf(store, id)).toEqual({ rounds: 1, transitions: 1, items: 1, notices: 1, plans: 0, audit: 1 });
    const [told] = await store.sql`select recipient_person, data from outbox where subject_id = ${id}`;
    expect(told).toMatchObject({ recipient_person: 'reviewer', data: { type: 'round.begin', movementId: 'begins' } });
    expect(told?.data).not.toHaveProperty('nominee');
  });

  test('ten repetitions at once write everything once', async () => {
    const store = getStore();
    const input = roundInputOf('repeated');
    const begun = beginRound(input);
    const first = roundEntryOf(input.roundId, begun, { type: 'round.begin', at: begunAt });
    const ten = <T>(work: () => Promise<T>) => Promise.all(Array.from({ length: 10 }, work));
    const wrote = (all: { alreadyRecorded: boolean }[]) => all.filter(({ alreadyRecorded }) => !alreadyRecorded);
    expect(wrote(await ten(() => recordRound(store, first)))).toHaveLength(1);

    const act = await receiveAct(store, {
      idempotencyKey: 'submit',
      subjectId: input.roundId,
      actorId: 'reviewer',
      as: 'reviewer',
      type: 'plan.submit',
      body: { plan },
    });
    const event = {
      type: 'plan.submit' as const,
      at: '2020-08-26T02:00:00.000Z',
      actor: reviewer[0],
      as: reviewer[1],
      reasonGiven: false,
      plan: planFacts,
    };
    const next = applyRound(begun.snapshot, event);
    if (!next) throw new Error('refused');
    const second = roundEntryOf(input.roundId, next, event, act.inboxId);
    expect(wrote(await ten(() => recordRound(store, second)))).toHaveLength(1);
    expect(await rowsOf(store, input.roundId)).toMatchObject({ rounds: 1, transitions: 2, plans: 1, audit: 3 });
  });

  test('a revision ahead of its turn is retryable; another event under a recorded one is a conflict', async () => {
    const store = getStore();
    const input = roundInputOf('order');
    const begun = beginRound(input);
    const passed = { type: 'deadline.pass' as const, at: '2020-09-20T00:00:00.000Z' };
    const next = applyRound(begun.snapshot, passed);
    if (!next) throw new Error('refused');
    const second = roundEntryOf(input.roundId, next, passed);
    await expect(recordRound(store, second)).rejects.toSatisfy(
      (error) => error instanceof OutOfOrder && error.retryable,
    );
    expect(await rowsOf(store, input.roundId)).toMatchObject({ rounds: 0, transitions: 0 });
    await recordRound(store, roundEntryOf(input.roundId, begun, { type: 'round.begin', at: begunAt }));
    await recordRound(store, second);
    await expect(recordRound(store, { ...second, event: { type: 'movement.stall', at: passed.at } })).rejects.toThrow(
      RecordConflict,
    );
    expect(
      await store.sql`select kind from audit_entries where subject_id = ${input.roundId} order by revision`,
    ).toEqual([{ kind: 'applied' }, { kind: 'deadline' }]);
  });

  test('an act on record stays received, and is delivered again, until the engine confirms it', async () => {
    const store = getStore();
    const round = await beginLive(store, roundInputOf('confirmed'));
    const event = { type: 'plan.submit' as const, plan: planFacts };
    const { inboxId } = await round.act(reviewer, '2020-08-26T02:00:00.000Z', event, { plan });
    // As a crash between record and confirmation leaves it.
    await store.sql`update inbox set status = 'received', lease_until = now() - interval '1 s' where id = ${inboxId}`;
    expect(await outcomeOf(store, inboxId)).toMatchObject({
      status: 'received',
      type: 'plan.submit',
      answer: { state: 'planReview', revision: 2 },
    });
    expect(await claimUndelivered(store, 'again', 10, round.id)).toMatchObject([{ id: inboxId, changeId: null }]);
    await confirmApplied(store, inboxId);
    expect(await undeliveredActs(store, round.id)).toEqual([]);
  });
});

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

describe('a whole life', () => {
  test('from the plan to the close: states, handed-on lists, work items and an unbroken chain', async () => {
    const store = getStore();
    const round = await appraiseLive(store, roundInputOf('lived'));
    const ids = ['gtgn-2020-5001', 'gtgn-2020-5002', 'gtgn-2020-5003'];
    for (const id of ids) await nominationIn(store, round, id, 'councilReview');
    await moveNomination(store, round, 'gtgn-2020-5002', 2, 'refused');

    async function complete(when: string) {
      const { counts, listHash, nominations } = await stageCounts(store, round.id);
      await round.pass({ type: 'stage.complete', at: when, counts, listHash });
      return nominations;
    }
    expect(await complete('2020-10-05T02:00:00.000Z')).toEqual(['gtgn-2020-5001', 'gtgn-2020-5003']);
    expect(round.last().to).toBe('council');
    const standing = ['gtgn-2020-5001', 'gtgn-2020-5003'] as const;
    for (const id of standing) await moveNomination(store, round, id, 2, 'authorityDecision');
    await complete('2020-10-10T02:00:00.000Z');
    for (const id of standing) await moveNomination(store, round, id, 3, 'published');
    await complete('2020-10-15T02:00:00.000Z');
    for (const id of standing) await moveNomination(store, round, id, 4, 'closed');
    await complete('2020-11-20T02:00:00.000Z');

    expect(await roundPath(store, round.id)).toEqual([
      'planning',
      'planReview',
      'approved',
      'open',
      'appraisal',
      'council',
      'decision',
      'published',
      'closed',
    ]);
    expect(await roundById(store, round.id)).toMatchObject({
      state: 'closed',
      planHash,
      wakeAt: null,
      openedAt: opensAt,
      closedAt: '2020-11-20T02:00:00.000Z',
    });
    expect(await openWorkItems(store, round.id)).toEqual([]);
    const handovers =
      await store.sql`select stage, nominations, list_hash from round_handovers where round_id = ${round.id} order by revision`;
    expect(handovers).toEqual(
      [
        ['appraisal', [...standing]],
        ['council', [...standing]],
        ['decision', [...standing]],
        ['published', []],
      ].map(([stage, nominations]) => ({
        stage,
        nominations,
        list_hash: canonicalHash(nominations).toString('hex'),
      })),
    );
    expect((await verifyChain(store.sql)).map(({ firstBreak }) => firstBreak)).toEqual([null, null]);
  });

  test('a nomination that ends between the count and its recording is still on the list handed on', async () => {
    const store = getStore();
    const round = await appraiseLive(store, roundInputOf('raced'));
    const ids = ['gtgn-2020-5101', 'gtgn-2020-5102'];
    for (const id of ids) await nominationIn(store, round, id, 'councilReview');
    const when = '2020-10-05T02:00:00.000Z';
    const { counts, listHash } = await stageCounts(store, round.id);
    await moveNomination(store, round, 'gtgn-2020-5101', 2, 'refused', '2020-10-05T02:00:00.500Z');
    await round.pass({ type: 'stage.complete', at: when, counts, listHash });
    const [handover] = await store.sql`select nominations, counts from round_handovers where round_id = ${round.id}`;
    expect(handover).toMatchObject({ nominations: ids, counts: { council: 2 } });
  });

  test('notices of the launch go to the units, of a missed answer to those that have not given one', async () => {
    const store = getStore();
    const round = await openLive(store, roundInputOf('told'));
    await round.act(
      head,
      '2020-09-02T02:00:00.000Z',
      { type: 'unit.answer', unit: 'hospital', takesPart: true },
      { unit: 'hospital', takesPart: true },
    );
    await round.pass({ type: 'deadline.pass', at: '2020-09-10T17:00:00.000Z' });
    const told = await store.sql`
      select template, array_agg(recipient_person order by recipient_person) as people, min(data #>> '{deadline,name}') as deadline
      from outbox where subject_id = ${round.id} and template in ('round.open', 'round.escalated') group by template order by template`;
    expect(told).toEqual([
      { template: 'round.escalated', people: ['clinic.head', 'secretary'], deadline: 'answer' },
      { template: 'round.open', people: ['clerk', 'clinic.head', 'head', 'reviewer', 'secretary'], deadline: 'answer' },
    ]);
  });
});

describe('a change', () => {
  async function apply(store: Store, id: string, holdNotices: boolean): Promise<void> {
    await store.sql`
      insert into changes (id, programme_id, spec, preview, hash, actor_id, as_role, reason, hold_notices, applied_at)
      values (${id}, 'gtgn-2020', '{}', '{}', '', 'chair', 'approvingAuthority', 'Dịch bùng phát', ${holdNotices}, ${begunAt})`;
  }

  test('of a round is told as one of its batch, about the deadline that moved, and held when it was applied so', async () => {
    const store = getStore();
    const round = await openLive(store, roundInputOf('extended'));
    const dueAt = '2020-10-15T16:59:59.999Z';
    for (const [changeId, held] of [
      ['extend 1', true],
      ['extend 2', false],
    ] as const) {
      await apply(store, changeId, held);
      const event = {
        type: 'deadline.change' as const,
        changeId,
        of: 'closing' as const,
        dueAt: held ? dueAt : closesAt,
      };
      await round.act(chair, '2020-09-03T02:00:00.000Z', event, { changeId });
    }
    const told = await store.sql`
      select batch_id, status, data ->> 'changeId' as change, data #>> '{deadline,name}' as deadline, count(*)::int as people
      from outbox where subject_id = ${round.id} and template = 'deadline.change' group by 1, 2, 3, 4 order by 1`;
    expect(told).toEqual([
      { batch_id: 'extend 1', status: 'held', change: 'extend 1', deadline: 'closing', people: 5 },
      { batch_id: 'extend 2', status: 'pending', change: 'extend 2', deadline: 'closing', people: 5 },
    ]);
    expect(await roundById(store, round.id)).toMatchObject({ state: 'open', closesAt });
  });

  test('of a nomination closes its share of the inbox like an act, and is told as one of its batch', async () => {
    const store = getStore();
    const id = 'gtgn-2020-5201';
    await record(store, entryOf(id, 1));
    await apply(store, 'suspend', true);
    const share = await receiveAct(store, { idempotencyKey: 'share', subjectId: id, type: 'round.suspend' });
    await store.sql`update inbox set change_id = 'suspend' where id = ${share.inboxId}`;
    const [actor, as] = chair;
    const event = { type: 'round.suspend' as const, changeId: 'suspend', at, actor, as, reasonGiven: true };
    const notices = [{ template: 'round.suspend' as const, to: 'bodyInCharge' as const }];
    await record(store, entryOf(id, 2, { event, inboxId: share.inboxId, notices }));
    await confirmApplied(store, share.inboxId);
    expect(await outcomeOf(store, share.inboxId)).toMatchObject({
      status: 'applied',
      answer: { state: 'draft', revision: 2 },
    });
    expect((await timeline(store, id)).at(-1)).toMatchObject({ type: 'round.suspend', changeId: 'suspend' });
    expect(await store.sql`select batch_id, status, recipient_person from outbox where subject_id = ${id}`).toEqual([
      { batch_id: 'suspend', status: 'held', recipient_person: 'reviewer' },
    ]);
  });
});
