import { beforeAll, expect, test } from 'vitest';
import { insightOver } from '../../../client/reports/insight.ts';
import type { ProgrammeClock } from '../../../contract/clock.ts';
import { realClock } from '../../../contract/clock.ts';
import type { NudgeOutcome } from '../../../store/nudge.ts';
import { nudge } from '../../../store/nudge.ts';
import { peopleWithRoles } from '../../../store/queries/directory.ts';
import { progressOf } from '../../../store/queries/progress.ts';
import { noon, putMatter, putNomination, putOpenRound, usePublished } from './season.ts';

const getStore = usePublished();
const at = noon('2021-06-10');
const queue = 'reviewer@vanPhongSo';

beforeAll(async () => {
  const store = getStore();
  await putNomination(store, {
    id: '004-0001',
    movementId: '2.5',
    kind: 'individual',
    steps: [
      ['nomination.open', 'draft', '2021-04-01'],
      ['draft.signOff', 'departmentReview', '2021-05-01'],
    ],
  });
  await store.sql`update nominations set round_id = '004/2.5/nam2021' where id = '004-0001'`;
  // Handled by vps.reviewer in four days, by a timer in ten, and one that waits since May and one that came up later.
  await store.sql`
    insert into transitions (subject_id, revision, type, from_state, to_state, at, recorded_at, actor_id)
    values ('004-0001', 3, 'review.return', 'departmentReview', 'returned', ${noon('2021-05-05')}, real_now(), 'vps.reviewer'),
      ('004-0001', 4, 'deadline.pass', 'returned', 'expired', ${noon('2021-05-11')}, real_now(), null)`;
  const mine = { subjectId: '004-0001', queue };
  await putMatter(store, {
    ...mine,
    openedOn: '2021-05-01',
    dueOn: '2021-05-20',
    closedOn: '2021-05-05',
    closedRevision: 3,
  });
  await putMatter(store, {
    ...mine,
    openedOn: '2021-05-02',
    dueOn: '2021-05-20',
    closedOn: '2021-05-12',
    closedRevision: 4,
  });
  await putMatter(store, { ...mine, openedOn: '2021-05-13', dueOn: '2021-06-01', level: 1 });
  await putMatter(store, { ...mine, openedOn: '2021-06-08', dueOn: '2021-06-28' });
  await putMatter(store, { ...mine, openedOn: '2021-06-20', dueOn: '2021-06-30' });
  const roundId = await putOpenRound(store, '2.7', []);
  await putMatter(store, {
    subjectId: roundId,
    queue: 'reviewer@vanPhongSo',
    openedOn: '2021-06-01',
    dueOn: '2021-06-15',
  });
});

test('progress counts each queue as of the day, and each of its people by what they themselves ended', async () => {
  const [only, ...others] = await progressOf(getStore(), { programmeId: '004' }, at);
  expect(others).toEqual([]);
  const dayMs = 86_400_000;
  expect(only).toMatchObject({
    queue,
    open: 3,
    overdue: 1,
    escalated: 1,
    oldestSince: noon('2021-05-13'),
    nextDueAt: noon('2021-06-15'),
    closed: 2,
    medianHandlingMs: 7 * dayMs,
  });
  expect(only?.holders.map(({ id, closed, medianHandlingMs }) => [id, closed, medianHandlingMs])).toEqual([
    ['vps.reviewer', 1, 4 * dayMs],
    ['vps.reviewer2', 0, null],
  ]);
});

test('progress of a round holds its nominations and itself; of another programme, or queue, nothing', async () => {
  const open = async (scope: Parameters<typeof progressOf>[1]) =>
    (await progressOf(getStore(), scope, at)).reduce((sum, row) => sum + row.open, 0);
  expect(await open({ roundId: '004/2.5/nam2021' })).toBe(2);
  expect(await open({ roundId: '004/2.7/nam2021' })).toBe(1);
  expect(await open({ programmeId: '003' })).toBe(0);
  expect(await open({ programmeId: '004', queue: 'reviewer@phongNghiepVu' })).toBe(0);
  // What had not come up yet, and what is long done, is told of another day.
  expect((await progressOf(getStore(), { programmeId: '004' }, noon('2021-05-03')))[0]).toMatchObject({
    open: 2,
    closed: 0,
  });
});

async function by(id: string, day: string, message: string | null = null) {
  const [person] = await peopleWithRoles(getStore(), noon(day), id);
  if (!person) throw new Error(`No person ${id}`);
  return { by: { personId: id, name: person.name, roles: person.roles }, message, at: noon(day) };
}
const reviewer = { id: 'vps.reviewer', name: 'Người xem xét' };
const kindOf = (outcome: NudgeOutcome) => outcome.kind;

test('a nudge lists what is open, once a person and day, also when two people nudge at the same moment', async () => {
  const store = getStore();
  const [secretary, director] = [
    await by('vps.secretary', '2021-06-10', 'Đề nghị xử lý trước thứ Sáu'),
    await by('syt.director', '2021-06-10'),
  ];
  const outcomes = await Promise.all([nudge(store, reviewer, secretary), nudge(store, reviewer, director)]);
  expect(outcomes.map(kindOf).toSorted()).toEqual(['alreadyNudged', 'nudged']);
  const [sent, refused] = outcomes.toSorted((a, b) => (a.kind > b.kind ? -1 : 1));
  const winner = outcomes[0]?.kind === 'nudged' ? secretary : director;
  expect(sent).toMatchObject({ matters: [{ subjectId: '004-0001', overdue: true }, {}, {}, {}] });
  expect(refused).toMatchObject({ kind: 'alreadyNudged', by: winner.by.name, at: noon('2021-06-10') });
  // The next local day it may be done again.
  expect(kindOf(await nudge(store, reviewer, await by('syt.director', '2021-06-11')))).toBe('nudged');

  const rows = await store.sql<{ data: { nudge: { by: string; message: string | null } }; occasion: string }[]>`
    select data, occasion from outbox where recipient_person = 'vps.reviewer' and template = 'progress.nudge' order by occasion`;
  expect(rows.map(({ occasion }) => occasion)).toEqual(['2021-06-10', '2021-06-11']);
  expect(rows[0]?.data.nudge.by).toBe(winner.by.personId);
  const audited = await store.sql<{ actor_id: string; entry: Record<string, unknown> }[]>`
    select actor_id, entry from audit_entries where entry ->> 'act' = 'progress.nudge' order by seq`;
  expect(audited.map(({ actor_id }) => actor_id)).toEqual([winner.by.personId, 'syt.director']);
  // A message is a person's text: it stands beside the chain, where it can be erased.
  expect(JSON.stringify(audited)).not.toContain('thứ Sáu');
});

test('who holds no office over the matters may not nudge, nor anybody themselves, nor whoever has nothing to do', async () => {
  const store = getStore();
  const other = { id: 'vps.reviewer2', name: 'Người xem xét 2' };
  expect(kindOf(await nudge(store, other, await by('bvbr.clerk', '2021-06-10')))).toBe('notYours');
  expect(kindOf(await nudge(store, other, await by('bvbr.head', '2021-06-10')))).toBe('notYours');
  // A secretary of another province's council is none here.
  const elsewhere = await by('vps.secretary', '2021-06-10');
  elsewhere.by.roles = [{ role: 'councilSecretary', body: 'vanPhongSoThanhHoa' }];
  expect(kindOf(await nudge(store, other, elsewhere))).toBe('notYours');
  expect(kindOf(await nudge(store, { id: 'vps.secretary', name: 'x' }, await by('vps.secretary', '2021-06-10')))).toBe(
    'yourself',
  );
  expect(kindOf(await nudge(store, { id: 'bvbr.clerk', name: 'x' }, await by('syt.admin', '2021-06-10')))).toBe(
    'nothingOpen',
  );
  expect(kindOf(await nudge(store, other, await by('syt.admin', '2021-06-10')))).toBe('nudged');
});

test('a queue is nudged person by person; unknown people are named', async () => {
  const clock: ProgrammeClock = { ...realClock, origin: noon('2021-06-12'), start: new Date().toISOString() };
  const insight = insightOver({ store: getStore(), clock });
  const outcomes = await insight.nudge('vps.secretary', { queue }, null);
  expect(outcomes.map(({ personId, kind }) => [personId, kind])).toEqual([
    ['vps.reviewer', 'nudged'],
    ['vps.reviewer2', 'nudged'],
  ]);
  await expect(insight.nudge('vps.secretary', { person: 'nobody.here' }, null)).rejects.toMatchObject({
    code: 'UNKNOWN_PERSON',
  });
  await expect(insight.nudge('nobody.here', { queue }, null)).rejects.toMatchObject({ code: 'UNKNOWN_PERSON' });
  await expect(insight.progress({ programmeId: '999' })).rejects.toMatchObject({ code: 'UNKNOWN_PROGRAMME' });
});
