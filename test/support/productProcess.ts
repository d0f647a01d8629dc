import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { removeHome, temporaryHome, testEnv } from './installation.ts';

export const root = join(import.meta.dirname, '..', '..');

/** The whole product as people run it, in a data folder of its own. */
export type ProductProcess = { home: string; env: NodeJS.ProcessEnv; output(): string; stop(): Promise<number | null> };

const readyWithinMs = 90_000;

/** Starts `worker/main.ts` as a process, embedded parts and all, and waits until it says that it is ready. Throws with what it printed. */
export async function startProduct(more: NodeJS.ProcessEnv = {}): Promise<ProductProcess> {
  const home = temporaryHome();
  const env = testEnv(home, { DATABASE_URL: '', TEMPORAL_ADDRESS: '', ...more });
  const child = spawn(process.execPath, [join(root, 'worker', 'main.ts')], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  const stop = async () => {
    child.kill('SIGINT');
    const code = await exit;
    await removeHome(home);
    return code;
  };
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (output.includes('đã sẵn sàng')) resolve();
      });
    }
  });
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), readyWithinMs);
  });
  const first = await Promise.race([ready.then(() => 'ready' as const), exit.then(() => 'ended' as const), tooLate]);
  clearTimeout(timer);
  if (first === 'ready') return { home, env, output: () => output, stop };
  await stop();
  throw new Error(`The product did not start (${first}):\n${output}`);
}
