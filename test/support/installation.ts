import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { existingDataFolder } from '../../store/embedded/dataFolder.ts';
import { stopLeftDatabase } from '../../store/embedded/server.ts';
import { stopLeftEngine } from '../../worker/engine/server.ts';
import { lockHolder } from '../../worker/installation/lock.ts';
import type { Installation } from '../../worker/installation/open.ts';
import { openInstallation } from '../../worker/installation/open.ts';

const PREFIX = 'vinhdanh-test-';
// A home without a lock may belong to a run that is just beginning.
const ABANDONED_AFTER_MS = 60_000;

export type TestInstallation = Installation & {
  env: NodeJS.ProcessEnv;
  /** What the installation has said so far. */
  lines: string[];
};

/** An empty data folder that the database's own user may pass through, also when the tests run as root. */
export function temporaryHome(): string {
  const home = mkdtempSync(join(tmpdir(), PREFIX));
  chmodSync(home, 0o711);
  return home;
}

/** Any free ports, and embedded parts unless the suite is pointed at servers. */
export function testEnv(home: string, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const ports = { PAGE: '0', ENGINE: '0', ENGINE_UI: '0', DATABASE: '0', SMTP: '0' };
  const env: NodeJS.ProcessEnv = { ...process.env, VINHDANH_HOME: home };
  for (const [name, port] of Object.entries(ports)) env[`VINHDANH_PORT_${name}`] = port;
  return { ...env, ...more };
}

/** Removes a test's data, wherever they are, after stopping what a killed run of it may have left. */
export async function removeHome(home: string): Promise<void> {
  await Promise.all([stopLeftEngine(home), stopLeftDatabase(home)]);
  const data = existingDataFolder(home);
  if (data !== null && dirname(data) !== home) rmSync(dirname(data), { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
}

/** Cleans up after test runs that were killed: their servers live on and their folders fill the disk. */
export async function sweepAbandonedHomes(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const home = join(tmpdir(), name);
    try {
      if (lockHolder(home) === null && Date.now() - statSync(home).mtimeMs > ABANDONED_AFTER_MS) await removeHome(home);
    } catch {
      // Another run sweeps at the same time.
    }
  }
}

/**
 * Opens an installation of its own in a temporary folder, on free ports; `stop` stops it and removes the folder.
 * With DATABASE_URL and TEMPORAL_ADDRESS set it uses those servers instead.
 */
export async function startTestInstallation(
  more: NodeJS.ProcessEnv = {},
  say: (line: string) => void = () => {},
): Promise<TestInstallation> {
  const home = temporaryHome();
  const env = testEnv(home, more);
  const lines: string[] = [];
  const installation = await openInstallation(env, {
    report: (line) => {
      lines.push(line);
      say(line);
    },
  }).catch(async (error: unknown) => {
    await removeHome(home);
    throw error;
  });
  return {
    ...installation,
    env,
    lines,
    stop: async () => {
      await installation.stop();
      await removeHome(home);
    },
  };
}
