import { endOfDay, startOfDay } from '../contract/calendarDay.ts';
import type { Directory } from '../programmes/directorySchema.ts';
import { programmeHash } from '../programmes/hash.ts';
import { loadProgrammes } from '../programmes/loader/load.ts';
import { DefinitionError } from '../programmes/loader/problems.ts';
import type { Store } from '../store/connect.ts';
import type { DirectoryRecords } from '../store/directory.ts';
import { StartupError } from '../store/embedded/startupError.ts';
import { ProgrammeVersionConflict } from '../store/errors.ts';
import { putProgrammeVersion } from '../store/programmes.ts';
import { putDirectory } from '../store/putDirectory.ts';

/**
 * Brings the definition files into the database: new versions of programmes, bodies, people, roles, nominees.
 * Throws StartupError with every problem of every file, or when a version was changed without a new number.
 */
export async function publishDefinitions(store: Store, now: string, folder?: string): Promise<void> {
  try {
    const { programmes, directory } = loadProgrammes(folder);
    for (const { programme, ref } of programmes.values()) {
      const version = {
        ref,
        id: programme.id,
        version: String(programme.version),
        hash: programmeHash(programme),
        definition: programme,
      };
      await putProgrammeVersion(store, version, null);
    }
    await putDirectory(store, recordsOf(directory), { actorId: null, at: now });
  } catch (error) {
    if (error instanceof DefinitionError || error instanceof ProgrammeVersionConflict) {
      throw new StartupError(
        'definitionInvalid',
        `Tệp chương trình thi đua chưa hợp lệ: ${error.message}`,
        error.message,
        error,
      );
    }
    throw error;
  }
}

function recordsOf({ bodies, people, nominees }: Directory): DirectoryRecords {
  return {
    bodies: bodies.map(({ id, name, short, kind, under }) => ({ id, name, short, kind, under })),
    people: people.map(({ roles, ...person }) => ({
      ...person,
      roles: roles.map(({ role, body, from, to }) => ({
        role,
        body,
        ...(from === undefined ? {} : { validFrom: startOfDay(from) }),
        // Both days count; the record names the first instant after.
        ...(to === undefined ? {} : { validTo: new Date(Date.parse(endOfDay(to)) + 1).toISOString() }),
      })),
    })),
    nominees: nominees.map(({ unit, ...nominee }) => ({ ...nominee, unitId: unit })),
  };
}
