import { describe, expect, test } from 'vitest';
import { ganttStageTexts, ganttStateTexts, ganttTexts } from '../../../contract/texts/gantt.ts';
import { progressTexts } from '../../../contract/texts/progress.ts';
import { coverageTexts, figureTexts } from '../../../contract/texts/reportColumns.ts';
import { reportListTexts, reportTexts, unconfirmedTexts } from '../../../contract/texts/reports.ts';
import type { Text } from '../../../contract/texts/text.ts';
import { figureNames } from '../../../store/queries/figureRows.ts';

const catalogues = {
  ganttStateTexts,
  ganttTexts,
  progressTexts,
  coverageTexts,
  reportListTexts,
  reportTexts,
  unconfirmedTexts,
};
const nested = [
  ...Object.values(figureTexts).flatMap(({ label, source }) => [label, source]),
  ...Object.values(ganttStageTexts).flatMap(({ code, name }) => [code, name]),
];
const all: Text[] = [...Object.values(catalogues).flatMap((texts) => Object.values<Text>(texts)), ...nested];
const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([found]) => found).toSorted();

describe('the words of reports, progress and schedules', () => {
  test('are composed letters, in both languages, with the same places to fill', () => {
    for (const { vi, en } of all) {
      expect(vi.trim(), en).not.toBe('');
      expect(en.trim(), vi).not.toBe('');
      expect(vi).toBe(vi.normalize('NFC'));
      expect({ vi, found: placeholders(en) }).toEqual({ vi, found: placeholders(vi) });
    }
  });

  test('name every figure that is counted', () => {
    expect(Object.keys(figureTexts)).toEqual([...figureNames]);
  });

  test('tell the stages apart by their letters in either language', () => {
    for (const locale of ['vi', 'en'] as const) {
      const codes = Object.values(ganttStageTexts).map(({ code }) => code[locale].toLowerCase());
      expect(new Set(codes).size).toBe(codes.length);
    }
  });
});
