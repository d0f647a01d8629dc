import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { removeChildRecord, writeChildRecord } from './childRecord.ts';
import { lastLine, openLog } from './logFile.ts';
import type { StopSignal } from './processIdentity.ts';
import { identify, stopProcess } from './processIdentity.ts';
import type { Report } from './step.ts';

export type ChildSpec = {
  name: string;
  command: string;
  args: readonly string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  owner?: { uid: number; gid: number } | undefined;
  logFile: string;
  recordFile: string;
  /** A text of the command line that only a child of this installation has: its data path. */
  marker: string;
  stopSignals: readonly StopSignal[];
  /** Resolves when the child serves; gives up when the signal is aborted. */
  ready: (signal: AbortSignal) => Promise<void>;
};

export type SupervisedChild = {
  pid: () => number | null;
  restarts: () => number;
  stop: () => Promise<void>;
};

// A server whose predecessor was killed may need the predecessor's helpers to go first (shared memory, ports).
const FIRST_ATTEMPTS = 4;
const BACKOFF_FIRST_MS = 200;
const BACKOFF_MAX_MS = 10_000;
// After this long in service the next death counts as a new story.
const STEADY_AFTER_MS = 60_000;

/** Thrown when a child could not be brought into service; `detail` is what it said last. */
export class ChildFailed extends Error {
  readonly detail: string;

  constructor(name: string, detail: string) {
    super(`${name}: ${detail}`);
    this.name = 'ChildFailed';
    this.detail = detail;
  }
}

type Running = { child: ChildProcess; exited: Promise<string> };

function launch(spec: ChildSpec): Running {
  const log = openLog(spec.logFile);
  try {
    const child = spawn(spec.command, [...spec.args], {
      cwd: spec.cwd,
      env: spec.env,
      // Its own process group: Ctrl-C in the terminal must reach us only, we stop the children in our order.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      ...(spec.owner ?? {}),
    });
    if (child.pid !== undefined) writeChildRecord(spec.recordFile, child.pid, spec.marker);
    const exited = new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, signal) => resolve(lastLine(spec.logFile, log.fromByte) || `exit ${code ?? signal}`));
    });
    return { child, exited };
  } finally {
    closeSync(log.fd);
  }
}

async function halt(spec: ChildSpec, running: Running): Promise<void> {
  const { child } = running;
  const identity =
    child.pid === undefined || child.exitCode !== null || child.signalCode !== null ? null : identify(child.pid);
  if (identity !== null) {
    await stopProcess(identity, spec.stopSignals);
    await running.exited;
  }
  removeChildRecord(spec.recordFile);
}

async function bringUp(spec: ChildSpec, stopping: AbortSignal): Promise<Running> {
  const running = launch(spec);
  const attempt = new AbortController();
  const signal = AbortSignal.any([attempt.signal, stopping]);
  try {
    const died = running.exited.then((detail) => {
      throw new ChildFailed(spec.name, detail);
    });
    await Promise.race([died, spec.ready(signal)]);
    stopping.throwIfAborted();
    return running;
  } catch (error) {
    await halt(spec, running);
    throw error;
  } finally {
    attempt.abort();
  }
}

/**
 * Starts a child, waits until it serves, and starts it again (same arguments, growing pauses) whenever it dies by itself.
 * @throws ChildFailed when the first starts fail; the abort reason when `cancel` fires first.
 */
export async function supervise(spec: ChildSpec, report: Report, cancel?: AbortSignal): Promise<SupervisedChild> {
  const stopper = new AbortController();
  const stopping = cancel === undefined ? stopper.signal : AbortSignal.any([stopper.signal, cancel]);
  let running: Running | null = await firstStart(spec, stopping);
  let restarts = 0;

  const watch = (async () => {
    let pauseMs = BACKOFF_FIRST_MS;
    while (running !== null) {
      const upSinceMs = Date.now();
      const detail = await running.exited;
      if (stopper.signal.aborted) return;
      running = null;
      if (Date.now() - upSinceMs > STEADY_AFTER_MS) pauseMs = BACKOFF_FIRST_MS;
      report(`! ${spec.name} dừng đột ngột (${detail}); đang khởi động lại / stopped by itself; restarting`);
      while (running === null && !stopper.signal.aborted) {
        await sleep(pauseMs, undefined, { signal: stopper.signal }).catch(() => undefined);
        pauseMs = Math.min(pauseMs * 2, BACKOFF_MAX_MS);
        if (stopper.signal.aborted) return;
        running = await bringUp(spec, stopper.signal).catch((error: unknown) => {
          if (!stopper.signal.aborted)
            report(`! ${spec.name}: ${error instanceof Error ? error.message : String(error)}`);
          return null;
        });
      }
      if (running !== null) {
        restarts += 1;
        report(`✓ ${spec.name} đã chạy lại / is back (pid ${running.child.pid})`);
      }
    }
  })();

  return {
    pid: () => running?.child.pid ?? null,
    restarts: () => restarts,
    stop: async () => {
      stopper.abort();
      if (running !== null) await halt(spec, running);
      await watch;
      removeChildRecord(spec.recordFile);
    },
  };
}

async function firstStart(spec: ChildSpec, stopping: AbortSignal): Promise<Running> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await bringUp(spec, stopping);
    } catch (error) {
      if (stopping.aborted || !(error instanceof ChildFailed) || attempt === FIRST_ATTEMPTS) throw error;
      await sleep(BACKOFF_FIRST_MS * 2 ** attempt, undefined, { signal: stopping });
    }
  }
}
