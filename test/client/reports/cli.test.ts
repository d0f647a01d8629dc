import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createReportActivities } from '../../../activities/reports/compile.ts';
import { CliFailure } from '../../../client/cli/failure.ts';
import type { VinhDanh } from '../../../client/core/types.ts';
import { scheduledComposer } from '../../../client/reports/composeFor.ts';
import { insightOver } from '../../../client/reports/insight.ts';
import type { ProgrammeClock } from '../../../contract/clock.ts';
import { realClock } from '../../../contract/clock.ts';
import { putInstallationFact } from '../../../store/installation.ts';
import { bodyNamesOf } from '../../../store/queries/directory.ts';
import type { Fakes } from '../cli/fakeWorld.ts';
import { ran, ranJson } from '../cli/fakeWorld.ts';
import { noon, putMatter, putNomination, putOpenRound, usePublished } from './season.ts';
import { season } from './seasonOf2021.ts';

const getStore = usePublished();
const folder = mkdtempSync(join(tmpdir(), 'vinhdanh-reports-'));
let fakes: Fakes;

beforeAll(async () => {
  const store = getStore();
  // The clock shows September 2021 at real speed; the record began on 10/06/2021.
  const clock: ProgrammeClock = { ...realClock, origin: noon('2021-09-01'), start: new Date().toISOString() };
  const begun = new Date(Date.now() - (Date.parse(noon('2021-09-01')) - Date.parse(noon('2021-06-10'))));
  await store.sql`update programme_versions set stored_at = ${begun.toISOString()}`;
  await putInstallationFact(store, 'clock', clock);
  for (const told of season) await putNomination(store, told);
  await putMatter(store, {
    subjectId: '004-0008',
    queue: 'reviewer@vanPhongSo',
    openedOn: '2021-08-01',
    dueOn: '2021-08-20',
  });
  await createReportActivities({ store, compose: scheduledComposer(store) }).compileReport('004/report/0/2021-06-30');
  const client = { insight: insightOver({ store, clock }), bodyNames: () => bodyNamesOf(store) };
  fakes = { client: client as unknown as Partial<VinhDanh> };
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('report', () => {
  test('prints the figures of the days, and writes workbook and page', async () => {
    const xlsx = join(folder, 'so-lieu.xlsx');
    const argv = [
      'report',
      '004',
      '--from',
      '2021-01-01',
      '--to',
      '2021-06-30',
      '--xlsx',
      xlsx,
      '--html',
      'so-lieu.html',
    ];
    const { exit, out, written } = await ran(argv, fakes);
    expect(exit).toBe(0);
    expect(out).toContain('SỐ LIỆU HIỆN THỜI');
    expect(out).toMatch(/Hồ sơ tiếp nhận +2 +7 +9\n/);
    expect(out).toContain('Nội dung tạm tính, chưa xác nhận');
    expect(out).toContain(`Đã ghi ${xlsx}`);
    expect(written['so-lieu.html']).toContain('<!doctype html>');
    const [summary] = await readExcelFile(readFileSync(xlsx));
    expect(summary?.data.find(([cell]) => cell === 'Hồ sơ tiếp nhận')?.slice(1, 4)).toEqual([2, 7, 9]);
  });

  test('goes from the first day of the programme to now when no days are named', async () => {
    const { json } = await ranJson(['report', '004'], fakes);
    expect(json).toMatchObject({
      kind: 'current',
      period: { from: '2021-01-01', to: '2021-09-01' },
      total: { received: { collective: 2, individual: 8 }, awarded: { collective: 0, individual: 4 } },
    });
  });

  test('says when the record began where its days go back before that, also in the report that was sent', async () => {
    const said = 'Sổ ghi của phần mềm bắt đầu từ ngày 10/06/2021';
    expect((await ran(['report', '004'], fakes)).out).toContain(said);
    expect((await ran(['report', '004', '--from', '2021-07-01'], fakes)).out).not.toContain(said);
    expect((await ran(['reports', 'get', '004/report/0/2021-06-30'], fakes)).out).toContain(said);
  });

  test.each([
    [['report', '004', '--from', '2021-13-01'], 'INVALID_OPTION'],
    [['report', '004', '--to', '2021-02-30'], 'INVALID_OPTION'],
    [['report', '004', '--from', '2021-06-30', '--to', '2021-01-01'], 'DAYS_REVERSED'],
    [['report', '999'], 'UNKNOWN_PROGRAMME'],
    [['report', '004', '--xlsx', '/nowhere/at/all.xlsx'], 'FILE_UNWRITABLE'],
  ])('%j is told what is wrong', async (argv, code) => {
    expect(await ranJson(argv, fakes)).toMatchObject({ exit: 2, json: { error: { code } } });
  });
});

describe('reports', () => {
  test('lists what was sent, what is to come and to whom', async () => {
    const { exit, out } = await ran(['reports'], fakes);
    expect(exit).toBe(0);
    const line = (id: string) => out.split('\n').find((one) => one.startsWith(id)) ?? '';
    expect(line('004/report/0/2021-06-30')).toContain('Báo cáo sơ kết');
    expect(line('004/report/0/2021-06-30')).toContain('đã lập lúc 01/09/2021');
    expect(line('004/report/0/2021-06-30')).toMatch(/HĐ TĐKT tỉnh \(chuyển qua [^)]+\)/);
    expect(line('004/report/0/2021-12-31')).toContain('sẽ lập lúc 31/12/2021 08:00');
    expect(line('002/report/0/2021-12-15')).toMatch(/Bộ Y tế \(qua Vụ TT-KT\): .*Phạm Thị Phác Thảo/);
  });

  test('gives a compiled report as it was sent, byte for byte', async () => {
    const id = '004/report/0/2021-06-30';
    const xlsx = join(folder, 'bao-cao.xlsx');
    const { exit, json } = await ranJson(['reports', 'get', id, '--xlsx', xlsx], fakes);
    expect(exit).toBe(0);
    expect(json).toMatchObject({ reportId: id, kind: 'interim', hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const [row] = await getStore().sql<{ workbook: Buffer }[]>`select workbook from reports where id = ${id}`;
    expect(readFileSync(xlsx).equals(Buffer.from(row?.workbook ?? []))).toBe(true);
  });

  test('says of one not compiled yet when it will be, and of an unknown one that there is none', async () => {
    const later = await ran(['reports', 'get', '004/report/0/2021-12-31'], fakes);
    expect([later.exit, later.err]).toEqual([
      2,
      'Báo cáo 004/report/0/2021-12-31 chưa được lập (sẽ lập lúc 31/12/2021 08:00).\n',
    ]);
    const none = await ranJson(['reports', 'get', 'x'], fakes);
    expect(none).toMatchObject({ exit: 2, json: { error: { code: 'UNKNOWN_REPORT' } } });
  });
});

describe('progress and nudge', () => {
  test('progress shows the queue and under it its people', async () => {
    const { exit, out } = await ran(['progress', '004'], fakes);
    expect(exit).toBe(0);
    expect(out).toMatch(/\(Văn phòng Sở\) +1 +1 +01\/08\/2021 12:00/);
    expect(out).toMatch(/^↳ .*\(vps\.reviewer\) +0/m);
    expect(out).toContain('Tổng cộng: 1 việc đang mở, 1 quá hạn.');
    expect((await ran(['progress', '004', '--queue', 'reviewer@phongNghiepVu'], fakes)).out).toBe(
      'Không có việc nào trong phạm vi này.\n',
    );
  });

  test('a round nobody knows is refused with those there are, and a nomination is no round', async () => {
    const there = await putOpenRound(getStore(), '2.7', []);
    const unknown = await ran(['progress', '--round', 'nope'], fakes);
    expect(unknown.exit).toBe(2);
    expect(unknown.err).toContain(`Không có đợt thi đua “nope”. Hiện có: ${there}`);
    const nomination = await ranJson(['progress', '--round', '004-0008'], fakes);
    expect(nomination).toMatchObject({ exit: 2, json: { error: { code: 'UNKNOWN_ROUND' } } });
    expect((await ran(['progress', '--round', there], fakes)).exit).toBe(0);
    // The chart needs more of a round than is made up here.
    await getStore().sql`delete from rounds where id = ${there}`;
  });

  test('bodies of the same name are told apart by their ids, others need none', async () => {
    const store = getStore();
    for (const [subjectId, queue] of [
      ['x-1', 'reviewer@phongToChucCanBoDakLak'],
      ['x-2', 'reviewer@phongToChucCanBoHoaBinh'],
    ] as const)
      await putMatter(store, { subjectId, queue, openedOn: '2021-08-01', dueOn: '2021-08-20' });
    const both = await ran(['progress'], fakes);
    expect(both.out).toMatch(/\(Phòng TCCB \(phongToChucCanBoDakLak\)\) +1 /);
    expect(both.out).toMatch(/\(Phòng TCCB \(phongToChucCanBoHoaBinh\)\) +1 /);
    expect(both.out).toMatch(/\(Văn phòng Sở\) +1 /);
    const one = await ran(['progress', '--queue', 'reviewer@phongToChucCanBoDakLak'], fakes);
    expect(one.out).toMatch(/\(Phòng TCCB\) +1 /);
    await store.sql`delete from work_items where subject_id like 'x-%'`;
  });

  test('a nudge is sent once a day; the second is refused with who nudged, and when', async () => {
    const argv = ['nudge', 'vps.reviewer', '--as', 'vps.secretary', '--message', 'Đề nghị xử lý trong tuần'];
    const first = await ran(argv, fakes);
    expect(first.exit).toBe(0);
    expect(first.out).toMatch(
      /^Đã nhắc .+ \(vps\.reviewer\): 1 việc\.\n {2}• 004-0008, hạn 20\/08\/2021 12:00, quá hạn\n$/,
    );
    const second = await ran(['nudge', 'vps.reviewer', '--as', 'syt.director'], fakes);
    expect(second.exit).toBe(3);
    expect(second.out).toMatch(/hôm nay .+ đã nhắc lúc 01\/09\/2021 12:0/);
    const clerk = await ranJson(['nudge', 'vps.reviewer2', '--as', 'bvbr.clerk'], fakes);
    expect(clerk).toMatchObject({ exit: 3, json: { outcomes: [{ kind: 'notYours' }] } });
    expect(await ranJson(['nudge', 'nonsense@x', '--as', 'syt.admin'], fakes)).toMatchObject({ exit: 2 });
    expect(await ranJson(['nudge', 'vps.reviewer'], fakes)).toMatchObject({
      exit: 2,
      json: { error: { code: 'NOBODY_ACTS' } },
    });
  });
});

describe('gantt', () => {
  const notRunning: Fakes = {
    open: async () => {
      throw new CliFailure({ exit: 4, code: 'NOT_RUNNING', text: { vi: 'chưa chạy', en: 'not running' } });
    },
  };

  test('draws the definition alone while nothing runs', async () => {
    const { exit, out } = await ran(['gantt', '003', '--today', '2020-07-20'], notRunning);
    expect(exit).toBe(0);
    expect(out).toContain('N: còn 7 ngày');
    expect(out).toContain('Vẽ theo văn bản và cấu hình, chưa có số liệu thực hiện');
    const svg = await ran(['gantt', '003', '--svg', 'tien-do.svg', '--today', '2020-07-20'], notRunning);
    expect(svg.out).toBe('Đã ghi biểu đồ vào tien-do.svg\n');
    expect(svg.written['tien-do.svg']).toMatch(/^<svg /);
    expect((await ran(['gantt', '003', '--svg'], notRunning)).out).toMatch(/^<svg /);
    expect(await ranJson(['gantt', '999'], notRunning)).toMatchObject({
      exit: 2,
      json: { error: { code: 'UNKNOWN_PROGRAMME' } },
    });
  });

  test('says of an installation that is stopped that it is, and draws nothing as done', async () => {
    const stopped = { ...notRunning, env: { VINHDANH_HOME: '/data' }, files: { '/data/version.json': '{}' } };
    const { exit, out } = await ran(['gantt', '004', '--today', '2021-08-01'], stopped);
    expect(exit).toBe(0);
    expect(out).toContain('Vinh Danh chưa chạy, chỉ vẽ theo văn bản');
    expect(out).not.toContain('chưa có số liệu thực hiện');
    const english = await ran(['gantt', '004', '--svg', '--lang', 'en'], stopped);
    expect(english.out).toContain('Vinh Danh is not running: drawn from the definition alone');
    const named = { ...notRunning, files: { '/elsewhere/version.json': '{}' } };
    const { json } = await ranJson(['gantt', '004', '--home', '/elsewhere', '--today', '2021-08-01'], named);
    expect(json).toMatchObject({ onRecord: false, stopped: true, begunOn: null });
    expect(JSON.stringify(json)).not.toContain('"done"');
    expect(await ranJson(['gantt', '004'], notRunning)).toMatchObject({ json: { onRecord: false, stopped: false } });
  });

  test('shows what is on record when there is an installation', async () => {
    const { json } = await ranJson(['gantt', '004'], fakes);
    expect(json).toMatchObject({ onRecord: true, stopped: false, today: '2021-09-01', begunOn: '2021-06-10' });
    const { out } = await ran(['gantt', '004', '--lang', 'en'], fakes);
    expect(out).toContain('Today 01/09/2021');
    expect(out).not.toContain('definition alone');
  });

  test('is not silently drawn from the definition when the database is away', async () => {
    const away: Fakes = {
      open: async () => {
        throw new CliFailure({ exit: 4, code: 'DATABASE_UNREACHABLE', text: { vi: 'x', en: 'x' } });
      },
    };
    expect((await ran(['gantt', '003'], away)).exit).toBe(4);
  });
});
