import { beforeAll, expect, test } from 'vitest';
import { inboxOfPerson, inboxOfQueue } from '../../store/queries/inbox.ts';
import { record } from '../../store/record.ts';
import { at, entryOf, itemOf, useStore } from './fixture.ts';
import { addRoundPeople, beginLive, roundInputOf } from './roundFixture.ts';

const getStore = useStore();
beforeAll(() => addRoundPeople(getStore()));

test('a person’s inbox holds matters of nominations and of rounds, by urgency, page by page', async () => {
  const store = getStore();
  const round = await beginLive(store, roundInputOf('planned'));
  const [planItem] = round.last().workItems;
  const dueAt = (offsetMs: number) => new Date(Date.parse(planItem?.dueAt ?? '') + offsetMs).toISOString();
  const item = (offsetMs: number) => [itemOf('stage', 'reviewer@office', { dueAt: dueAt(offsetMs) })];
  await record(store, entryOf('gtgn-2020-9001', 1, { workItems: item(-1) }));
  await record(store, entryOf('gtgn-2020-9002', 1, { workItems: item(1) }));

  const all = await inboxOfPerson(store, 'reviewer', at);
  expect(all.map(({ subject }) => subject.id)).toEqual(['gtgn-2020-9001', round.id, 'gtgn-2020-9002']);
  expect(all[1]).toEqual({
    subject: { kind: 'round', id: round.id },
    state: 'planning',
    revision: 1,
    nominee: null,
    unitId: null,
    programmeRef: 'gtgn-2020@1#abc',
    movementId: 'planned',
    key: 'planning',
    queue: 'reviewer@office',
    openedAt: '2020-08-25T02:00:00.000Z',
    dueAt: planItem?.dueAt,
    nextEscalationAt: planItem?.nextEscalationAt,
    level: 0,
    escalatedTo: null,
    provisional: false,
  });
  expect(all[0]).toMatchObject({
    subject: { kind: 'nomination', id: 'gtgn-2020-9001' },
    nominee: { kind: 'individual', id: 'nurse', name: 'Trần Thị Mai' },
    unitId: 'hospital',
    state: 'draft',
  });

  const seen: string[] = [];
  for (let [last] = await inboxOfQueue(store, 'reviewer@office', { limit: 1 }); last; ) {
    seen.push(last.subject.id);
    [last] = await inboxOfQueue(store, 'reviewer@office', { limit: 1, after: last });
  }
  expect(seen).toEqual(all.map(({ subject }) => subject.id));
});

test('a round’s matter escalated to a queue is in its inbox too', async () => {
  const store = getStore();
  const round = await beginLive(store, roundInputOf('escalated'));
  await round.pass({ type: 'deadline.pass', at: '2020-09-20T02:00:00.000Z' });
  expect(await inboxOfQueue(store, 'councilSecretary@office')).toMatchObject([
    {
      subject: { kind: 'round', id: round.id },
      queue: 'reviewer@office',
      level: 1,
      escalatedTo: 'councilSecretary@office',
    },
  ]);
});
