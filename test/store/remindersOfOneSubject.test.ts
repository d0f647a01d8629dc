import { expect, test } from 'vitest';
import type { ProgrammeClock } from '../../contract/clock.ts';
import { uuidV7 } from '../../store/ids.ts';
import { noticesOfNomination } from '../../store/queries/notices.ts';
import { record } from '../../store/record.ts';
import type { ReminderData } from '../../store/reminders.ts';
import { sendDueReminders } from '../../store/reminders.ts';
import { entryOf, itemOf, programmeId, useStore } from './fixture.ts';

const getStore = useStore();
const remindAt = '2020-09-27T01:00:00.000Z';
const clock: ProgrammeClock = { origin: remindAt, start: new Date(Date.now() - 1_000).toISOString(), speed: 1e-9 };

test('reminders of two matters of one subject at one instant are two notices to a person, and two posts', async () => {
  const store = getStore();
  await store.sql`
    insert into webhooks (id, url, secret, templates, active, created_at)
    values ('wh', 'https://receiver.example', 's', '[]', true, real_now())`;
  const id = `${programmeId}-${uuidV7()}`;
  const keys = ['open:answer:clinic', 'open:answer:hospital'];
  const items = keys.map((key) => itemOf(key, 'unitHead@hospital', { remindAt: [remindAt] }));
  await record(store, entryOf(id, 1, { workItems: items }));
  expect(await sendDueReminders(store, clock, 100)).toBe(2);
  expect(await sendDueReminders(store, clock, 100)).toBe(0);

  const rows = await noticesOfNomination(store, id);
  const matters = (channel: string) =>
    rows
      .filter((row) => row.channel === channel)
      .map(({ recipientPerson, data, occasion }) => [recipientPerson, (data as ReminderData).matter.key, occasion])
      .toSorted();
  expect(matters('email')).toEqual(keys.map((key) => ['head', key, `${remindAt} ${key}`]));
  expect(matters('webhook')).toEqual(keys.map((key) => ['wh', key, `${remindAt} ${key}`]));
});
