import { beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../store/connect.ts';
import { confirmApplied, outcomeOf } from '../../store/deliver.ts';
import { roundById } from '../../store/queries/rounds.ts';
import { timeline } from '../../store/queries/timeline.ts';
import { record } from '../../store/record.ts';
import { at, entryOf, receiveAct, useStore } from './fixture.ts';
import { addRoundPeople, begunAt, chair, closesAt, openLive, roundInputOf } from './roundFixture.ts';

const getStore = useStore();
beforeAll(() => addRoundPeople(getStore()));

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
