import { execFile } from 'node:child_process';
import { chownSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { StartupError } from './startupError.ts';
import type { SystemUser } from './systemUser.ts';

const run = promisify(execFile);

/** Vietnamese sorts by its own rules (đ after d, tone marks last); the second is for a build without ICU. */
const LOCALES: readonly (readonly string[])[] = [
  ['--locale=C', '--locale-provider=icu', '--icu-locale=vi-VN'],
  ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
];

function lastWords(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string };
  return (stderr ?? message)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(-2)
    .join(' ');
}

function removeDrafts(folder: string): void {
  for (const name of readdirSync(dirname(folder))) {
    if (name.startsWith(`${basename(folder)}.new-`))
      rmSync(join(dirname(folder), name), { recursive: true, force: true });
  }
}

/**
 * Creates a new cluster in `folder` with a superuser `vinhdanh` that signs in by scram password only. It is made
 * beside its place and moved in when complete, so that a killed first start leaves nothing half made behind.
 * @throws StartupError `databaseFailed` with initdb's last words.
 */
export async function initialiseCluster(
  initdb: string,
  folder: string,
  password: string,
  user: SystemUser | null,
  signal?: AbortSignal,
): Promise<void> {
  removeDrafts(folder);
  const draft = `${folder}.new-${process.pid}`;
  const passwordFile = `${draft}-password`;
  let failure: unknown;
  try {
    for (const locale of LOCALES) {
      rmSync(draft, { recursive: true, force: true });
      mkdirSync(draft, { mode: 0o700 });
      writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
      if (user !== null) for (const path of [draft, passwordFile]) chownSync(path, user.uid, user.gid);
      const args = [
        '-D',
        draft,
        '-U',
        'vinhdanh',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--no-instructions',
        ...locale,
      ];
      try {
        // LC_ALL: initdb refuses a terminal locale this machine does not have.
        await run(initdb, args, {
          cwd: '/',
          env: { ...process.env, LC_ALL: 'C' },
          ...(user ?? {}),
          ...(signal ? { signal } : {}),
        });
        renameSync(draft, folder);
        return;
      } catch (error) {
        signal?.throwIfAborted();
        failure = error;
      }
    }
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
  throw new StartupError(
    'databaseFailed',
    `không tạo được cơ sở dữ liệu trong ${folder}: ${lastWords(failure)}`,
    `initdb could not create the database`,
    failure,
  );
}
