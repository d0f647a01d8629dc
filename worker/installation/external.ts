import { setTimeout as sleep } from 'node:timers/promises';
import type { ConnectionOptions } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import postgres from 'postgres';
import { StartupError } from '../../store/embedded/startupError.ts';
import type { Report } from '../../store/embedded/step.ts';
import { step } from '../../store/embedded/step.ts';
import { checkEngine } from '../engine/health.ts';

// Servers of the same machine may still be booting when we start; VINHDANH_WAIT_MS sets another patience.
const WAIT_MS = 15_000;
const PAUSE_MS = 500;

export type ExternalEngine = { address: string; namespace: string; connectionOptions: ConnectionOptions };

async function persist(
  env: NodeJS.ProcessEnv,
  signal: AbortSignal | undefined,
  probe: () => Promise<unknown>,
): Promise<void> {
  const untilMs = Date.now() + Number(env.VINHDANH_WAIT_MS || WAIT_MS);
  for (;;) {
    try {
      await probe();
      return;
    } catch (error) {
      signal?.throwIfAborted();
      if (Date.now() > untilMs) throw error;
      await sleep(PAUSE_MS, undefined, signal ? { signal } : {});
    }
  }
}

/** Reads TEMPORAL_* (and the profile file) and makes sure that engine serves. @throws StartupError `engineUnreachable`. */
export async function useExternalEngine(
  env: NodeJS.ProcessEnv,
  report: Report,
  signal?: AbortSignal,
): Promise<ExternalEngine> {
  let where = env.TEMPORAL_ADDRESS ?? '';
  try {
    const texts = Object.fromEntries(
      Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
    const { connectionOptions, namespace } = loadClientConnectConfig({ overrideEnvVars: texts });
    where = connectionOptions.address ?? where;
    await step(report, `nối tới Temporal ${where} / connecting to Temporal`, () =>
      persist(env, signal, () => checkEngine(connectionOptions, 5_000)),
    );
    return { address: where, namespace: namespace ?? 'default', connectionOptions };
  } catch (error) {
    signal?.throwIfAborted();
    throw new StartupError(
      'engineUnreachable',
      `không nối được Temporal ở ${where} (${(error as Error).message}); hãy kiểm tra TEMPORAL_ADDRESS hoặc bỏ biến này để dùng bộ máy đi kèm`,
      'cannot reach that Temporal server; check TEMPORAL_ADDRESS or unset it to use the embedded engine',
      error,
    );
  }
}

/** Makes sure the server behind DATABASE_URL answers. @throws StartupError `databaseUnreachable`; the line shows no password. */
export async function useExternalDatabase(
  url: string,
  env: NodeJS.ProcessEnv,
  report: Report,
  signal?: AbortSignal,
): Promise<string> {
  let where = 'DATABASE_URL';
  try {
    const { hostname, port, pathname } = new URL(url);
    where = `${hostname}:${port || '5432'}${pathname}`;
    await step(report, `nối tới cơ sở dữ liệu ${where} / connecting to the database`, () =>
      persist(env, signal, async () => {
        const sql = postgres(url, { max: 1, connect_timeout: 5 });
        try {
          await sql`select 1`;
        } finally {
          await sql.end({ timeout: 1 });
        }
      }),
    );
    return url;
  } catch (error) {
    signal?.throwIfAborted();
    throw new StartupError(
      'databaseUnreachable',
      `không nối được PostgreSQL ở ${where} (${(error as Error).message}); hãy kiểm tra DATABASE_URL hoặc bỏ biến này để dùng cơ sở dữ liệu đi kèm`,
      'cannot reach that PostgreSQL server; check DATABASE_URL or unset it to use the embedded one',
      error,
    );
  }
}
