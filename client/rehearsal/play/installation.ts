import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { existingDataFolder } from '../../../store/embedded/dataFolder.ts';
import { findReach } from '../../cli/home.ts';
import type { Reach } from '../../core/open.ts';
import { programmeFolder } from './programmeFolder.ts';

export type PlayedInstallation = {
  home: string;
  reach: Reach;
  pageUrl: string;
  readyAfterMs: number;
  /** Stops it and starts it again where it was, as a service manager would after an update. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

/** What is rehearsed: one programme, of it all movements or these, on a clock. */
export type Played = {
  clock: { origin: string; start: string; speed: number };
  programme: { file: string; id: string };
  rows: readonly string[];
};

/** Thrown when the installation does not start; the message is what it said itself, in both languages. */
export class NotStarted extends Error {}

const main = join(dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url))))), 'worker', 'main.ts');
const startWithinMs = 180_000;
/** What would lead it out of its own folder, or give it another's clock. */
const foreign =
  /^(DATABASE_URL|TEMPORAL_ADDRESS|TEMPORAL_PROFILE|TEMPORAL_NAMESPACE|SMTP_URL|VINHDANH_PROGRAMMES|VINHDANH_PORT_.*)$/;

/**
 * Starts a fresh all-in-one installation in `home`, which is emptied first. It ends with this process, however that ends.
 * Throws NotStarted.
 */
export async function startInstallation(
  home: string,
  { clock, programme, rows }: Played,
  signal: AbortSignal,
): Promise<PlayedInstallation> {
  await empty(home, signal);
  const sinceMs = Date.now();
  mkdirSync(home, { recursive: true });
  const folder = programmeFolder(join(home, 'rehearsed'), programme, rows);
  const settings = {
    VINHDANH_CLOCK: JSON.stringify(clock),
    VINHDANH_PROGRAMMES: folder,
    // Switched off as shipped; rehearsed as by an office that follows the sector rules (`domain.md` §2.6).
    VINHDANH_REFUSAL_NOTICE: JSON.stringify({ days: 10, kind: 'working' }),
  };
  let stop = await start(home, settings, signal);
  const facts = JSON.parse(readFileSync(join(home, 'runtime.json'), 'utf8')) as { pageUrl: string };
  const reach = findReach(home, {});
  // Whoever is connected finds it again where it was.
  const ports = {
    VINHDANH_PORT_DATABASE: new URL(reach.databaseUrl).port,
    VINHDANH_PORT_ENGINE: reach.temporal.address.split(':').at(-1) ?? '',
    VINHDANH_PORT_PAGE: new URL(facts.pageUrl).port,
  };
  return {
    home,
    reach,
    pageUrl: facts.pageUrl,
    readyAfterMs: Date.now() - sinceMs,
    async restart() {
      await stop();
      stop = await start(home, { ...settings, ...ports }, signal);
    },
    stop: () => stop(),
  };
}

/** Removes what an earlier rehearsal left; one that was killed is started once more, since a start stops what still runs. */
async function empty(home: string, signal: AbortSignal): Promise<void> {
  if (!existsSync(home)) return;
  const left = ['lock', 'runtime.json', join('run', 'engine.json'), join('run', 'database.json')];
  if (left.some((name) => existsSync(join(home, name)))) await (await start(home, {}, signal))();
  const data = existingDataFolder(home);
  if (data !== null && dirname(data) !== home) rmSync(dirname(data), { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
}

async function start(home: string, more: Record<string, string>, signal: AbortSignal): Promise<() => Promise<void>> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
  for (const port of ['PAGE', 'ENGINE', 'ENGINE_UI', 'DATABASE', 'SMTP']) env[`VINHDANH_PORT_${port}`] = '0';
  // Linked by the channel: it stops when this process is gone. In a group of its own: Ctrl-C is for us to pass on, once.
  const child = spawn(process.execPath, [main], {
    env: { ...env, VINHDANH_HOME: home, ...more },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const stop = (): Promise<void> => stopped(child);
  try {
    await ready(child, said, signal);
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function ready(child: ChildProcess, said: readonly string[], signal: AbortSignal): Promise<void> {
  const giveUpAt = Date.now() + startWithinMs;
  while (!said.join('').includes('✓ Vinh Danh')) {
    if (signal.aborted) throw new NotStarted('stopped');
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > giveUpAt)
      throw new NotStarted(said.join('').trim());
    await sleep(50);
  }
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
