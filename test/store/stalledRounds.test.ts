import { beforeAll, expect, test } from 'vitest';
import { recordRefusal } from '../../store/deliver.ts';
import { stalledRounds } from '../../store/queries/rounds.ts';
import { receiveAct, receiveOpening, useStore } from './fixture.ts';
import { addRoundPeople, clinicHead, head, openLive, roundInputOf } from './roundFixture.ts';

const getStore = useStore();
beforeAll(() => addRoundPeople(getStore()));

/** After the fourteen days of its rule. */
const stalled = '2020-09-16T02:00:00.000Z';

test('a movement is not found stalled while something received for its round waits: that comes first', async () => {
  const store = getStore();
  const round = await openLive(store, roundInputOf('waiting'));
  const other = await openLive(store, roundInputOf('quiet'));
  const found = async () => (await stalledRounds(store, stalled)).map(({ id }) => id);
  const both = [other.id, round.id].toSorted();
  expect(await found()).toEqual(both);

  const share = await receiveAct(store, {
    idempotencyKey: 'share',
    subjectId: round.id,
    actorId: 'chair',
    as: 'approvingAuthority',
    type: 'deadline.change',
  });
  expect(await found()).toEqual([other.id]);
  await recordRefusal(store, share.inboxId, [{ code: 'STALE_REVISION', detail: {} }]);
  expect(await found()).toEqual(both);

  // On record and not yet confirmed is no reason to wait: the record stands.
  const [who, as] = clinicHead;
  await round.act(head, stalled, { type: 'unit.answer', unit: 'hospital', takesPart: false }, { takesPart: false });
  const late = await receiveAct(store, {
    idempotencyKey: 'late',
    subjectId: round.id,
    actorId: who.personId,
    as,
    type: 'unit.answer',
  });
  await store.sql`update inbox set applied_revision = ${round.last().revision} where id = ${late.inboxId}`;
  expect(await found()).toEqual(both);
});

test('nor while a nomination of its movement is being opened', async () => {
  const store = getStore();
  // The movement that `receiveOpening` nominates in.
  const round = await openLive(store, roundInputOf('covid'));
  const found = async () => (await stalledRounds(store, stalled)).some(({ id }) => id === round.id);
  expect(await found()).toBe(true);
  await receiveOpening(store, 'first nomination');
  expect(await found()).toBe(false);
});
