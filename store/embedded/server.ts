import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { postgresBinaries } from './binaries.ts';
import { stopLeftChild } from './childRecord.ts';
import { dataFolder, existingDataFolder } from './dataFolder.ts';
import type { HeldPort } from './heldPort.ts';
import { initialiseCluster } from './initialise.ts';
import { stopLeftPostmaster } from './leftPostmaster.ts';
import type { StopSignal } from './processIdentity.ts';
import { keptSecret } from './secret.ts';
import { StartupError } from './startupError.ts';
import type { Report } from './step.ts';
import { step } from './step.ts';
import { ChildFailed, supervise } from './supervisor.ts';
import { databaseUser } from './systemUser.ts';

export type EmbeddedDatabase = {
  url: string;
  folder: string;
  pid: () => number | null;
  restarts: () => number;
  stop: () => Promise<void>;
};

export type EmbeddedDatabaseOptions = {
  home: string;
  port: HeldPort;
  cacheFolder: string;
  report: Report;
  signal?: AbortSignal;
};

const MAJOR = '18';
const DATABASE = 'vinhdanh';
const PROBE_MS = 30;

/** Fast shutdown first (clients cut, checkpoint written), then without a checkpoint, then not asked. */
const STOP_SIGNALS: readonly StopSignal[] = [
  { signal: 'SIGINT', graceMs: 20_000 },
  { signal: 'SIGQUIT', graceMs: 5_000 },
  { signal: 'SIGKILL', graceMs: 5_000 },
];

const recordFile = (home: string): string => join(home, 'run', 'database.json');

/** Stops a database server that a killed run of this home left behind; says whether there was one. */
export async function stopLeftDatabase(home: string): Promise<boolean> {
  const noted = await stopLeftChild(recordFile(home), STOP_SIGNALS);
  const folder = existingDataFolder(home);
  const unnoted = folder !== null && (await stopLeftPostmaster(folder, STOP_SIGNALS));
  return noted || unnoted;
}

async function answers(adminUrl: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const sql = postgres(adminUrl, { max: 1, connect_timeout: 5, onnotice: () => undefined });
    try {
      const rows = await sql`select 1 from pg_database where datname = ${DATABASE}`;
      if (rows.length === 0) await sql.unsafe(`create database ${DATABASE}`);
      return;
    } catch (error) {
      // 28P01: the server is up but our secret does not fit its data; waiting will not help.
      if ((error as { code?: string }).code === '28P01') throw error;
      await sleep(PROBE_MS, undefined, { signal }).catch(() => undefined);
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
}

function refuseOtherMajor(folder: string): void {
  const major = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (major === MAJOR) return;
  throw new StartupError(
    'databaseVersion',
    `dữ liệu trong ${folder} thuộc PostgreSQL ${major}, bản này chạy ${MAJOR}; hãy chuyển dữ liệu bằng pg_dump hoặc đặt DATABASE_URL`,
    `the data are of PostgreSQL ${major}, this version runs ${MAJOR}; move them with pg_dump or set DATABASE_URL`,
  );
}

/**
 * Brings the embedded PostgreSQL up on 127.0.0.1 and keeps it up: created on first use, durable (fsync on), restarted
 * when it dies. The database `vinhdanh` exists when this resolves.
 * @throws StartupError when it cannot be brought up; the abort reason when `signal` fires.
 */
export async function startEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const { home, report, signal } = options;
  const { port } = options.port;
  const user = databaseUser(existingDataFolder(home));
  const binaries = postgresBinaries(user, options.cacheFolder, report);
  const folder = dataFolder(home, user, report);
  const password = keptSecret(home, 'database-password');
  if (!existsSync(join(folder, 'PG_VERSION'))) {
    await step(report, 'tạo cơ sở dữ liệu lần đầu / creating the database', () =>
      initialiseCluster(binaries.initdb, folder, password, user, signal),
    );
  }
  refuseOtherMajor(folder);

  const logFile = join(home, 'logs', 'database.log');
  const urlOf = (database: string): string => `postgres://vinhdanh:${password}@127.0.0.1:${port}/${database}`;
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
  };
  await options.port.release();
  try {
    const child = await step(report, 'khởi động cơ sở dữ liệu / starting the database', () =>
      supervise(
        {
          name: 'PostgreSQL',
          command: binaries.postgres,
          args: ['-D', folder, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])],
          cwd: '/',
          env: { ...process.env, LC_ALL: 'C' },
          owner: user ?? undefined,
          logFile,
          recordFile: recordFile(home),
          marker: folder,
          stopSignals: STOP_SIGNALS,
          ready: (attempt) => answers(urlOf('postgres'), attempt),
        },
        report,
        signal,
      ),
    );
    return { url: urlOf(DATABASE), folder, ...child };
  } catch (error) {
    if (error instanceof StartupError || signal?.aborted) throw error;
    const detail = error instanceof ChildFailed ? error.detail : String(error);
    throw new StartupError(
      'databaseFailed',
      `không khởi động được PostgreSQL: ${detail}; xem ${logFile}`,
      `PostgreSQL did not start; see that log`,
      error,
    );
  }
}
