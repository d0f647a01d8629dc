import { readdirSync, readFileSync } from 'node:fs';
import type { Installation } from '../../worker/installation/open.ts';

/** CPU milliseconds used so far: this process (worker and client), the engine, the database server with its backends. */
export type Cpu = { process: number; engine: number; database: number };

/** Clock ticks are 10 ms on every Linux that Node runs on. */
const tickMs = 10;

/**
 * Gives a reader of the CPU used by everything that takes part. Throws where it cannot be read: servers of somebody
 * else, or no /proc.
 */
export function cpuMeter({ children }: Installation): () => Cpu {
  const engine = children.engine?.pid();
  const database = children.database?.pid();
  if (process.platform !== 'linux' || !engine || !database) {
    throw new Error('CPU can be measured on Linux with the embedded engine and database only');
  }
  return () => {
    const { user, system } = process.cpuUsage();
    return {
      process: (user + system) / 1000,
      engine: usedBy(engine),
      database: usedBy(database) + usedByChildren(database),
    };
  };
}

/** Gives what was used between two readings. */
export function used(from: Cpu, to: Cpu): Cpu {
  return {
    process: to.process - from.process,
    engine: to.engine - from.engine,
    database: to.database - from.database,
  };
}

/** Gives all of it. */
export const totalOf = ({ process: own, engine, database }: Cpu): number => own + engine + database;

/** User and system time, of ended children too (the database's short-lived helpers). */
function usedBy(pid: number): number {
  const [utime = 0, stime = 0, cutime = 0, cstime = 0] = statOf(pid).slice(11, 15).map(Number);
  return (utime + stime + cutime + cstime) * tickMs;
}

function usedByChildren(parent: number): number {
  let sum = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = statOf(Number(pid));
      if (Number(fields[1]) === parent) sum += (Number(fields[11]) + Number(fields[12])) * tickMs;
    } catch {
      // It ended while we looked.
    }
  }
  return sum;
}

/** The fields of /proc/<pid>/stat after the command, which may itself hold blanks and brackets. */
function statOf(pid: number): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}
