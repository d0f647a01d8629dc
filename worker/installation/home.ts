import { accessSync, constants, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartupError } from '../../store/embedded/startupError.ts';

/** Raised when an older program could no longer read the data folder. */
export const DATA_VERSION = 1;

const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The data folder that `env` asks for: VINHDANH_HOME, else `.vinhdanh` in the checkout. */
export function homePath(env: NodeJS.ProcessEnv): string {
  return resolve(env.VINHDANH_HOME || join(repository, '.vinhdanh'));
}

/**
 * Makes sure the data folder is there, writable, and not from a newer program; returns its real path.
 * @throws StartupError `homeUnwritable`, `dataNewer`.
 */
export function openHome(env: NodeJS.ProcessEnv): string {
  const path = homePath(env);
  try {
    // As root the database's own user must be able to pass through; nobody may list it.
    if (!existsSync(path)) mkdirSync(path, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    accessSync(path, constants.W_OK);
    const home = realpathSync(path);
    for (const name of ['logs', 'run', 'secrets']) mkdirSync(join(home, name), { recursive: true, mode: 0o700 });
    stampVersion(home);
    return home;
  } catch (error) {
    if (error instanceof StartupError) throw error;
    throw new StartupError(
      'homeUnwritable',
      `không ghi được vào thư mục dữ liệu ${path} (${(error as Error).message}); hãy sửa quyền hoặc đặt VINHDANH_HOME`,
      'cannot write to the data folder; correct its permissions or set VINHDANH_HOME',
      error,
    );
  }
}

function stampVersion(home: string): void {
  const file = join(home, 'version.json');
  if (!existsSync(file)) {
    writeFileSync(file, `${JSON.stringify({ dataVersion: DATA_VERSION })}\n`);
    return;
  }
  const { dataVersion } = JSON.parse(readFileSync(file, 'utf8')) as { dataVersion?: unknown };
  if (typeof dataVersion === 'number' && dataVersion <= DATA_VERSION) return;
  throw new StartupError(
    'dataNewer',
    `dữ liệu trong ${home} do bản Vinh Danh mới hơn tạo (phiên bản dữ liệu ${String(dataVersion)}, bản này đọc tới ${DATA_VERSION}); hãy cập nhật phần mềm hoặc đặt VINHDANH_HOME khác`,
    `these data were written by a newer version (${String(dataVersion)} > ${DATA_VERSION}); update the program or set another VINHDANH_HOME`,
  );
}
