import { ApplicationFailure } from '@temporalio/activity';
import { beforeAll, expect, test } from 'vitest';
import { mailOf } from '../../../activities/notify/message.ts';
import { createReportActivities } from '../../../activities/reports/compile.ts';
import { countedPeriod } from '../../../activities/reports/period.ts';
import { scheduledComposer } from '../../../client/reports/composeFor.ts';
import { insightOver } from '../../../client/reports/insight.ts';
import { reportDataSchema } from '../../../client/reports/schema.ts';
import { realClock } from '../../../contract/clock.ts';
import type { Programme } from '../../../contract/programme.ts';
import { loadDirectory } from '../../../programmes/loader/directory.ts';
import { loadProgrammes } from '../../../programmes/loader/load.ts';
import { reportsOf } from '../../../programmes/reports.ts';
import type { Store } from '../../../store/connect.ts';
import { putInstallationFact } from '../../../store/installation.ts';
import { noticeValues } from '../../../store/outboxFacts.ts';
import { keptReport, reportHash, toldOf } from '../../../store/reports.ts';
import { outbox } from '../../../store/schema/outbox.ts';
import { putMatter, putNomination, usePublished } from '../../client/reports/season.ts';
import { season } from '../../client/reports/seasonOf2021.ts';

const getStore = usePublished();
const activities = () => createReportActivities({ store: getStore(), compose: scheduledComposer(getStore()) });
const interim = '004/report/0/2021-06-30';

beforeAll(async () => {
  await putInstallationFact(getStore(), 'clock', realClock);
  for (const told of season) await putNomination(getStore(), told);
  const waiting = { subjectId: '004-0008', queue: 'reviewer@vanPhongSo', openedOn: '2021-08-01', dueOn: '2021-08-20' };
  await putMatter(getStore(), waiting);
});

async function auditOf(store: Store, reportId: string): Promise<Record<string, unknown>[]> {
  const rows = await store.sql<
    { entry: Record<string, unknown> }[]
  >`select entry from audit_entries where subject_id = ${reportId}`;
  return rows.map(({ entry }) => entry);
}

test('a report nobody can receive at its recipient goes to the standing body’s secretary, and says so', async () => {
  const compiled = await activities().compileReport(interim);
  expect(compiled).toEqual({ hash: expect.stringMatching(/^[0-9a-f]{64}$/), kept: true, told: 1 });
  const row = await keptReport(getStore(), interim);
  if (!row) throw new Error('not kept');
  expect(row).toMatchObject({
    programmeId: '004',
    kind: 'interim',
    dueOn: '2021-06-30',
    recipientBody: 'hoiDongTDKTTinh',
  });
  const data = reportDataSchema.parse(row.figures);
  // As of 08:00 on its day, whenever it is compiled.
  expect(data.period).toEqual({
    from: '2021-01-01',
    to: '2021-06-30',
    since: '2020-12-31T17:00:00.000Z',
    asOf: '2021-06-30T01:00:00.000Z',
  });
  expect(data.total.received).toEqual({ collective: 2, individual: 7 });
  expect(data.forwardedBy?.id).toBe('vanPhongSo');
  expect(row.page).toContain('Nơi nhận chưa có người dùng phần mềm này');
  expect(reportHash({ workbook: row.workbook, page: row.page })).toBe(row.hash);
  expect(await toldOf(getStore(), interim)).toEqual([
    { personId: 'vps.secretary', name: expect.any(String), status: 'pending' },
  ]);
  const [notice] = await getStore().sql<{ data: Record<string, unknown>; message_id: string }[]>`
    select data, message_id from outbox where subject_id = ${interim}`;
  expect(notice?.data).toMatchObject({
    report: { reportId: interim, kind: 'interim', forwarded: true, hash: row.hash },
  });
  expect(notice?.message_id).toMatch(/^<[0-9a-f-]{36}@vinhdanh\.invalid>$/);
});

test('a repetition, even at the same moment, keeps one report and writes no second notice', async () => {
  const reportId = '004/report/0/2021-12-31';
  const first = await Promise.all([1, 2, 3].map(() => activities().compileReport(reportId)));
  expect(new Set(first.map(({ hash }) => hash)).size).toBe(1);
  expect(first.filter(({ kept }) => kept)).toHaveLength(1);
  expect(await activities().compileReport(reportId)).toMatchObject({ kept: false, hash: first[0]?.hash });
  expect(await toldOf(getStore(), reportId)).toHaveLength(1);
  expect(await auditOf(getStore(), reportId)).toEqual([
    expect.objectContaining({ report: reportId, kind: 'final', hash: first[0]?.hash, told: ['vps.secretary'] }),
  ]);
});

test('the Ministry’s report goes to those who work at the Ministry and at the desk it passes through', async () => {
  const reportId = '002/report/0/2021-12-15';
  await activities().compileReport(reportId);
  const told = (await toldOf(getStore(), reportId)).map(({ personId }) => personId);
  const there = loadDirectory().people.filter(({ roles }) =>
    roles.some(({ body }) => body === 'boYTe' || body === 'vuTruyenThongThiDua'),
  );
  expect(there.length).toBeGreaterThanOrEqual(5);
  expect(told).toEqual(there.map(({ id }) => id).toSorted());
  expect(told).toContain('byt.minister');
  const row = await keptReport(getStore(), reportId);
  expect(row?.page).toContain('Kính gửi: Bộ Y tế (qua Vụ Truyền thông và Thi đua, khen thưởng)');
  expect(row?.page).not.toContain('Nơi nhận chưa có người');
});

test('a report of no programme fails for good, and keeps nothing', async () => {
  for (const reportId of ['004/report/0/2021-07-01', '999/report/0/2021-06-30', 'nonsense']) {
    const failure = await activities()
      .compileReport(reportId)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ApplicationFailure);
    expect(failure).toMatchObject({ type: 'ReportNotScheduled', nonRetryable: true });
    expect(await keptReport(getStore(), reportId)).toBeNull();
  }
});

test('the notice of a report, and a nudge, become mails with every word filled in', async () => {
  const store = getStore();
  const nudged = await insightOver({ store, clock: realClock }).nudge(
    'syt.director',
    { person: 'vps.reviewer' },
    'Đề nghị xem sớm',
  );
  expect(nudged).toMatchObject([{ kind: 'nudged' }]);
  const rows = await store.db.select().from(outbox);
  for (const template of ['report.ready', 'progress.nudge'] as const) {
    const row = rows.find((one) => one.template === template);
    if (!row) throw new Error(`No ${template}`);
    const mail = mailOf(row, await noticeValues(store, row), 'Vinh Danh <vinhdanh@example.org>');
    expect(mail.messageId).toBe(row.messageId);
    expect(String(mail.text)).not.toMatch(/undefined|null|\{\w+\}/);
    expect(String(mail.text)).toContain(template === 'report.ready' ? 'báo cáo sơ kết' : 'Số việc đang chờ: 1');
    // Nobody holds a role at the Ministry's or the province's desk: whoever stands in for it sends the report on.
    if (template === 'report.ready') expect(String(mail.text)).toContain('đề nghị Ông/Bà gửi báo cáo đến');
  }
});

test('reports that follow one another leave no hour out and count none twice', () => {
  for (const { programme } of loadProgrammes().programmes.values()) {
    const all = reportsOf(programme);
    const periods = all.filter(({ kind }) => kind === 'interim').map((report) => countedPeriod(report, all));
    for (const [index, period] of periods.entries()) {
      expect(period.from < period.to).toBe(true);
      const before = periods[index - 1];
      if (before) expect(Date.parse(period.from)).toBe(Date.parse(before.to) + 1);
    }
  }
  const ofMinistry = reportsOf(programmeOf('002')).map(({ kind }) => kind);
  expect(ofMinistry.filter((kind) => kind === 'interim').length).toBeGreaterThan(1);
});

function programmeOf(id: string): Programme {
  const loaded = loadProgrammes().programmes.get(id);
  if (!loaded) throw new Error(`No programme ${id}`);
  return loaded.programme;
}
