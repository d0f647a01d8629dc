import { expect, it } from 'vitest';
import { findingOf } from '../../../client/check/finding.ts';
import type { PersonView } from '../../../client/core/types.ts';
import { cleanCheck } from './examples/check.ts';
import { ran, ranJson } from './fakeWorld.ts';

const violation = findingOf({
  code: 'WORK_ITEM_DISAGREES',
  kind: 'nomination',
  id: '004-0001',
  detail: {
    ...{ key: 'returned', field: 'dueAt', recorded: '2021-11-20T16:59:59.999Z' },
    expected: '2021-11-25T16:59:59.999Z',
  },
});
const warning = findingOf({
  code: 'NOBODY_HOLDS_QUEUE',
  kind: 'queue',
  id: 'unitHead@benhVienVungTau',
  detail: { queue: 'unitHead@benhVienVungTau', count: '2', example: '004-0001', administrators: '' },
});

it('is done when nothing is wrong, even when something is to be noted', async () => {
  const clean = await ran(['check']);
  expect(clean.exit).toBe(0);
  expect(clean.out).toContain('Không có sai lệch nào lúc 20/11/2021 09:05');
  expect(clean.out).toContain('thêm --engine');
  const noted = await ran(['check'], { check: { ...cleanCheck, warnings: [warning] } });
  expect(noted.exit).toBe(0);
  expect(noted.out).toContain(
    'Lúc này không ai giữ vai trò Thủ trưởng đơn vị (unitHead@benhVienVungTau); 2 việc đang chờ',
  );
  expect(noted.out).toContain('chưa có quản trị viên nào');
});

it('ends with 1 when something is wrong, and says where and what', async () => {
  const check = { ...cleanCheck, violations: [violation] };
  const { exit, out } = await ran(['check'], { check });
  expect(exit).toBe(1);
  expect(out).toContain('CÓ 1 SAI LỆCH');
  expect(out).toContain(
    'WORK_ITEM_DISAGREES  Đề nghị 004-0001  Việc “returned”: hạn đang ghi là 20/11/2021 23:59, theo quy trình phải là 25/11/2021 23:59.',
  );
  expect(await ranJson(['check'], { check })).toEqual({ exit: 1, json: { clean: false, ...check } });
});

it('refuses a person who is not in the directory, and checks nothing', async () => {
  const client = { people: async (): Promise<PersonView[]> => [] };
  const refused = await ranJson(['check', '--as', 'nobody'], { client });
  expect(refused).toMatchObject({ exit: 2, json: { error: { code: 'UNKNOWN_PERSON' } } });
  expect((await ran(['check', '--as', 'syt.admin'])).exit).toBe(0);
});
