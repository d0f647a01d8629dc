import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCalendar, loadCalendar } from '../../../programmes/calendar/load.ts';
import { DefinitionError, formatProblem } from '../../../programmes/loader/problems.ts';
import { parseYaml } from '../../../programmes/loader/yamlSource.ts';
import { changed, malformedCases, supportText } from '../support/cases.ts';

const here = '../calendar/support';
const valid = {
  law: supportText(`${here}/law.yaml`),
  lunar: supportText(`${here}/lunar.yaml`),
  notices: supportText(`${here}/notices.yaml`),
};

function problems(files: Partial<typeof valid>): string[] {
  const texts = { ...valid, ...files };
  const read = (name: keyof typeof valid) => parseYaml(texts[name], `${name}.yaml`);
  return checkCalendar({ law: read('law'), lunar: read('lunar'), notices: read('notices') }).problems.map(
    formatProblem,
  );
}

it('accepts the unchanged files', () => {
  expect(problems({})).toEqual([]);
});

describe.each(['law', 'lunar', 'notices'] as const)(
  'a malformed %s.yaml is refused with line, path and reason',
  (name) => {
    const cases = malformedCases(`${here}/malformed/${name}.yaml`);
    it.each(cases)('$name', (one) => {
      expect(problems({ [name]: changed(valid[name], one) })).toEqual(one.expected);
    });
  },
);

it('reports the problems of all files at once', () => {
  const found = problems({
    law: valid.law.replace('version: 1', 'version: 0'),
    lunar: valid.lunar.replace('2025-01-29', '2025-02-30'),
    notices: valid.notices.replace('issuer: Bộ', 'isuer: Bộ'),
  });
  expect(found.map((problem) => problem.split(': ')[0])).toEqual([
    'law.yaml:2',
    'lunar.yaml:5',
    'notices.yaml:2',
    'notices.yaml:4',
  ]);
});

it('is thrown from a folder with a missing file, naming it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'calendar-'));
  try {
    writeFileSync(join(folder, 'law.yaml'), valid.law);
    writeFileSync(join(folder, 'lunar.yaml'), valid.lunar);
    expect(() => loadCalendar(folder)).toThrow(DefinitionError);
    expect(() => loadCalendar(folder)).toThrow(/notices\.yaml:1: không đọc được tệp/);
    writeFileSync(join(folder, 'notices.yaml'), valid.notices);
    expect(loadCalendar(folder).notices).toHaveLength(2);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
