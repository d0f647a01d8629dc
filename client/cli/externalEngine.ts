import type { EngineSettings } from '../core/engine.ts';

type Env = Record<string, string | undefined>;

/** Gives whether the environment points to an engine of the office's own. */
export function namesEngine(env: Env): boolean {
  return Boolean(env.TEMPORAL_ADDRESS || env.TEMPORAL_PROFILE);
}

/** Gives where that engine is, with its TLS and key: what TEMPORAL_* and the profile file say. Throws when they cannot be read. */
export async function engineSettings(env: Env): Promise<EngineSettings> {
  const { loadClientConnectConfig } = await import('@temporalio/envconfig');
  const texts = Object.fromEntries(Object.entries(env).filter((one): one is [string, string] => one[1] !== undefined));
  const { connectionOptions, namespace } = loadClientConnectConfig({ overrideEnvVars: texts });
  const { address } = connectionOptions;
  return { connectionOptions, ...(address ? { address } : {}), ...(namespace ? { namespace } : {}) };
}

/**
 * Gives how to read TLS and key of an engine that a running installation names. They are for the engine of the
 * environment: another one, the embedded engine of another data folder, must not be shown the key.
 */
export function sameEngineSettings(env: Env, address: string): { settings?: () => Promise<EngineSettings> } {
  if (!namesEngine(env)) return {};
  return {
    async settings() {
      const { connectionOptions, address: named } = await engineSettings(env);
      return named === address && connectionOptions ? { connectionOptions } : {};
    },
  };
}
