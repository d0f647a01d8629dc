import { beforeEach, describe, expect, test } from 'vitest';
import type { ProgrammeClock } from '../../contract/clock.ts';
import type { Store } from '../../store/connect.ts';
import { uuidV7 } from '../../store/ids.ts';
import { noticeValues } from '../../store/outboxFacts.ts';
import { noticesOfNomination } from '../../store/queries/notices.ts';
import { record } from '../../store/record.ts';
import { sendDueReminders } from '../../store/reminders.ts';
import { at, entryOf, itemOf, programmeId, useStore } from './fixture.ts';

const store = useStore();
const dueAt = '2020-09-30T16:59:59.999Z';
const week = '2020-09-23T01:00:00.000Z';
const threeDays = '2020-09-27T01:00:00.000Z';
const oneDay = '2020-09-29T01:00:00.000Z';
/** What tells apart the reminders of the one matter here. */
const of = (remindAt: string) => `${remindAt} draft`;

/** A clock that stands at the instant. */
function standing(origin: string): ProgrammeClock {
  return { origin, start: new Date(Date.now() - 1_000).toISOString(), speed: 1e-9 };
}

async function opened(remindAt: string[], change = {}): Promise<string> {
  const id = `${programmeId}-${uuidV7()}`;
  const item = itemOf('draft', 'unitClerk@hospital', { dueAt, remindAt, ...change });
  await record(store(), entryOf(id, 1, { workItems: [item] }));
  return id;
}

const waiting = (id: string) => store().sql`
  select remind_at, sent_at is not null as sent from reminders r join work_items w on w.id = r.work_item_id
  where w.subject_id = ${id} order by remind_at`;

const told = async (id: string) =>
  (await noticesOfNomination(store(), id)).map(({ template, occasion, recipientPerson, revision, status }) => ({
    template,
    occasion,
    recipientPerson,
    revision,
    status,
  }));

beforeEach(async () => {
  await store().sql`delete from reminders`;
});

describe('reminders', () => {
  test('come when they are due by the programme clock, to whoever holds the queue, once for each step', async () => {
    const id = await opened([week, threeDays, oneDay]);
    expect(await sendDueReminders(store(), standing('2020-09-23T00:59:59.000Z'), 100)).toBe(0);
    expect(await sendDueReminders(store(), standing(week), 100)).toBe(1);
    expect(await sendDueReminders(store(), standing('2020-09-25T00:00:00.000Z'), 100)).toBe(0);
    const first = {
      template: 'deadline.remind',
      occasion: of(week),
      recipientPerson: 'clerk',
      revision: 1,
      status: 'pending',
    };
    expect(await told(id)).toEqual([first]);
    expect(await sendDueReminders(store(), standing(threeDays), 100)).toBe(1);
    expect(await told(id)).toEqual([{ ...first, occasion: of(threeDays) }, first]);
    expect((await waiting(id)).map(({ sent }) => sent)).toEqual([true, true, false]);
  });

  test('that became due while nothing ran are told as one: the latest', async () => {
    const id = await opened([week, threeDays, oneDay]);
    expect(await sendDueReminders(store(), standing('2020-09-29T09:00:00.000Z'), 100)).toBe(1);
    expect(await told(id)).toMatchObject([{ occasion: of(oneDay) }]);
    expect((await waiting(id)).map(({ sent }) => sent)).toEqual([true, true, true]);
  });

  test('are written once when several processes look at the same moment', async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, () => opened([week, threeDays])));
    const clock = standing('2020-09-28T00:00:00.000Z');
    const reminded = await Promise.all(Array.from({ length: 6 }, () => sendDueReminders(store(), clock, 7)));
    let total = reminded.reduce((a, b) => a + b);
    // What another held locked is taken by a later look.
    for (let more = 1; more > 0; total += more) more = await sendDueReminders(store(), clock, 7);
    expect(total).toBe(30);
    for (const id of ids) expect(await told(id)).toMatchObject([{ occasion: of(threeDays) }]);
  });

  test('leave nothing behind when the process is cut off before the commit', async () => {
    const id = await opened([week]);
    const clock = standing(week);
    await expect(
      store().sql.begin(async (tx) => {
        expect(await sendDueReminders({ ...store(), sql: tx } as unknown as Store, clock, 10)).toBe(1);
        throw new Error('cut off');
      }),
    ).rejects.toThrow('cut off');
    expect(await told(id)).toEqual([]);
    expect(await sendDueReminders(store(), clock, 10)).toBe(1);
    expect(await told(id)).toHaveLength(1);
  });

  test('of a matter that has closed never come, also when the row was left', async () => {
    const id = await opened([week]);
    await record(store(), entryOf(id, 2, { workItems: [itemOf('review', 'reviewer@office')] }));
    await store().sql`
      insert into reminders (work_item_id, remind_at) select id, ${week} from work_items
      where subject_id = ${id} and closed_at is not null`;
    expect(await sendDueReminders(store(), standing('2020-10-01T00:00:00.000Z'), 100)).toBe(0);
    expect(await waiting(id)).toHaveLength(0);
    expect(await told(id)).toEqual([]);
  });

  test('carry the revision at which the matter stands, and are told apart there by their instant', async () => {
    const id = await opened([week, oneDay]);
    await sendDueReminders(store(), standing(week), 100);
    await record(
      store(),
      entryOf(id, 2, { workItems: [itemOf('draft', 'unitClerk@hospital', { dueAt, remindAt: [oneDay] })] }),
    );
    await sendDueReminders(store(), standing(oneDay), 100);
    expect(await told(id)).toMatchObject([
      { revision: 2, occasion: of(oneDay) },
      { revision: 1, occasion: of(week) },
    ]);
  });

  test('say what waits, until when, how many days are left, and that the date is provisional', async () => {
    const id = await opened([threeDays], { provisional: true });
    await sendDueReminders(store(), standing(threeDays), 100);
    const [row] = await noticesOfNomination(store(), id);
    if (!row) throw new Error('No reminder was written');
    expect(await noticeValues(store(), row)).toMatchObject({
      dueAt,
      daysLeft: '3',
      provisionalYear: '2020',
      deadlineName: 'draft',
      state: 'draft',
      nomineeName: 'Trần Thị Mai',
      to: expect.arrayContaining(['currentOwner', 'submittingUnit']),
    });
    expect(Date.parse(row.data.at)).toBeGreaterThanOrEqual(Date.parse(threeDays));
    expect(Date.parse(at)).toBeLessThan(Date.parse(row.data.at));
  });

  test('are also posted to the webhooks that want them', async () => {
    await store().sql`
      insert into webhooks (id, url, secret, templates, active, created_at)
      values ('wh_reminders', 'https://receiver.example', 'whsec_', '["deadline.remind"]', true, real_now())`;
    const id = await opened([week]);
    await sendDueReminders(store(), standing(week), 100);
    const rows = await noticesOfNomination(store(), id);
    expect(rows.map(({ channel }) => channel).sort()).toEqual(['email', 'webhook']);
    await store().sql`delete from webhooks`;
  });
});
