import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ProcessIdentity } from '../../store/embedded/processIdentity.ts';
import { identify, isAlive } from '../../store/embedded/processIdentity.ts';
import { StartupError } from '../../store/embedded/startupError.ts';
import type { Report } from '../../store/embedded/step.ts';
import { step } from '../../store/embedded/step.ts';

export type HomeLock = {
  /** Tells a next start that waiting is worthwhile: this one is on its way out. */
  markStopping: () => void;
  release: () => void;
};

type Holder = ProcessIdentity & { stopping?: boolean };

const POLL_MS = 100;
// A copy whose launcher was just killed needs a moment to notice and say that it is stopping.
const NOTICE_WITHIN_MS = 1_500;
const STOP_WITHIN_MS = 45_000;

function readHolder(file: string): { holder: Holder | null; text: string } | null {
  try {
    const text = readFileSync(file, 'utf8');
    const holder = JSON.parse(text) as Partial<Holder>;
    const complete = typeof holder.pid === 'number' && typeof holder.startedAt === 'string';
    return { holder: complete ? (holder as Holder) : null, text };
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : { holder: null, text: '' };
  }
}

/** The living process that holds `home`, else null. */
export function lockHolder(home: string): ProcessIdentity | null {
  const holder = readHolder(join(home, 'lock'))?.holder ?? null;
  return holder !== null && isAlive(holder) ? holder : null;
}

function tryTake(file: string, text: string): boolean {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    // A link appears complete or not at all, and fails where a lock exists.
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function removeStale(file: string, judged: string): void {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  // Between judging and moving, another start may have put its own lock there: give that one back.
  if (readHolder(aside)?.text !== judged) tryTake(file, readFileSync(aside, 'utf8'));
  rmSync(aside, { force: true });
}

/**
 * Takes the lock of `home`: one running copy per data. A lock whose process is gone is taken over; one that is just
 * stopping is waited for.
 * @throws StartupError `alreadyRunning` when another copy runs on the same data.
 */
export async function takeLock(home: string, report: Report): Promise<HomeLock> {
  const file = join(home, 'lock');
  const self = identify(process.pid) ?? { pid: process.pid, startedAt: 'unknown' };
  const text = JSON.stringify(self);
  await step(report, 'chờ lần chạy trước dừng hẳn / waiting for the previous run to stop', async () => {
    const sinceMs = Date.now();
    while (!tryTake(file, text)) {
      const found = readHolder(file);
      if (found === null) continue;
      if (found.holder === null || !isAlive(found.holder)) {
        removeStale(file, found.text);
        continue;
      }
      if (Date.now() - sinceMs > (found.holder.stopping ? STOP_WITHIN_MS : NOTICE_WITHIN_MS))
        throw alreadyRunning(home, found.holder.pid);
      await sleep(POLL_MS);
    }
  });
  return {
    markStopping: () => {
      const draft = `${file}.${process.pid}`;
      writeFileSync(draft, JSON.stringify({ ...self, stopping: true } satisfies Holder), { mode: 0o600 });
      renameSync(draft, file);
    },
    release: () => {
      if (readHolder(file)?.holder?.pid === self.pid) rmSync(file, { force: true });
    },
  };
}

function alreadyRunning(home: string, pid: number): StartupError {
  return new StartupError(
    'alreadyRunning',
    `một bản Vinh Danh khác (tiến trình ${pid}) đang chạy trên dữ liệu ${home}; hãy dừng bản đó (Ctrl-C) hoặc đặt VINHDANH_HOME khác`,
    `another copy (process ${pid}) is running on the same data; stop it (Ctrl-C) or set another VINHDANH_HOME`,
  );
}
