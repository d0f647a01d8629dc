import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { stopLeftChild } from '../../store/embedded/childRecord.ts';
import type { HeldPort } from '../../store/embedded/heldPort.ts';
import type { StopSignal } from '../../store/embedded/processIdentity.ts';
import { StartupError } from '../../store/embedded/startupError.ts';
import type { Report } from '../../store/embedded/step.ts';
import { step } from '../../store/embedded/step.ts';
import { ChildFailed, supervise } from '../../store/embedded/supervisor.ts';
import { findEngineCli } from './cli.ts';
import { localEngineReady } from './health.ts';

export type EmbeddedEngine = {
  address: string;
  namespace: string;
  uiUrl: string;
  pid: () => number | null;
  restarts: () => number;
  stop: () => Promise<void>;
};

export type EmbeddedEngineOptions = {
  home: string;
  port: HeldPort;
  uiPort: HeldPort;
  env: NodeJS.ProcessEnv;
  report: Report;
  signal?: AbortSignal;
};

const NAMESPACE = 'default';
const RETENTION_MS = 90 * 24 * 60 * 60 * 1000;

const STOP_SIGNALS: readonly StopSignal[] = [
  { signal: 'SIGTERM', graceMs: 10_000 },
  { signal: 'SIGKILL', graceMs: 5_000 },
];

const recordFile = (home: string): string => join(home, 'run', 'engine.json');

/** Stops an engine that a killed run of this home left behind; says whether there was one. */
export function stopLeftEngine(home: string): Promise<boolean> {
  return stopLeftChild(recordFile(home), STOP_SIGNALS);
}

function engineArgs(databaseFile: string, port: number, uiPort: number): string[] {
  return [
    'server',
    'start-dev',
    '--db-filename',
    databaseFile,
    '--namespace',
    NAMESPACE,
    '--ip',
    '127.0.0.1',
    '--port',
    String(port),
    '--ui-port',
    String(uiPort),
    '--log-level',
    'warn',
    '--log-format',
    'json',
    // An accepted act must survive a power cut: every commit reaches the disk.
    '--sqlite-pragma',
    'journal_mode=WAL',
    '--sqlite-pragma',
    'synchronous=FULL',
    // A long season of one nomination sees more Updates than the default limit of 2,000.
    '--dynamic-config-value',
    'history.maxTotalUpdates=10000',
    '--dynamic-config-value',
    'frontend.enableServerVersionCheck=false',
  ];
}

/**
 * Brings the embedded Temporal server up on 127.0.0.1 with a file database and keeps it up; the namespace exists and
 * keeps closed histories for 90 days when this resolves.
 * @throws StartupError when it cannot be obtained or brought up; the abort reason when `signal` fires.
 */
export async function startEmbeddedEngine(options: EmbeddedEngineOptions): Promise<EmbeddedEngine> {
  const { home, report, signal } = options;
  const { port } = options.port;
  const { port: uiPort } = options.uiPort;
  const cli = await findEngineCli(options.env, report, signal);
  const folder = join(home, 'engine');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const databaseFile = join(folder, 'temporal.db');
  const logFile = join(home, 'logs', 'engine.log');
  await Promise.all([options.port.release(), options.uiPort.release()]);
  try {
    const child = await step(report, 'khởi động bộ máy Temporal / starting the engine', () =>
      supervise(
        {
          name: 'Temporal',
          command: cli.path,
          args: engineArgs(databaseFile, port, uiPort),
          cwd: folder,
          env: options.env,
          logFile,
          recordFile: recordFile(home),
          marker: databaseFile,
          stopSignals: STOP_SIGNALS,
          ready: (attempt) => localEngineReady(port, NAMESPACE, RETENTION_MS, attempt),
        },
        report,
        signal,
      ),
    );
    return { address: `127.0.0.1:${port}`, namespace: NAMESPACE, uiUrl: `http://127.0.0.1:${uiPort}`, ...child };
  } catch (error) {
    if (error instanceof StartupError || signal?.aborted) throw error;
    const detail = error instanceof ChildFailed ? error.detail : String(error);
    throw new StartupError(
      'engineFailed',
      `không khởi động được bộ máy Temporal (${cli.path}): ${detail}; xem ${logFile}`,
      'the engine did not start; see that log',
      error,
    );
  }
}
