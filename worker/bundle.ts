import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

const root = fileURLToPath(new URL('..', import.meta.url));
const preloaded = ['machines/interpreter.ts', 'machines/armAt.ts', 'machines/round/interpreter.ts'];

/**
 * Gives the path of the workflow bundle, built when the sources or the SDK changed since the last time (2 s), from the
 * cache else. The machines are preloaded: shared by all workflows of a worker, which each would keep in memory otherwise.
 */
export async function workflowBundle(cacheFolder: string): Promise<string> {
  const key = await sourceHash();
  const path = join(cacheFolder, `workflows-${key}.js`);
  if (await stat(path).catch(() => null)) return path;
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(root, 'workflows/index.ts'),
    preloadModules: preloaded.map((path) => join(root, path)),
    // The development build of XState is three times the code.
    webpackConfigHook: (config) => ({ ...config, mode: 'production' }),
    logger: { log() {}, trace() {}, debug() {}, info() {}, warn: console.warn, error: console.error },
  });
  await mkdir(cacheFolder, { recursive: true });
  const half = `${path}.${process.pid}`;
  await writeFile(half, code);
  await rename(half, path);
  return path;
}

/** Everything that can end up in the bundle, and the SDK that bundles it. */
async function sourceHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of ['contract', 'machines', 'workflows']) {
    const names = await readdir(join(root, folder), { recursive: true });
    for (const name of names.filter((file) => file.endsWith('.ts')).sort()) {
      hash.update(`${folder}/${name}\0`).update(await readFile(join(root, folder, name)));
    }
  }
  hash.update(await readFile(join(root, 'package.json'))).update(preloaded.join());
  return hash.digest('hex').slice(0, 16);
}
