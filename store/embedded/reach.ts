import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { SystemUser } from './systemUser.ts';

/** Where things go that the database's user could not reach inside our own folders. */
const SHARED_ROOT = '/var/lib/vinhdanh';

function mayEnter(folder: string, user: SystemUser): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

/** Whether `user` can walk down to `path`: every folder above it (those that exist yet) lets them through. */
export function reachable(path: string, user: SystemUser | null): boolean {
  if (user === null) return true;
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (existsSync(folder) && !mayEnter(folder, user)) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** A folder under the shared root of its own for `key` (a home, a package version). */
export function sharedFolder(key: string): string {
  return join(SHARED_ROOT, createHash('sha256').update(key).digest('hex').slice(0, 12));
}
