import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import postgres from 'postgres';

export type PartStatus = { name: 'database' | 'engine' | 'page'; ok: boolean; detail: string };
export type Status = { ok: boolean; parts: PartStatus[] };

type Facts = { databaseUrl?: string; temporalAddress?: string; pageUrl?: string | null };

const WITHIN_MS = 3_000;
const SERVICE = 'temporal.api.workflowservice.v1.WorkflowService';
const SERVING = 1;
const NOT_RUNNING = 'không chạy: chưa có runtime.json / not running: no runtime.json';

function readFacts(home: string, env: NodeJS.ProcessEnv): Facts {
  let facts: Facts = {};
  try {
    facts = JSON.parse(readFileSync(join(home, 'runtime.json'), 'utf8')) as Facts;
  } catch {
    // Not running here; what the environment points to may still be asked.
  }
  return {
    ...facts,
    ...(env.DATABASE_URL ? { databaseUrl: env.DATABASE_URL } : {}),
    ...(env.TEMPORAL_ADDRESS ? { temporalAddress: env.TEMPORAL_ADDRESS } : {}),
  };
}

async function check(name: PartStatus['name'], work: () => Promise<string>): Promise<PartStatus> {
  try {
    return { name, ok: true, detail: await work() };
  } catch (error) {
    return {
      name,
      ok: false,
      detail: error instanceof Error ? error.message.split('\n')[0] || error.name : String(error),
    };
  }
}

async function databaseAnswers(url: string): Promise<string> {
  const sql = postgres(url, { max: 1, connect_timeout: WITHIN_MS / 1000 });
  try {
    await sql`select 1`;
    const { hostname, port } = new URL(url);
    return `${hostname}:${port || '5432'}`;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function engineServes(address: string, external: boolean): Promise<string> {
  const { tls, apiKey, metadata } = external ? loadClientConnectConfig().connectionOptions : {};
  const connection = Connection.lazy({
    address,
    ...(tls === undefined ? {} : { tls }),
    ...(typeof apiKey === 'string' ? { apiKey } : {}),
    ...(metadata === undefined ? {} : { metadata }),
  });
  try {
    const { status } = await connection.withDeadline(Date.now() + WITHIN_MS, () =>
      connection.healthService.check({ service: SERVICE }),
    );
    if (status !== SERVING) throw new Error(`health ${status}`);
    return `${address} SERVING`;
  } finally {
    await connection.close();
  }
}

async function pageAnswers(url: string): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(WITHIN_MS), redirect: 'manual' });
  if (response.status >= 500) throw new Error(`${url} HTTP ${response.status}`);
  return `${url} HTTP ${response.status}`;
}

/**
 * Asks every part of the installation in `home` (or of the servers `env` points to) whether it works. Never throws;
 * a part that is not there is reported as not ok. The page is asked only when it has been published.
 */
export async function readStatus(home: string, env: NodeJS.ProcessEnv = process.env): Promise<Status> {
  const { databaseUrl, temporalAddress, pageUrl } = readFacts(home, env);
  const missing = async (): Promise<string> => {
    throw new Error(NOT_RUNNING);
  };
  const checks = [
    check('database', databaseUrl === undefined ? missing : () => databaseAnswers(databaseUrl)),
    check(
      'engine',
      temporalAddress === undefined ? missing : () => engineServes(temporalAddress, Boolean(env.TEMPORAL_ADDRESS)),
    ),
  ];
  if (pageUrl) checks.push(check('page', () => pageAnswers(pageUrl)));
  const parts = await Promise.all(checks);
  return { ok: parts.every((part) => part.ok), parts };
}
