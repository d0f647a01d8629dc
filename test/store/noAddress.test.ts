import { beforeAll, expect, test } from 'vitest';
import { uuidV7 } from '../../store/ids.ts';
import { nudge } from '../../store/nudge.ts';
import { deadNotices, deliveriesOf } from '../../store/outbox.ts';
import { record } from '../../store/record.ts';
import { keepReport } from '../../store/reports.ts';
import { at, entryOf, itemOf, programmeId, useStore } from './fixture.ts';

const getStore = useStore();
const undeliverable = [{ attempt: 0, ok: false, error: 'HOPELESS: NO_ADDRESS' }];

beforeAll(async () => {
  await getStore().sql`update people set email = null where id = 'reviewer'`;
});

test('a report for somebody without an address: the log says from the start that it reached nobody', async () => {
  const store = getStore();
  const person = (personId: string, email: string | null) => ({
    personId,
    name: `Người ${personId}`,
    email,
    locale: 'vi',
  });
  await keepReport(store, {
    reportId: `${programmeId}/report/0/2020-12-31`,
    programmeId,
    kind: 'interim',
    dueOn: '2020-12-31',
    periodFrom: '2020-01-01',
    to: 'office',
    via: null,
    composed: { data: {}, workbook: Buffer.from('w'), page: 'p' },
    addressees: { people: [person('reviewer', null), person('head', 'head@example.vn')], forwarded: false },
    compiledAt: at,
  });
  const rows = await store.sql<{ id: string; person: string; status: string }[]>`
    select id, recipient_person as person, status from outbox where template = 'report.ready' order by recipient_person`;
  expect(rows.map(({ person: who, status }) => [who, status])).toEqual([
    ['head', 'pending'],
    ['reviewer', 'dead'],
  ]);
  expect(await deliveriesOf(store, rows[0]?.id ?? '')).toEqual([]);
  expect(await deliveriesOf(store, rows[1]?.id ?? '')).toMatchObject(undeliverable);
});

test('a nudge of somebody without an address likewise', async () => {
  const store = getStore();
  const id = `${programmeId}-${uuidV7()}`;
  await record(store, entryOf(id, 1, { workItems: [itemOf('review', 'reviewer@office')] }));
  const by = { personId: 'admin', name: 'Quản trị', roles: [{ role: 'administrator' as const, body: 'office' }] };
  const outcome = await nudge(store, { id: 'reviewer', name: 'Người reviewer' }, { by, message: null, at });
  expect(outcome).toMatchObject({ kind: 'nudged', matters: [{ subjectId: id }] });
  const [dead] = (await deadNotices(store)).filter(({ template }) => template === 'progress.nudge');
  expect(await deliveriesOf(store, dead?.id ?? '')).toMatchObject(undeliverable);
});
