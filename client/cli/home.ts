import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { cliTexts } from '../../contract/texts/cli.ts';
import type { Text } from '../../contract/texts/text.ts';
import type { Reach } from '../core/open.ts';
import { exitCodes } from './exitCodes.ts';
import { engineSettings, namesEngine, sameEngineSettings } from './externalEngine.ts';
import { CliFailure } from './failure.ts';

type Env = Record<string, string | undefined>;

const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The facts that the running installation writes; those not needed here are let be. */
const runtimeSchema = z.object({
  databaseUrl: z.string().min(1),
  temporalAddress: z.string().min(1),
  namespace: z.string().min(1),
});

/** Gives the data folder meant: the one named, else VINHDANH_HOME, else `.vinhdanh` in the program folder. */
export function homeFolder(named: string | undefined, env: Env): string {
  return resolve(named || env.VINHDANH_HOME || join(repository, '.vinhdanh'));
}

/**
 * Gives where the running installation is reached: the `runtime.json` of a folder named on purpose, else what
 * DATABASE_URL and TEMPORAL_ADDRESS (or TEMPORAL_PROFILE) say, else the `runtime.json` of the program folder.
 * Throws CliFailure when it is not running.
 */
export function findReach(named: string | undefined, env: Env): Reach {
  const folder = homeFolder(named, env);
  const external = externalReach(env);
  if (external && !named && !env.VINHDANH_HOME) return external;
  const file = join(folder, 'runtime.json');
  const text = readIfThere(file);
  if (text === null) {
    if (external && !named) return external;
    throw unreachable(cliTexts.notRunning, file);
  }
  const facts = runtimeSchema.safeParse(parsed(text));
  if (!facts.success) throw unreachable(cliTexts.runtimeUnreadable, file);
  const { databaseUrl, temporalAddress, namespace } = facts.data;
  return {
    databaseUrl,
    temporal: { address: temporalAddress, namespace, ...sameEngineSettings(env, temporalAddress) },
  };
}

function externalReach(env: Env): Reach | null {
  const { DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace } = env;
  if (!databaseUrl || !namesEngine(env)) return null;
  // A profile's address stands in its file, which is read when the engine is needed.
  const temporal = { address: address ?? '', namespace: namespace || 'default', settings: () => engineSettings(env) };
  return { databaseUrl, temporal };
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw unreachable(cliTexts.runtimeUnreadable, file);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function unreachable(text: Text, where: string): CliFailure {
  return new CliFailure({ exit: exitCodes.unreachable, code: 'NOT_RUNNING', text, values: { where } });
}
