import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bodyOf, notStated } from '../../contract/programme.ts';
import { findProgramme } from '../../programmes/find.ts';
import { walkMappings } from '../../programmes/loader/checks/context.ts';
import { daysIn, foldText } from '../../programmes/loader/documents.ts';
import { loadProgrammes, programmesFolder } from '../../programmes/loader/load.ts';
import { programmeSpan } from '../../programmes/phases.ts';

const loaded = loadProgrammes();
const raw = (id: string) => readFileSync(`${programmesFolder}/documents/${id}.txt`, 'utf8');

test('the five source documents are kept byte for byte', () => {
  const hashes = ['000', '001', '002', '003', '004'].map((id) =>
    createHash('sha256').update(raw(id)).digest('hex').slice(0, 12),
  );
  expect(hashes).toEqual(['785fe07b900d', '6915ae8b88cc', '1df0c1272546', 'edc071ad1153', 'a3e8ac95639f']);
});

// Told apart from the loader's own check: plain search in the folded text.
describe.each([...loaded.programmes.values()])('programme $programme.id', ({ programme }) => {
  const text = raw(programme.id).normalize('NFC').replace(/\s+/g, ' ');
  const quotes: string[] = [];
  walkMappings(programme, ({ quote, source }) => {
    if (typeof quote === 'string' && typeof source === 'string') quotes.push(quote);
  });
  test(`all ${quotes.length} quotes are words of its document`, () => {
    expect(quotes.filter((quote) => !text.includes(quote.replace(/\s+/g, ' ')))).toEqual([]);
    expect(quotes.length).toBeGreaterThan(20);
  });
});

test('each programme has the movements its document names', () => {
  const counts = [...loaded.programmes.values()].map(({ programme }) => [programme.id, programme.movements.length]);
  expect(counts).toEqual([
    ['000', 13],
    ['001', 7],
    ['002', 3],
    ['003', 10],
    ['004', 13],
  ]);
});

test('only 004 states hosts, bodies in charge, review times and quotas', () => {
  for (const { programme } of loaded.programmes.values()) {
    if (programme.id === '004') continue;
    for (const { host, inCharge, reviewTime, quota } of programme.movements) {
      const open = [host.stated, inCharge.stated, reviewTime.stated, quota.collective.stated, quota.individual.stated];
      expect(open).toEqual(Array(5).fill(notStated));
    }
  }
});

test('000: the deputy signs on behalf of the director; letterhead number and day are lost', () => {
  const { signatory, document } = findProgramme(loaded, '000').programme;
  expect(signatory).toMatchObject({ name: { value: 'Nguyễn Trung Thành' }, onBehalf: { value: 'KT.GIÁM ĐỐC' } });
  expect([document.number, document.date]).toEqual([notStated, notStated]);
});

test('002: reports periodically to the ministry, through its emulation department; spans 2021 to 2025', () => {
  const { programme } = findProgramme(loaded, '002');
  const [duty] = programme.reporting === notStated ? [] : programme.reporting;
  expect(duty).toMatchObject({ via: { body: 'vuTruyenThongThiDua' }, frequency: { value: 'Định kỳ' } });
  expect(duty && bodyOf(duty.to)).toBe('boYTe');
  expect(programmeSpan(programme)).toEqual({ from: '2021-01-01', to: '2025-12-31' });
  expect(programme.signatory).toBe(notStated);
  expect(programme.taskGroups).toHaveLength(6);
});

test('003: two contiguous phases, the first begun before the letter; two launching bodies; three 100 % targets', () => {
  const { programme } = findProgramme(loaded, '003');
  expect(programme.phases.map(({ from, to }) => [from, to])).toEqual([
    ['2020-06-26', '2020-07-27'],
    ['2020-07-28', '2020-12-31'],
  ]);
  expect(programme.document.date).toMatchObject({ value: '2020-07-01' });
  expect(programme.launchingBodies.map(bodyOf)).toEqual(['soYTeThanhHoa', 'congDoanNganhThanhHoa']);
  expect(programme.coverageTargets.map(({ movement, percent }) => [movement, percent])).toEqual([
    ['2.3', 100],
    ['2.7', 100],
    ['2.10', 100],
  ]);
});

test('the standing body is data: another desk in each document', () => {
  const desks = [...loaded.programmes.values()].map(({ programme: { desk } }) =>
    desk === notStated ? desk : desk.value,
  );
  expect(desks).toEqual(['TCCB', 'TCCB', 'TT-KT', 'VP', 'VP']);
});

test('text is compared in NFC with white space folded; days are read as documents write them', () => {
  expect(foldText('  Sở\n\n Y tế ')).toBe('Sở Y tế');
  expect(foldText('thẩm định'.normalize('NFD'))).toBe('thẩm định');
  expect(daysIn('từ 26/6/2020 đến ngày 01 tháng 7\nnăm 2020, năm 2021')).toEqual(['2020-06-26', '2020-07-01']);
});
