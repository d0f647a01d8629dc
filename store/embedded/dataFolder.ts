import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { reachable, sharedFolder } from './reach.ts';
import { StartupError } from './startupError.ts';
import type { Report } from './step.ts';
import type { SystemUser } from './systemUser.ts';

const LOCATION = 'database.location';
const OWNER = 'home';

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}

/** The data folder an installation uses now, without creating anything; null before its first start. */
export function existingDataFolder(home: string): string | null {
  const noted = readText(join(home, LOCATION));
  if (noted !== null) return noted;
  const inHome = join(home, 'database');
  return existsSync(join(inHome, 'PG_VERSION')) ? inHome : null;
}

function claim(home: string, folder: string): void {
  const owner = join(dirname(folder), OWNER);
  const other = readText(owner);
  // A home that was moved takes its data along; one that was copied must not share them with the original.
  if (other !== null && other !== home && readText(join(other, LOCATION)) === folder) {
    throw new StartupError(
      'dataShared',
      `dữ liệu ở ${folder} thuộc về ${other}, còn ${home} chỉ là bản sao; hãy xóa tệp ${join(home, LOCATION)} để bắt đầu dữ liệu mới`,
      `the data in ${folder} belong to ${other}, of which ${home} is a copy; delete ${join(home, LOCATION)} to begin with fresh data`,
    );
  }
  writeFileSync(owner, `${home}\n`);
}

/**
 * Decides where the cluster of this installation lives: inside `home`, or, when the database's own user cannot get
 * there, under /var/lib/vinhdanh (noted in `home` and reported). The folder may not exist yet; the one above it does.
 * @throws StartupError `dataShared` when a copied home points at data of the original, `databaseFailed` when data
 * already inside `home` have become unreachable.
 */
export function dataFolder(home: string, user: SystemUser | null, report: Report): string {
  const realHome = realpathSync(home);
  const noted = readText(join(realHome, LOCATION));
  const inHome = join(realHome, 'database');
  const canReach = reachable(join(inHome, 'PG_VERSION'), user);
  if (noted === null && canReach) return inHome;
  if (noted === null && existsSync(join(inHome, 'PG_VERSION'))) {
    throw new StartupError(
      'databaseFailed',
      `người dùng của PostgreSQL không vào được ${inHome}; hãy chmod o+x các thư mục phía trên`,
      `the user PostgreSQL runs as cannot enter ${inHome}; chmod o+x the folders above it`,
    );
  }
  const folder = noted ?? join(sharedFolder(realHome), 'database');
  mkdirSync(dirname(folder), { recursive: true, mode: 0o711 });
  claim(realHome, folder);
  if (noted === null) writeFileSync(join(realHome, LOCATION), `${folder}\n`);
  report(`• dữ liệu PostgreSQL ở / PostgreSQL data in: ${folder}`);
  return folder;
}
