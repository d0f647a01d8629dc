import { beforeAll, describe, expect, test } from 'vitest';
import { applyRound, beginRound } from '../../machines/round/interpreter.ts';
import type { Store } from '../../store/connect.ts';
import { claimUndelivered, confirmApplied, outcomeOf } from '../../store/deliver.ts';
import { OutOfOrder, RecordConflict } from '../../store/errors.ts';
import { openWorkItems, undeliveredActs } from '../../store/queries/details.ts';
import { roundById } from '../../store/queries/rounds.ts';
import { recordRound } from '../../store/recordRound.ts';
import { receiveAct, useStore } from './fixture.ts';
import {
  addRoundPeople,
  beginLive,
  begunAt,
  plan,
  planFacts,
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
