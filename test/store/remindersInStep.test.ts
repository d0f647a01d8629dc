import { expect, test } from 'vitest';
import type { WorkItem } from '../../contract/nomination.ts';
import type { Store } from '../../store/connect.ts';
import { openWorkItems } from '../../store/queries/details.ts';
import { record } from '../../store/record.ts';
import { entryOf, itemOf, useStore } from './fixture.ts';

const getStore = useStore();

const day = (date: number) => `2020-09-${String(date).padStart(2, '0')}T17:00:00.000Z`;

function stage(remindAt: string[] | undefined, change: Partial<WorkItem> = {}): WorkItem {
  return itemOf('stage', 'unitClerk@hospital', { ...(remindAt ? { remindAt } : {}), ...change });
}

/** The reminders of a subject by matter, those sent marked. */
async function remindersOf(store: Store, subjectId: string): Promise<string[]> {
  const rows = await store.sql<{ key: string; at: string; sent: boolean }[]>`
    select w.key, r.remind_at as at, r.sent_at is not null as sent
    from reminders r join work_items w on w.id = r.work_item_id where w.subject_id = ${subjectId} order by w.key, r.remind_at, sent`;
  return rows.map(({ key, at, sent }) => `${key} ${new Date(at).toISOString()}${sent ? ' sent' : ''}`);
}

test('an item’s waiting reminders are those it names, and follow it when its deadline moves', async () => {
  const store = getStore();
  const id = 'gtgn-2020-6001';
  await record(store, entryOf(id, 1, { workItems: [stage([day(10), day(20)]), itemOf('stage:b', 'appraiser@b')] }));
  expect(await remindersOf(store, id)).toEqual([`stage ${day(10)}`, `stage ${day(20)}`]);
  await record(store, entryOf(id, 2, { workItems: [stage([day(20), day(25)])] }));
  expect(await remindersOf(store, id)).toEqual([`stage ${day(20)}`, `stage ${day(25)}`]);
  await record(store, entryOf(id, 3, { workItems: [stage(undefined)] }));
  expect(await remindersOf(store, id)).toEqual([]);
});

test('one that was sent stays, and is not sent again when the item names it again', async () => {
  const store = getStore();
  const id = 'gtgn-2020-6002';
  await record(store, entryOf(id, 1, { workItems: [stage([day(10), day(20)])] }));
  await store.sql`update reminders set sent_at = now() where remind_at = ${day(10)}
    and work_item_id in (select id from work_items where subject_id = ${id})`;
  await record(store, entryOf(id, 2, { workItems: [stage([day(10), day(22)])] }));
  const kept = [`stage ${day(10)} sent`, `stage ${day(22)}`];
  expect(await remindersOf(store, id)).toEqual(kept);
  await record(store, entryOf(id, 2, { workItems: [stage([day(10), day(22)])] }));
  expect(await remindersOf(store, id)).toEqual(kept);
});

test('a matter that closes takes its waiting reminders along; the same key later has its own', async () => {
  const store = getStore();
  const id = 'gtgn-2020-6003';
  await record(store, entryOf(id, 1, { workItems: [stage([day(10), day(20)])] }));
  await store.sql`update reminders set sent_at = now() where remind_at = ${day(10)}
    and work_item_id in (select id from work_items where subject_id = ${id})`;
  await record(store, entryOf(id, 2, { workItems: [itemOf('other', 'reviewer@office', { remindAt: [day(15)] })] }));
  expect(await remindersOf(store, id)).toEqual([`other ${day(15)}`, `stage ${day(10)} sent`]);
  await record(store, entryOf(id, 3, { workItems: [stage([day(10)])] }));
  expect(await remindersOf(store, id)).toEqual([`stage ${day(10)}`, `stage ${day(10)} sent`]);
});

test('an item says whether its day is provisional, and no longer does once the notice is out', async () => {
  const store = getStore();
  const id = 'gtgn-2020-6004';
  await record(store, entryOf(id, 1, { workItems: [stage(undefined, { provisional: true })] }));
  const [before] = await openWorkItems(store, id);
  expect(before).toMatchObject({ provisional: true });
  await record(store, entryOf(id, 2, { workItems: [stage(undefined)] }));
  expect(await openWorkItems(store, id)).toEqual([{ ...before, provisional: false }]);
});

test('a nomination’s round and an act’s lateness are on record', async () => {
  const store = getStore();
  const id = 'gtgn-2020-6005';
  const roundId = 'gtgn-2020/covid/dot1';
  await record(store, entryOf(id, 1, {}, { roundId }));
  await record(store, entryOf(id, 2, { late: true }, { roundId }));
  expect(await store.sql`select round_id from nominations where id = ${id}`).toEqual([{ round_id: roundId }]);
  expect(await store.sql`select late from transitions where subject_id = ${id} order by revision`).toEqual([
    { late: false },
    { late: true },
  ]);
});
