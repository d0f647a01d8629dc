import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Reach } from '../../client/core/open.ts';
import { commandLine, identify, isAlive } from '../../store/embedded/processIdentity.ts';
import type { RuntimeFacts } from '../../worker/installation/runtime.ts';
import { runtimeFile } from '../../worker/installation/runtime.ts';
import { testEnv } from '../support/installation.ts';

export const victims = ['process', 'engine', 'database'] as const;
export type Victim = (typeof victims)[number];

/** The product as a person runs it: the launcher, under it our process, under that engine and database. */
export type Product = {
  home: string;
  /** Starts it by the ordinary command; resolves as soon as our process is there, long before it is ready. */
  launch(): Promise<void>;
  /** Resolves when the running process says where it is reached. Throws when it ends before, or takes too long. */
  ready(): Promise<Reach>;
  pid(victim: Victim): number | null;
  /** `kill -9`; gives the number of the process that is no more. */
  kill(victim: Victim): number;
  /** Asks it to stop, as Ctrl-C does. */
  stop(): Promise<void>;
};

const root = fileURLToPath(new URL('../..', import.meta.url));
// Everything here shares two cores with the load.
const readyWithinMs = 120_000;
const pollMs = 20;

/** Prepares the product on the data folder `home`. What it prints goes to `<home>/product.log`. */
export function productOn(home: string, clock: object): Product {
  const env = testEnv(home, { VINHDANH_CLOCK: JSON.stringify(clock), VINHDANH_DEMONSTRATION: 'on' });
  // The faults need an engine and a database of their own; and npm, if it started us, did not start the product.
  for (const name of ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'TEMPORAL_PROFILE', 'npm_lifecycle_event']) delete env[name];
  let launcher: ChildProcess | null = null;
  let main: number | null = null;

  // Whatever ends the test: the launcher passes the wish to stop on, and our process stops its children.
  process.once('exit', () => launcher?.kill('SIGTERM'));

  const running = (): boolean => launcher !== null && launcher.exitCode === null && launcher.signalCode === null;

  function pid(victim: Victim): number | null {
    if (victim === 'process') return main;
    const record = readJson<{ pid: number }>(join(home, 'run', `${victim}.json`));
    return record?.pid ?? null;
  }

  return {
    home,
    pid,
    async launch() {
      const log = openSync(join(home, 'product.log'), 'a', 0o600);
      launcher = spawn(process.execPath, [join(root, 'worker', 'launch.mjs'), 'start'], {
        cwd: root,
        env,
        stdio: ['ignore', log, log],
      });
      closeSync(log);
      main = null;
      await until('our process', () => {
        main = running() ? mainUnder(launcher?.pid ?? 0) : null;
        return main !== null || !running();
      });
      if (main === null) throw new Error(`The launcher ended by itself; see ${join(home, 'product.log')}`);
    },
    async ready() {
      const facts = await until('a ready product', () => {
        if (!running()) throw new Error(`The product ended by itself; see ${join(home, 'product.log')}`);
        const found = readJson<RuntimeFacts>(runtimeFile(home));
        return found?.pid === main && found?.pageUrl ? found : null;
      });
      return {
        databaseUrl: facts.databaseUrl,
        temporal: { address: facts.temporalAddress, namespace: facts.namespace },
      };
    },
    kill(victim) {
      const target = pid(victim);
      if (target === null) throw new Error(`There is no ${victim} to kill`);
      process.kill(target, 'SIGKILL');
      return target;
    },
    async stop() {
      if (launcher === null || !running()) return;
      launcher.kill('SIGTERM');
      const own = main === null ? null : identify(main);
      await until('the end', () => !running() && (own === null || !isAlive(own)));
    },
  };
}

/** The launcher also starts short-lived children, to try which Node runs. */
function mainUnder(launcher: number): number | null {
  const children = readText(`/proc/${launcher}/task/${launcher}/children`).split(' ').map(Number);
  return children.find((pid) => pid > 0 && commandLine(pid).includes(join('worker', 'main.ts'))) ?? null;
}

/** Waits for a true value. Throws when it does not come. */
export async function until<T>(
  what: string,
  look: () => T | null | false | Promise<T | null | false>,
  withinMs = readyWithinMs,
): Promise<T> {
  const giveUpAt = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > giveUpAt) throw new Error(`Waited ${withinMs / 1000} s in vain for ${what}`);
    await sleep(pollMs);
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function readJson<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return null;
  }
}
