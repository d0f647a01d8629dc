import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { npmCi } from './npmCi.mjs';
import { Refusal } from './refusal.mjs';

const STAMP = '.vinhdanh-stamp';
const UNSIGNED_MS = 5_000;

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function fingerprint(root) {
  const hash = createHash('sha256');
  for (const name of ['package-lock.json', 'package.json']) hash.update(readFileSync(join(root, name)));
  return hash.update(`${process.platform}-${process.arch}`).digest('hex');
}

function isStamped(root) {
  try {
    return readFileSync(join(root, 'node_modules', STAMP), 'utf8') === fingerprint(root);
  } catch {
    return false;
  }
}

const forThisMachine = (entry) =>
  [
    [entry.os, process.platform],
    [entry.cpu, process.arch],
  ].every(([allowed, own]) => !allowed || allowed.includes(own));

/**
 * Whether npm's own note of what it installed agrees with the lockfile: the packages are fine although we did not
 * install them (someone ran `npm ci` by hand).
 */
export function installedMatchesLock(root) {
  const installed = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages;
  const locked = readJson(join(root, 'package-lock.json'))?.packages;
  const own = readJson(join(root, 'package.json'));
  if (!installed || !locked || !own) return false;
  for (const kind of ['dependencies', 'optionalDependencies', 'devDependencies']) {
    if (JSON.stringify(own[kind] ?? {}) !== JSON.stringify(locked['']?.[kind] ?? {})) return false;
  }
  return Object.entries(locked).every(([path, entry]) => {
    if (path === '') return true;
    const there = installed[path];
    // What other machines need may be missing, a build for this one may not (one for another C library, musl, may).
    const isBuildForUs = (entry.os || entry.cpu) && forThisMachine(entry) && entry.libc === undefined;
    if (there === undefined) return entry.optional === true && !isBuildForUs;
    return there.version === entry.version && existsSync(join(root, path));
  });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Whether whoever made the lock is gone; an empty one is of somebody who died before signing it. */
function isAbandoned(lock) {
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    return holder > 0 ? !isAlive(holder) : Date.now() - statSync(lock).mtimeMs > UNSIGNED_MS;
  } catch {
    return false;
  }
}

/** Lets only one process install at a time: `npm ci` empties node_modules. */
async function withInstallLock(root, work) {
  const folder = join(root, '.vinhdanh');
  const lock = join(folder, 'install.lock');
  mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  for (let said = false; ; ) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isAbandoned(lock)) {
      rmSync(lock, { force: true });
      continue;
    }
    if (!said)
      console.log(
        '… một tiến trình khác đang cài các gói, xin chờ / another process is installing the packages, waiting',
      );
    said = true;
    await sleep(300);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Installs the packages when they are missing or not those of the lockfile. */
export async function ensurePackages(root) {
  if (isStamped(root)) return;
  try {
    await withInstallLock(root, async () => {
      if (isStamped(root)) return;
      if (!installedMatchesLock(root)) await npmCi(root);
      writeFileSync(join(root, 'node_modules', STAMP), fingerprint(root));
    });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // Packages installed by somebody else in a checkout we may only read.
    if (['EACCES', 'EROFS', 'EPERM'].includes(error.code) && installedMatchesLock(root)) return;
    throw new Refusal(
      `không cài được các gói vào ${join(root, 'node_modules')} (${error.message}); hãy kiểm tra quyền ghi và dung lượng đĩa`,
      'could not install the packages; check permissions and disk space',
    );
  }
}
