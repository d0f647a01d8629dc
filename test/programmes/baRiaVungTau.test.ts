import { describe, expect, test } from 'vitest';
import type { BodyPoint, QuotaPoint } from '../../contract/programme.ts';
import { bodyOf, notStated } from '../../contract/programme.ts';
import { findMovement, findProgramme } from '../../programmes/find.ts';
import { loadProgrammes } from '../../programmes/loader/load.ts';
import { fixedTotal, quotaOf } from '../../programmes/quota.ts';

const { programme } = findProgramme(loadProgrammes(), '004');
const soYTe = ['Sở Y tế', 'soYTe'] as const;

/** The table of the document, row by row: id, host, body in charge, review time, collectives, individuals. */
const table = [
  [
    '1',
    'Thi đua thực hiện các phong trào do UBND tỉnh và các sở, ngành phát động',
    ['UBND tỉnh', 'ubndTinh'],
    ['Ban Thi đua – Khen thưởng tỉnh và các Sở, ban ngành, đoàn thể', 'banThiDuaKhenThuongTinh'],
    'Theo kế hoạch phát động của UBND tỉnh, các sở, ngành',
    'delegated',
    'delegated',
  ],
  [
    '2.1',
    'Thi đua thực hiện các chương trình mục tiêu Y tế - Dân số',
    soYTe,
    ['Các cơ quan, đơn vị chức năng phụ trách các chương trình mục tiêu Y tế - Dân số', notStated],
    'Khi tổng kết các chương trình mục tiêu Y tế - Dân số cuối năm 2021',
    'perProgramme 5',
    'perProgramme 10',
  ],
  [
    '2.2',
    '“Hoàn thành chỉ tiêu, kế hoạch của ngành năm 2021”',
    soYTe,
    ['Phòng Kế hoạch – Tài chính', 'phongKeHoachTaiChinh'],
    'Cuối năm 2021',
    'fixed 5',
    'fixed 10',
  ],
  [
    '2.3',
    '“Học tập và làm theo tấm gương đạo đức, phong cách Hồ Chí Minh”',
    soYTe,
    ['Công đoàn ngành Y tế', 'congDoanNganh'],
    'Trong năm 2021',
    'fixed 5',
    'fixed 10',
  ],
  [
    '2.4',
    '“Thầy thuốc như mẹ hiền”',
    soYTe,
    ['Phòng Nghiệp vụ', 'phongNghiepVu'],
    'Trong năm 2021',
    'fixed 5',
    'fixed 10',
  ],
  [
    '2.5',
    '“Đổi mới phong cách, thái độ phục vụ của cán bộ y tế hướng tới sự hài lòng của người bệnh”',
    soYTe,
    ['Văn phòng Sở', 'vanPhongSo'],
    'Trong năm 2021',
    'fixed 5',
    'fixed 10',
  ],
  [
    '2.6',
    '“Điều dưỡng, Hộ sinh, Trưởng Trạm y tế giỏi”',
    soYTe,
    ['Phòng Nghiệp vụ', 'phongNghiepVu'],
    'Trong năm 2021',
    'none',
    'fixed 10',
  ],
  ['2.7', '“Cải cách hành chính”', soYTe, ['Văn phòng Sở', 'vanPhongSo'], 'Cuối năm 2021', 'fixed 5', 'fixed 10'],
  [
    '2.8',
    '“Công tác dự phòng”',
    soYTe,
    ['Trung tâm Kiểm soát bệnh tật', 'trungTamKiemSoatBenhTat'],
    'Cuối năm 2021',
    'fixed 5',
    'fixed 10',
  ],
  [
    '2.9',
    '“Khám chữa bệnh từ thiện”',
    soYTe,
    ['Đoàn Thanh niên Ngành Y tế', 'doanThanhNienNganh'],
    'Cuối năm 2021',
    'fixed 5',
    'fixed 10',
  ],
  [
    '2.10',
    'Thi đua lập thành tích chào mừng “Ngày Thầy thuốc Việt Nam”',
    soYTe,
    ['Văn phòng Sở', 'vanPhongSo'],
    'Đầu năm 2021',
    'fixed 5',
    'fixed 10',
  ],
  ['2.11', 'Khen thưởng đột xuất', soYTe, ['Văn phòng Sở', 'vanPhongSo'], 'Trong năm 2021', 'fixed 5', 'fixed 10'],
  [
    '2.12',
    'Đổi mới và nâng cao chất lượng hoạt động của các khối thi đua',
    notStated,
    notStated,
    notStated,
    notStated,
    notStated,
  ],
] as const;

function statedBody({ stated }: BodyPoint): typeof notStated | string[] {
  return stated === notStated ? notStated : [stated.phrase, stated.body];
}

function statedQuota({ stated }: QuotaPoint): string {
  if (stated === notStated) return notStated;
  return 'count' in stated ? `${stated.kind} ${stated.count}` : stated.kind;
}

test('the plan has the thirteen rows of the table, in its order', () => {
  expect(programme.movements.map(({ id }) => id)).toEqual(table.map(([id]) => id));
});

describe.each(table)('row %s', (id, title, host, inCharge, reviewTime, collective, individual) => {
  const movement = findMovement(programme, id);
  const { stated } = movement.reviewTime;
  test('title', () => expect(movement.title.value).toBe(title));
  test('host', () => expect(statedBody(movement.host)).toEqual(host));
  test('body in charge', () => expect(statedBody(movement.inCharge)).toEqual(inCharge));
  test('review time', () => expect(stated === notStated ? stated : stated.value).toBe(reviewTime));
  test('collectives', () => expect(statedQuota(movement.quota.collective)).toBe(collective));
  test('individuals', () => expect(statedQuota(movement.quota.individual)).toBe(individual));
});

test('the fixed numbers add up to 45 collectives and 100 individuals', () => {
  expect(fixedTotal(programme.movements, 'collective')).toBe(45);
  expect(fixedTotal(programme.movements, 'individual')).toBe(100);
});

test('the document says “Cơ quan phụ trách” in rows 1 and 2.1, “Bộ phận phụ trách” in the others', () => {
  const labels = programme.movements.flatMap(({ id, inCharge: { stated } }) =>
    stated === notStated ? [] : [`${id} ${stated.source.split(' – ')[1]}`],
  );
  expect(labels.filter((label) => label.endsWith('Cơ quan phụ trách'))).toEqual([
    '1 Cơ quan phụ trách',
    '2.1 Cơ quan phụ trách',
  ]);
  expect(labels).toHaveLength(12);
});

test('every window fits its phrase', () => {
  const bounds: Record<string, [string, string]> = {
    'Cuối năm 2021': ['2021-10-01', '2021-12-31'],
    'Trong năm 2021': ['2021-01-01', '2021-12-31'],
    'Đầu năm 2021': ['2021-01-01', '2021-03-31'],
    'Khi tổng kết các chương trình mục tiêu Y tế - Dân số cuối năm 2021': ['2021-10-01', '2021-12-31'],
  };
  for (const { id, reviewTime } of programme.movements) {
    const phrase = reviewTime.stated === notStated ? '' : reviewTime.stated.value;
    const [from, to] = bounds[phrase] ?? ['2021-01-01', '2021-12-31'];
    expect(reviewTime.window.from >= from && reviewTime.window.to <= to, id).toBe(true);
  }
});

test('what the rows leave open is configured, and said to be', () => {
  const block = findMovement(programme, '2.12');
  expect([bodyOf(block.host), bodyOf(block.inCharge)]).toEqual(['soYTe', 'vanPhongSo']);
  expect(quotaOf(block, 'collective')).toEqual({ stated: 'notStated', ceiling: null, per: [] });
  expect(quotaOf(block, 'individual').ceiling).toBe(0);
  expect(bodyOf(findMovement(programme, '2.1').inCharge)).toBe('phongNghiepVu');
  expect(quotaOf(findMovement(programme, '2.1'), 'collective')).toMatchObject({ ceiling: 5, per: { length: 3 } });
  expect(quotaOf(findMovement(programme, '1'), 'individual')).toEqual({ stated: 'delegated', ceiling: null, per: [] });
});

test('the standing body is the one in charge of 2.5, 2.7, 2.10 and 2.11 (and, by configuration, of 2.12)', () => {
  const standing = bodyOf(programme.standingBody);
  const own = programme.movements.filter(({ inCharge }) => bodyOf(inCharge) === standing).map(({ id }) => id);
  expect(own).toEqual(['2.5', '2.7', '2.10', '2.11', '2.12']);
});

test('only the ad-hoc award takes the simplified road', () => {
  expect(programme.movements.filter(({ configured }) => configured.road === 'simplified').map(({ id }) => id)).toEqual([
    '2.11',
  ]);
});

test('the plan’s head: signatory, standing body, council, authorities, distribution, report', () => {
  expect(programme.signatory).toMatchObject({
    name: { value: 'Phạm Minh An' },
    position: { value: 'GIÁM ĐỐC' },
    onBehalf: null,
  });
  expect([bodyOf(programme.standingBody), bodyOf(programme.council)]).toEqual(['vanPhongSo', 'hoiDongNganhYTe']);
  expect(programme.authorities.configured.value).toEqual(['soYTe', 'ubndTinh']);
  expect([programme.document.number, programme.document.date]).toEqual([notStated, notStated]);
  expect(programme.distribution.map(({ purpose }) => purpose)).toEqual([
    'báo cáo',
    'báo cáo',
    'để biết',
    'P/hợp thực hiện',
    'P/hợp thực hiện',
    'T/hiện',
    'T/hiện',
    notStated,
  ]);
});
