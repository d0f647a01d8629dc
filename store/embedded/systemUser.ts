import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { StartupError } from './startupError.ts';

export type SystemUser = { uid: number; gid: number };

const NAME = 'vinhdanh';

function numberOf(flag: '-u' | '-g'): number | null {
  try {
    return Number(execFileSync('id', [flag, NAME], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim());
  } catch {
    return null;
  }
}

function find(): SystemUser | null {
  const uid = numberOf('-u');
  const gid = numberOf('-g');
  return uid === null || gid === null ? null : { uid, gid };
}

function create(): void {
  // Debian, Fedora and relatives have the first; Alpine's BusyBox has the second.
  const attempts: [string, string[]][] = [
    [
      'useradd',
      [
        '--system',
        '--user-group',
        '--no-create-home',
        '--home-dir',
        '/nonexistent',
        '--shell',
        '/usr/sbin/nologin',
        NAME,
      ],
    ],
    ['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', NAME]],
  ];
  for (const [command, args] of attempts) {
    try {
      execFileSync(command, args, {
        stdio: 'ignore',
        env: { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin:/sbin` },
      });
      return;
    } catch {
      // Not there, or another process created the user first: the caller looks again.
    }
  }
}

/**
 * The user PostgreSQL runs as: null for an ordinary person (it runs as they do); for root, whom PostgreSQL refuses,
 * the owner of the data when there are some already, else the system user `vinhdanh`, created when missing.
 * @throws StartupError `systemUser` when root cannot create it.
 */
export function databaseUser(existingData: string | null): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  if (existingData !== null && existsSync(existingData)) {
    const { uid, gid } = statSync(existingData);
    if (uid !== 0) return { uid, gid };
  }
  const existing = find();
  if (existing !== null) return existing;
  create();
  const created = find();
  if (created !== null) return created;
  throw new StartupError(
    'systemUser',
    `PostgreSQL không chạy dưới quyền root và không tạo được người dùng hệ thống "${NAME}"; hãy chạy bằng người dùng thường hoặc đặt DATABASE_URL`,
    `PostgreSQL refuses root and the system user "${NAME}" could not be created; run as an ordinary user or set DATABASE_URL`,
  );
}
