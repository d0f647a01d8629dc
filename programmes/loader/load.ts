import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Programme } from '../../contract/programme.ts';
import type { Directory } from '../directorySchema.ts';
import { programmeRef } from '../hash.ts';
import { loadDirectory } from './directory.ts';
import type { Problem } from './problems.ts';
import { DefinitionError, problemAt } from './problems.ts';
import type { Surroundings } from './programmeFile.ts';
import { checkProgramme } from './programmeFile.ts';
import { readYaml } from './yamlSource.ts';

/** `programmes/`: `definitions/*.yaml`, `documents/NNN.txt`, `demonstration/{bodies,people}.yaml`. */
export const programmesFolder = join(import.meta.dirname, '..');

/** Everything the loader gives: programmes by id, and the directory they are checked against. */
export type Loaded = { programmes: ReadonlyMap<string, LoadedProgramme>; directory: Directory };
export type LoadedProgramme = { programme: Programme; ref: string; file: string };

/** Loads all definitions of the folder. Throws DefinitionError with every problem of every file. */
export function loadProgrammes(folder: string = programmesFolder): Loaded {
  const directory = loadDirectory(join(folder, 'demonstration'));
  const surroundings = { documentsFolder: join(folder, 'documents'), directory };
  const programmes = new Map<string, LoadedProgramme>();
  const problems: Problem[] = [];
  for (const name of readdirSync(join(folder, 'definitions'))
    .filter((file) => file.endsWith('.yaml'))
    .toSorted()) {
    const read = readProgramme(join(folder, 'definitions', name), surroundings);
    problems.push(...read.problems);
    if (!read.loaded) continue;
    const { id } = read.loaded.programme;
    const first = programmes.get(id);
    // Two files with one id would leave it to their names which of them is in force.
    if (first)
      problems.push(
        problemAt({ file: read.loaded.file, line: 1, path: `id (${first.file})` }, 'DUPLICATE_ID', { id, first: 1 }),
      );
    else programmes.set(id, read.loaded);
  }
  if (problems.length > 0) throw new DefinitionError(problems);
  return { programmes, directory };
}

/** Loads one definition; without surroundings, against the demonstration's directory. Throws DefinitionError. */
export function loadProgrammeFile(path: string, surroundings: Surroundings = defaultSurroundings()): LoadedProgramme {
  const { loaded, problems } = readProgramme(path, surroundings);
  if (!loaded) throw new DefinitionError(problems);
  return loaded;
}

function readProgramme(
  path: string,
  surroundings: Surroundings,
): { loaded: LoadedProgramme | null; problems: Problem[] } {
  const file = relative(process.cwd(), path);
  const { programme, problems } = checkProgramme(readYaml(path, file), surroundings);
  return { loaded: programme && { programme, ref: programmeRef(programme), file }, problems };
}

function defaultSurroundings(): Surroundings {
  return { documentsFolder: join(programmesFolder, 'documents'), directory: loadDirectory() };
}
