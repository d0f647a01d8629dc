import { relative } from 'node:path';
import { queueOf } from '../../contract/roles.ts';
import type { Body, Directory, Nominee, Person } from '../directorySchema.ts';
import { bodiesFileSchema, peopleFileSchema } from '../directorySchema.ts';
import { duplicates } from './checks/context.ts';
import { holders } from './checks/staffing.ts';
import type { Problem } from './problems.ts';
import { DefinitionError, problemAt } from './problems.ts';
import type { YamlSource } from './yamlSource.ts';
import { readYaml } from './yamlSource.ts';
import { checkShape } from './zodProblems.ts';

/** Loads bodies, people and nominees. Throws DefinitionError with every problem of both files. */
export function loadDirectory(folder: string = `${import.meta.dirname}/../demonstration`): Directory {
  const read = (name: string) => readYaml(`${folder}/${name}`, relative(process.cwd(), `${folder}/${name}`));
  const { directory, problems } = checkDirectory(read('bodies.yaml'), read('people.yaml'));
  if (!directory) throw new DefinitionError(problems);
  return directory;
}

/** Checks both parsed files. Gives the directory, or the problems in the order of the files' lines. */
export function checkDirectory(
  bodiesFile: YamlSource,
  peopleFile: YamlSource,
): { directory: Directory | null; problems: Problem[] } {
  const problems = [...bodiesFile.problems, ...peopleFile.problems];
  const bodies = bodiesFile.value === undefined ? null : checkShape(bodiesFile, bodiesFileSchema);
  const people = peopleFile.value === undefined ? null : checkShape(peopleFile, peopleFileSchema);
  problems.push(...(bodies?.problems ?? []), ...(people?.problems ?? []));
  if (bodies?.value && people?.value) {
    const directory = { bodies: bodies.value.bodies, people: people.value.people, nominees: people.value.nominees };
    problems.push(
      ...checkBodies(bodiesFile, directory.bodies),
      ...checkPeople(peopleFile, directory),
      ...checkUnits(bodiesFile, directory),
    );
    if (problems.length === 0) return { directory, problems };
  }
  problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  return { directory: null, problems };
}

function checkBodies(source: YamlSource, bodies: readonly Body[]): Problem[] {
  const ids = bodies.map(({ id }) => id);
  const unknown = bodies.flatMap(({ under }, index) =>
    under === null || ids.includes(under)
      ? []
      : [problemAt(source.place(['bodies', index, 'under']), 'UNKNOWN_BODY', { name: under }, ids)],
  );
  return [...unknown, ...twice(source, 'bodies', bodies)];
}

function checkPeople(source: YamlSource, { bodies, people, nominees }: Directory): Problem[] {
  const ids = bodies.map(({ id }) => id);
  const units = bodies.filter(({ nominates }) => nominates).map(({ id }) => id);
  const body = (path: PropertyKey[], name: string) =>
    ids.includes(name) ? [] : [problemAt(source.place(path), 'UNKNOWN_BODY', { name }, ids)];
  const ofPeople = people.flatMap((person, index) => [
    ...body(['people', index, 'homeBody'], person.homeBody),
    ...person.roles.flatMap((held, item) => {
      const path = ['people', index, 'roles', item];
      const { from, to } = held;
      const reversed = from !== undefined && to !== undefined && to < from;
      return [
        ...body([...path, 'body'], held.body),
        ...(reversed ? [problemAt(source.place([...path, 'to']), 'DATES_REVERSED', { from, to })] : []),
      ];
    }),
  ]);
  const ofNominees = nominees.flatMap(({ unit }, index) =>
    units.includes(unit)
      ? []
      : [problemAt(source.place(['nominees', index, 'unit']), 'UNKNOWN_UNIT', { name: unit }, units)],
  );
  return [...ofPeople, ...ofNominees, ...twice(source, 'people', people), ...twice(source, 'nominees', nominees)];
}

/** A unit that nominates has somebody to prepare and somebody to sign off. */
function checkUnits(source: YamlSource, directory: Directory): Problem[] {
  return directory.bodies.flatMap(({ id, nominates }, index) =>
    (nominates ? (['unitClerk', 'unitHead'] as const) : [])
      .map((role) => queueOf(role, id))
      .filter((queue) => holders(directory, queue, '0000-01-01', '9999-12-31').length === 0)
      .map((queue) => problemAt(source.place(['bodies', index]), 'NOBODY_EVER', { queue })),
  );
}

function twice(source: YamlSource, list: string, items: readonly (Body | Person | Nominee)[]): Problem[] {
  return duplicates(
    source,
    items.map(({ id }) => id),
    (index) => [list, index],
    (path, values) => problemAt(source.place(path), 'DUPLICATE_ID', values),
  );
}
