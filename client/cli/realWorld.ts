import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reach } from '../core/open.ts';
import { findReach, homeFolder } from './home.ts';
import { logDetails } from './logFile.ts';
import type { Installation, World } from './world.ts';

/**
 * Gives the world of this process: its terminal, its files, the installation it finds. Engine, database and mail code are
 * loaded only by the commands that need them: `--help` must not wait for them.
 */
export function realWorld(): World {
  const { env } = process;
  return {
    env,
    columns: process.stdout.isTTY ? process.stdout.columns : null,
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
    readText: (path) => readFileSync(path, 'utf8'),
    writeText: (path, text) => writeFileSync(path, text),
    open: (home) => openInstallation(findReach(home, env)),
    async status(home) {
      const { readStatus } = await import('../status.ts');
      return readStatus(homeFolder(home, env), env);
    },
    async check(home, engine) {
      const reach = findReach(home, env);
      const { checkRunning } = await import('../check/open.ts');
      return checkRunning({ ...reach, connections: 1 }, engine);
    },
    mailbox(home) {
      const folder = join(homeFolder(home, env), 'mailbox');
      const mailbox = () => import('../mailbox.ts');
      return {
        list: async (filter) => (await mailbox()).readMailbox(folder, filter),
        read: async (id) => (await mailbox()).readMail(folder, id),
      };
    },
    log: (home, details) => logDetails(homeFolder(home, env), details),
  };
}

async function openInstallation(reach: Reach): Promise<Installation> {
  const { openVinhDanh } = await import('../core/open.ts');
  // One connection: each more costs a login, and a command asks little.
  const client = await openVinhDanh({ ...reach, connections: 1 });
  return { client, close: () => client.close() };
}
