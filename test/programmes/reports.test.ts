import { expect, test } from 'vitest';
import type { Programme } from '../../contract/programme.ts';
import { notStated } from '../../contract/programme.ts';
import { findProgramme } from '../../programmes/find.ts';
import { loadProgrammes } from '../../programmes/loader/load.ts';
import { reportsOf } from '../../programmes/reports.ts';

const loaded = loadProgrammes();
const programmeOf = (id: string): Programme => findProgramme(loaded, id).programme;
const short = (programme: Programme) =>
  reportsOf(programme).map(({ kind, periodFrom, dueOn, to, via }) => [kind, periodFrom, dueOn, to, via]);

test('000, 001 and 003 state no duty to report, so nothing is scheduled', () => {
  for (const id of ['000', '001', '003']) {
    expect(programmeOf(id).reporting).toBe(notStated);
    expect(reportsOf(programmeOf(id))).toEqual([]);
  }
});

test('002 reports every year to the ministry through its desk, and at the end on all five years', () => {
  expect(short(programmeOf('002'))).toEqual([
    ['interim', '2021-01-01', '2021-12-15', 'boYTe', 'vuTruyenThongThiDua'],
    ['interim', '2021-12-16', '2022-12-15', 'boYTe', 'vuTruyenThongThiDua'],
    ['interim', '2022-12-16', '2023-12-15', 'boYTe', 'vuTruyenThongThiDua'],
    ['interim', '2023-12-16', '2024-12-15', 'boYTe', 'vuTruyenThongThiDua'],
    ['final', '2021-01-01', '2025-12-15', 'boYTe', 'vuTruyenThongThiDua'],
  ]);
});

test('004 reports to the provincial council in June and, finally, in December', () => {
  expect(short(programmeOf('004'))).toEqual([
    ['interim', '2021-01-01', '2021-06-30', 'hoiDongTDKTTinh', null],
    ['final', '2021-01-01', '2021-12-31', 'hoiDongTDKTTinh', null],
  ]);
  expect(reportsOf(programmeOf('004'))[1]).toMatchObject({ reportId: '004/report/0/2021-12-31', programmeId: '004' });
});

test('ids are unique; the last day is final unless others are named; a final report begins after the final one before it', () => {
  const base = programmeOf('002');
  if (base.reporting === notStated) throw new Error('002 reports');
  const [duty] = base.reporting;
  if (!duty) throw new Error('002 reports');
  const { finalOn, ...open } = duty;
  if (!finalOn) throw new Error('002 names its final report');
  const twice = { ...finalOn, value: ['2022-12-15', '2025-12-15'] };
  const programme = { ...base, reporting: [open, { ...duty, finalOn: twice }] };
  const reports = reportsOf(programme);
  expect(new Set(reports.map(({ reportId }) => reportId)).size).toBe(10);
  expect(reports.slice(0, 5).map(({ kind }) => kind)).toEqual(['interim', 'interim', 'interim', 'interim', 'final']);
  expect(reports.slice(5).map(({ kind, periodFrom }) => `${kind} ${periodFrom}`)).toEqual([
    'interim 2021-01-01',
    'final 2021-01-01',
    'interim 2022-12-16',
    'interim 2023-12-16',
    'final 2022-12-16',
  ]);
});
