import readExcelFile from 'read-excel-file/node';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { composeReport } from '../../../client/reports/compose.ts';
import type { ReportMeta } from '../../../client/reports/data.ts';
import { reportDataSchema } from '../../../client/reports/schema.ts';
import { withFixedTimes } from '../../../client/reports/zipTimes.ts';
import { endOfDay, startOfDay } from '../../../contract/calendarDay.ts';
import { bodyNamesOf } from '../../../store/queries/directory.ts';
import type { Figures } from '../../../store/queries/figures.ts';
import { figuresOf } from '../../../store/queries/figures.ts';
import { reportHash } from '../../../store/reports.ts';
import { definitionOf, putNomination, usePublished } from './season.ts';
import { season } from './seasonOf2021.ts';

const getStore = usePublished();
let figures: Figures;
let meta: ReportMeta;

beforeAll(async () => {
  const store = getStore();
  for (const told of season) await putNomination(store, told);
  const definition = await definitionOf(store, '004');
  figures = await figuresOf(store, definition.programme, {
    from: startOfDay('2021-01-01'),
    to: endOfDay('2021-06-30'),
  });
  meta = {
    ...definition,
    title: 'Phát động phong trào thi đua',
    names: await bodyNamesOf(store, 'full'),
    kind: 'interim',
    reportId: '004/report/0/2021-06-30',
    period: { from: '2021-01-01', to: '2021-06-30' },
    to: 'hoiDongTDKTTinh',
    via: null,
    forwardedBy: 'vanPhongSo',
    begunAt: '2020-12-01T02:00:00.000Z',
  };
});
afterEach(() => void vi.useRealTimers());

test('the workbook read back holds the numbers, as numbers, under Vietnamese headings', async () => {
  const { workbook, data } = await composeReport(figures, meta, 'vi');
  const sheets = await readExcelFile(workbook);
  expect(sheets.map(({ sheet }) => sheet)).toEqual([
    'Kết quả chung',
    'Theo phong trào',
    'Mức độ tham gia của các đơn vị',
    'Theo đơn vị đề nghị',
    'Lý do không khen thưởng',
    'Tình trạng hồ sơ cuối kỳ',
  ]);
  const [summary, movements, , units, refusals] = sheets.map((one) => one.data);
  const row = (first: string) => summary?.find(([cell]) => cell === first);
  expect(summary?.[0]?.[0]).toBe('BÁO CÁO SƠ KẾT');
  expect(row('Hồ sơ tiếp nhận')?.slice(1, 4)).toEqual([2, 7, 9]);
  expect(row('Có quyết định khen thưởng')?.slice(1, 4)).toEqual([0, 3, 3]);
  // Shares are numbers to compute with: one of three awarded individuals is a direct worker.
  expect(row('Người lao động trực tiếp trong số cá nhân')?.slice(1, 3)).toEqual([2 / 7, 1 / 3]);
  expect(row('Đúng hạn')?.slice(1, 3)).toEqual(['Việc làm trễ được chấp nhận', 'Lượt báo lên cấp trên']);
  expect(row('Hồ sơ')?.slice(1, 3)).toEqual([1, 2]);
  const header = movements?.[0] ?? [];
  const of25 = movements?.find(([id]) => id === '2.5') ?? [];
  const value = (heading: string) => of25[header.indexOf(heading)];
  expect(value('Có quyết định khen thưởng – cá nhân')).toBe(1);
  expect(value('Không khen thưởng – cá nhân')).toBe(1);
  expect(value('Số lượng xét tập thể')).toBe(5);
  expect(value('Số lượng xét cá nhân')).toBe(10);
  expect(movements).toHaveLength(1 + data.movements.length);
  expect(units?.slice(1).map(([name]) => name)).toEqual(['Bệnh viện Bà Rịa', 'Bệnh viện Vũng Tàu']);
  expect(refusals?.slice(1).map((cells) => cells.slice(2))).toEqual([['cá nhân', 'Không đủ tiêu chuẩn', 1]]);
});

test('the same data gives the same bytes on another day, and other data others', async () => {
  const first = await composeReport(figures, meta, 'vi');
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2031-07-09T03:04:05Z') });
  const later = await composeReport(figures, meta, 'vi');
  expect(reportHash(later)).toBe(reportHash(first));
  const other = await composeReport(figures, { ...meta, title: 'Khác' }, 'vi');
  expect(other.workbook.equals(first.workbook)).toBe(false);
  expect(reportHash(other)).not.toBe(reportHash(first));
});

test('what is no archive is not touched', () => {
  expect(() => withFixedTimes(Buffer.from('not a workbook, but long enough to be looked at'))).toThrow(RangeError);
});

test('the page is an administrative document: issuer, motto, kind, period, recipients, sources, what is unconfirmed', async () => {
  const { page } = await composeReport(figures, meta, 'vi');
  for (const text of [
    'SỞ Y TẾ TỈNH BÀ RỊA-VŨNG TÀU',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    '<h1>Báo cáo sơ kết</h1>',
    'Kỳ báo cáo: từ 01/01/2021 đến 30/06/2021. Số liệu từ 00:00 ngày 01/01/2021 đến 23:59 ngày 30/06/2021.',
    'Kính gửi: Hội đồng Thi đua – Khen thưởng tỉnh',
    'bộ phận thường trực (Văn phòng Sở) nhận và chuyển báo cáo',
    '1/3 (33,3 %)',
    'Ngày báo cáo 30/06/2021 do cấu hình đặt, văn bản không nêu. (Phần I yêu cầu sơ kết, tổng kết',
    'không nêu tỷ lệ: chỉ báo cáo số thực tế',
    'Đề nghị được lập trong kỳ, tính theo giờ tiếp nhận.',
  ])
    expect(page).toContain(text);
  expect(page).toBe(page.normalize('NFC'));
  // Nothing is fetched, and every table can be followed by ear.
  expect(page).not.toMatch(/\b(src|href)=|url\(/);
  const count = (pattern: RegExp) => [...page.matchAll(pattern)].length;
  expect(count(/<table>/g)).toBe(count(/<caption>/g));
  expect(count(/<table>/g)).toBeGreaterThanOrEqual(6);
  expect(count(/<tr>/g)).toBe(count(/<\/tr>/g));
  expect(count(/<th scope="(col|row)">/g)).toBe(count(/<th /g));
});

test('figures of days before the record began say so, in every form and in both languages', async () => {
  const begunAt = '2021-03-15T02:00:00.000Z';
  const vi = 'Sổ ghi của phần mềm bắt đầu từ ngày 15/03/2021; việc trước ngày đó không có trong số liệu.';
  const { data, page, workbook } = await composeReport(figures, { ...meta, begunAt }, 'vi');
  expect(data.unconfirmed[0]).toEqual({ code: 'recordBegun', values: { day: '15/03/2021' }, why: null });
  expect(page).toContain(vi);
  const [summary] = await readExcelFile(workbook);
  expect(summary?.data.flat()).toContain(vi);
  const english = await composeReport(figures, { ...meta, begunAt }, 'en');
  expect(english.page).toContain('The record of this installation began on 15/03/2021');
  const whole = await composeReport(figures, meta, 'vi');
  expect(whole.page).not.toContain('Sổ ghi của phần mềm bắt đầu');
});

test('a number that rests on a list of programmes says whose list it is, and which', async () => {
  const { data, page } = await composeReport(figures, meta, 'vi');
  expect(data.movements.find(({ id }) => id === '2.1')?.quota.individual.ceiling).toBe(30);
  expect(data.unconfirmed.filter(({ code }) => code === 'programmeList')).toHaveLength(1);
  expect(page).toContain('Số lượng xét của phong trào 2.1 tính cho 3 chương trình do cấu hình đặt');
  expect(page).toContain('Phòng, chống lao (minh họa)');
  expect(page).toContain('danh sách này chỉ để trình diễn');
});

test('names from outside are shown as they are and never read as markup', async () => {
  const names = { ...meta.names, benhVienBaRia: '<script>alert("x")</script> & Co' };
  const { page } = await composeReport(figures, { ...meta, names, title: 'A < B & "C"' }, 'vi');
  expect(page).not.toContain('<script');
  expect(page).toContain('&#60;script&#62;alert(&#34;x&#34;)&#60;/script&#62; &#38; Co');
  expect(page).toContain('A &#60; B &#38; &#34;C&#34;');
});

test('decomposed letters are composed, in data, page and workbook', async () => {
  const { page, workbook } = await composeReport(
    figures,
    { ...meta, title: 'Thi đua yêu nước'.normalize('NFD') },
    'vi',
  );
  expect(page).toContain('Thi đua yêu nước');
  const [summary] = await readExcelFile(workbook);
  expect(summary?.data[1]?.[0]).toBe('Kết quả thi đua, khen thưởng: Thi đua yêu nước');
});

test('the data fits its schema as JSON, and every text is there in English', async () => {
  const { data, page } = await composeReport(
    figures,
    { ...meta, kind: 'current', reportId: null, to: null, forwardedBy: null },
    'en',
  );
  expect(reportDataSchema.parse(JSON.parse(JSON.stringify(data)))).toEqual(data);
  expect(page).toContain('<html lang="en">');
  expect(page).toContain('Current figures');
  expect(page).not.toMatch(/undefined|\{\w+\}/);
  expect(page).toContain('Quota (coll./ind.)');
  // Figures nobody is owed have no due day.
  expect(data.unconfirmed.map(({ code }) => code)).not.toContain('dueOn');
});
