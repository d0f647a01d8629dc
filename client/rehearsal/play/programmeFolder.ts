import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parse, stringify } from 'yaml';
import { programmesFolder } from '../../../programmes/loader/load.ts';

/**
 * Writes a folder of programmes that holds only the one rehearsed, and of it only these movements (empty: all): rounds of others
 * would lie unplanned for the whole season, and their officials be reminded of it. Gives the folder, for `VINHDANH_PROGRAMMES`.
 */
export function programmeFolder(
  folder: string,
  { file, id }: { file: string; id: string },
  only: readonly string[],
): string {
  mkdirSync(join(folder, 'definitions'), { recursive: true });
  mkdirSync(join(folder, 'documents'), { recursive: true });
  cpSync(join(programmesFolder, 'demonstration'), join(folder, 'demonstration'), { recursive: true });
  cpSync(join(programmesFolder, 'documents', `${id}.txt`), join(folder, 'documents', `${id}.txt`));
  const definition = readFileSync(resolve(file), 'utf8');
  writeFileSync(join(folder, 'definitions', basename(file)), only.length === 0 ? definition : cut(definition, only));
  return folder;
}

type Cut = { movements: { id: string }[]; coverageTargets: { movement: string }[] };

function cut(definition: string, only: readonly string[]): string {
  const programme = parse(definition) as Cut;
  return stringify({
    ...programme,
    movements: programme.movements.filter(({ id }) => only.includes(id)),
    coverageTargets: programme.coverageTargets.filter(({ movement }) => only.includes(movement)),
  });
}
