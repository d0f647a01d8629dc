import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process number alone is reused by the system; together with the start time it names one process for good. */
export type ProcessIdentity = { pid: number; startedAt: string };

const hasProc = process.platform === 'linux';
const POLL_MS = 20;

function ps(pid: number, column: string): string | null {
  try {
    const text = execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return text.trim() || null;
  } catch {
    return null;
  }
}

function procStartedAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may itself contain spaces and brackets, so fields are counted from the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    // Ticks count from boot, so the boot is part of the time.
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${fields[19]}`;
  } catch {
    return null;
  }
}

/** When the process started, as an opaque text to compare; null when there is no such (living) process. */
export function startedAt(pid: number): string | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (hasProc) return procStartedAt(pid);
  const state = ps(pid, 'state');
  return state === null || state.startsWith('Z') ? null : ps(pid, 'lstart');
}

/** The command line of a living process, arguments joined by blanks; empty when unknown. */
export function commandLine(pid: number): string {
  if (!hasProc) return ps(pid, 'command') ?? '';
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

export function identify(pid: number): ProcessIdentity | null {
  const at = startedAt(pid);
  return at === null ? null : { pid, startedAt: at };
}

export function isAlive(identity: ProcessIdentity): boolean {
  return startedAt(identity.pid) === identity.startedAt;
}

export type StopSignal = { signal: NodeJS.Signals; graceMs: number };

/** Sends the signals in turn, each with its grace, until the process is gone; says whether it is. */
export async function stopProcess(identity: ProcessIdentity, signals: readonly StopSignal[]): Promise<boolean> {
  for (const { signal, graceMs } of signals) {
    if (!isAlive(identity)) return true;
    try {
      process.kill(identity.pid, signal);
    } catch {
      return !isAlive(identity);
    }
    const untilMs = Date.now() + graceMs;
    while (Date.now() < untilMs && isAlive(identity)) await sleep(POLL_MS);
  }
  return !isAlive(identity);
}
