import { describe, expect, test } from 'vitest';
import { checkDirectory } from '../../programmes/loader/directory.ts';
import { formatProblem } from '../../programmes/loader/problems.ts';
import { checkProgramme } from '../../programmes/loader/programmeFile.ts';
import { parseYaml } from '../../programmes/loader/yamlSource.ts';
import { changed, malformedCases, supportText } from './support/cases.ts';

const documentsFolder = `${import.meta.dirname}/support/documents`;
const bodies = supportText('bodies.yaml');
const people = supportText('people.yaml');
const valid = supportText('valid.yaml');

function directoryProblems(bodiesText: string, peopleText: string): string[] {
  const { problems } = checkDirectory(parseYaml(bodiesText, 'bodies.yaml'), parseYaml(peopleText, 'people.yaml'));
  return problems.map(formatProblem);
}

function programmeProblems(text: string): string[] {
  const { directory } = checkDirectory(parseYaml(bodies, 'bodies.yaml'), parseYaml(people, 'people.yaml'));
  if (!directory) throw new Error('The directory of the tests is wrong');
  return checkProgramme(parseYaml(text, 'x.yaml'), { documentsFolder, directory }).problems.map(formatProblem);
}

test('the unchanged definitions are accepted', () => {
  expect(programmeProblems(valid)).toEqual([]);
  expect(directoryProblems(bodies, people)).toEqual([]);
});

describe('a malformed programme is refused with line, path, reason and allowed values', () => {
  const cases = malformedCases('malformedProgrammes.yaml');
  test('there are enough of them', () => expect(cases.length).toBeGreaterThanOrEqual(105));
  test.each(cases)('$name', (one) => expect(programmeProblems(changed(valid, one))).toEqual(one.expected));
});

describe('malformed bodies are refused', () => {
  test.each(malformedCases('malformedBodies.yaml'))('$name', (one) => {
    expect(directoryProblems(changed(bodies, one), people)).toEqual(one.expected);
  });
});

describe('malformed people are refused', () => {
  test.each(malformedCases('malformedPeople.yaml'))('$name', (one) => {
    expect(directoryProblems(bodies, changed(people, one))).toEqual(one.expected);
  });
});

test('all mistakes of a file are reported at once, in the order of its lines', () => {
  const text = valid.replace('count: 5, source', 'count: 6, source').replace('road: simplified', 'road: simple');
  const lines = programmeProblems(text.replace('version: 1', 'version: 0')).map((problem) => problem.slice(0, 12));
  expect(lines).toEqual(['x.yaml:2: ve', 'x.yaml:129: ']);
});
