import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ProcessIdentity, StopSignal } from './processIdentity.ts';
import { commandLine, identify, isAlive, stopProcess } from './processIdentity.ts';

/** Our own pid file of a child: who it is, and a text of its command line (our data path) that must still be there. */
export type ChildRecord = ProcessIdentity & { marker: string };

/**
 * Notes a child that was just started. Synchronous, so that hardly anything fits between the start and the note:
 * after a `kill -9` of this process the note is how the next start finds the child.
 */
export function writeChildRecord(file: string, pid: number, marker: string): void {
  const identity = identify(pid);
  if (identity === null) return;
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ ...identity, marker } satisfies ChildRecord), { mode: 0o600 });
  renameSync(draft, file);
}

export function removeChildRecord(file: string): void {
  rmSync(file, { force: true });
}

/** The child noted in `file` when it is still the same living process working on our data, else null. */
export function livingChild(file: string): ChildRecord | null {
  try {
    const record = JSON.parse(readFileSync(file, 'utf8')) as Partial<ChildRecord>;
    if (typeof record.pid !== 'number' || typeof record.startedAt !== 'string' || typeof record.marker !== 'string')
      return null;
    const child = { pid: record.pid, startedAt: record.startedAt, marker: record.marker };
    return isAlive(child) && commandLine(child.pid).includes(child.marker) ? child : null;
  } catch {
    return null;
  }
}

/** Stops a child a killed run left behind, if there is one; says whether there was. */
export async function stopLeftChild(file: string, signals: readonly StopSignal[]): Promise<boolean> {
  const child = livingChild(file);
  if (child !== null) await stopProcess(child, signals);
  removeChildRecord(file);
  return child !== null;
}
