import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StopSignal } from './processIdentity.ts';
import { commandLine, identify, stopProcess } from './processIdentity.ts';

/**
 * Stops a server that PostgreSQL's own pid file in `folder` names although ours does not (killed before we could note
 * it), provided the process really works on that folder. Says whether there was one.
 */
export async function stopLeftPostmaster(folder: string, signals: readonly StopSignal[]): Promise<boolean> {
  let pid: number;
  try {
    pid = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return false;
  }
  const identity = identify(pid);
  if (identity === null || !commandLine(pid).includes(folder)) return false;
  await stopProcess(identity, signals);
  return true;
}
