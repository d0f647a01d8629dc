import { join } from 'node:path';
import type { ConnectionOptions } from '@temporalio/client';
import type { EmbeddedDatabase } from '../../store/embedded/server.ts';
import { startEmbeddedDatabase, stopLeftDatabase } from '../../store/embedded/server.ts';
import type { Report } from '../../store/embedded/step.ts';
import { step } from '../../store/embedded/step.ts';
import { cacheFolder } from '../engine/cache.ts';
import type { EmbeddedEngine } from '../engine/server.ts';
import { startEmbeddedEngine, stopLeftEngine } from '../engine/server.ts';
import { useExternalDatabase, useExternalEngine } from './external.ts';
import { openHome } from './home.ts';
import { takeLock } from './lock.ts';
import type { HeldPorts, PortName } from './ports.ts';
import { holdPorts, releasePorts } from './ports.ts';
import type { RuntimeFacts } from './runtime.ts';
import { removeRuntime, writeRuntime } from './runtime.ts';

export type Installation = {
  home: string;
  databaseUrl: string;
  temporal: {
    address: string;
    namespace: string;
    uiUrl: string | null;
    /** What to give to `Connection.connect`; holds TLS and key settings of an external engine. */
    connectionOptions: ConnectionOptions;
  };
  /** Which of the two we started ourselves. */
  embedded: { engine: boolean; database: boolean };
  children: { engine: EmbeddedEngine | null; database: EmbeddedDatabase | null };
  /** Those of the parts on top are held for them: each releases its own just before it listens. */
  ports: HeldPorts;
  logs: string;
  cacheFolder: string;
  report: Report;
  /** Adds facts to runtime.json once a part knows them (the page's address, the mailbox's port). */
  publish(facts: Partial<RuntimeFacts>): void;
  /** Tells a next start on the same data that this one is on its way out and worth waiting for. */
  announceStop(): void;
  /** Stops what we started, removes runtime.json, gives up the lock. */
  stop(): Promise<void>;
};

export type OpenOptions = {
  report?: Report;
  /** Gives the start up: what is already running is stopped. */
  signal?: AbortSignal;
};

type Undo = () => Promise<void> | void;

async function undoAll(undo: readonly Undo[]): Promise<void> {
  // Engine and database do not know each other, so they may go at the same time; the lock goes last.
  await Promise.allSettled(undo.slice(1).map((one) => one()));
  await undo[0]?.();
}

async function stopLeftovers(home: string, report: Report): Promise<void> {
  const [engine, database] = await step(
    report,
    'dừng tiến trình còn sót của lần chạy trước / stopping what a killed run left',
    () => Promise.all([stopLeftEngine(home), stopLeftDatabase(home)]),
  );
  if (engine || database)
    report('• đã dừng tiến trình còn sót của lần chạy trước / stopped what a killed run left behind');
}

function neededPorts(externalEngine: boolean, externalDatabase: boolean): Set<PortName> {
  const needed = new Set<PortName>(['page', 'smtp']);
  if (!externalEngine) needed.add('engine').add('engineUi');
  if (!externalDatabase) needed.add('database');
  return needed;
}

type ServerPlan = {
  home: string;
  ports: HeldPorts;
  env: NodeJS.ProcessEnv;
  externalEngine: boolean;
  externalUrl: string | null;
  report: Report;
  signal: AbortSignal | undefined;
  /** Receives how to stop each server as soon as it runs. */
  undo: Undo[];
};

async function startServers({ home, ports, env, externalEngine, externalUrl, report, signal, undo }: ServerPlan) {
  // One that fails calls the other off, so that a failed start ends soon and leaves nothing running.
  const siblings = new AbortController();
  const both = signal ? AbortSignal.any([signal, siblings.signal]) : siblings.signal;
  const failing = (error: unknown): never => {
    siblings.abort(error);
    throw error;
  };
  const startEngine = async () => {
    if (externalEngine) return { child: null, uiUrl: null, ...(await useExternalEngine(env, report, both)) };
    const child = await startEmbeddedEngine({
      home,
      port: ports.engine,
      uiPort: ports.engineUi,
      env,
      report,
      signal: both,
    });
    undo.push(child.stop);
    return {
      child,
      address: child.address,
      namespace: child.namespace,
      uiUrl: child.uiUrl,
      connectionOptions: { address: child.address },
    };
  };
  const startDatabase = async () => {
    if (externalUrl !== null) return { child: null, url: await useExternalDatabase(externalUrl, env, report, both) };
    const child = await startEmbeddedDatabase({
      home,
      port: ports.database,
      cacheFolder: cacheFolder(env),
      report,
      signal: both,
    });
    undo.push(child.stop);
    return { child, url: child.url };
  };
  const settled = await Promise.allSettled([startEngine().catch(failing), startDatabase().catch(failing)]);
  both.throwIfAborted();
  const [engineResult, databaseResult] = settled;
  if (engineResult.status === 'rejected') throw engineResult.reason;
  if (databaseResult.status === 'rejected') throw databaseResult.reason;
  return { engine: engineResult.value, database: databaseResult.value };
}

/**
 * Opens the installation `env` describes: data folder, lock, ports, and, in parallel, the engine and the database,
 * embedded unless TEMPORAL_ADDRESS (or a TEMPORAL_PROFILE) and DATABASE_URL point elsewhere.
 * @throws StartupError for everything a person can do something about; then nothing is left running.
 */
export async function openInstallation(env: NodeJS.ProcessEnv, options: OpenOptions = {}): Promise<Installation> {
  const { report = (line) => console.log(line), signal } = options;
  const externalEngine = Boolean(env.TEMPORAL_ADDRESS || env.TEMPORAL_PROFILE);
  const externalUrl = env.DATABASE_URL || null;
  const home = openHome(env);
  const lock = await takeLock(home, report);
  const undo: Undo[] = [lock.release];
  try {
    await stopLeftovers(home, report);
    removeRuntime(home);
    const ports = await holdPorts(home, env, neededPorts(externalEngine, externalUrl !== null), report);
    undo.push(() => releasePorts(ports));

    const { engine, database } = await startServers({
      home,
      ports,
      env,
      externalEngine,
      externalUrl,
      report,
      signal,
      undo,
    });

    let facts: RuntimeFacts = {
      pid: process.pid,
      startedAt: new Date().toISOString(),
      databaseUrl: database.url,
      temporalAddress: engine.address,
      namespace: engine.namespace,
      uiUrl: engine.uiUrl,
      pageUrl: null,
      smtpPort: null,
    };
    writeRuntime(home, facts);
    let stopped: Promise<void> | undefined;
    return {
      home,
      databaseUrl: database.url,
      temporal: {
        address: engine.address,
        namespace: engine.namespace,
        uiUrl: engine.uiUrl,
        connectionOptions: engine.connectionOptions,
      },
      embedded: { engine: engine.child !== null, database: database.child !== null },
      children: { engine: engine.child, database: database.child },
      ports,
      logs: join(home, 'logs'),
      cacheFolder: cacheFolder(env),
      report,
      publish: (more) => {
        facts = { ...facts, ...more };
        writeRuntime(home, facts);
      },
      announceStop: lock.markStopping,
      stop: () => {
        stopped ??= (async () => {
          lock.markStopping();
          removeRuntime(home);
          await undoAll(undo);
        })();
        return stopped;
      },
    };
  } catch (error) {
    await undoAll(undo);
    throw error;
  }
}
