import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { watchNpm } from './npmGone.mjs';

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'];

/**
 * Runs `node args` in our terminal, passes signals on, and resolves with its exit code (128 + number after a signal).
 * A linked child has a channel to us and so notices when we are killed without a chance to pass anything on.
 */
export function runForward(node, args, { linked = false, cwd } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = linked ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit';
    const child = spawn(node, args, { stdio, cwd });
    const forward = (signal) => child.kill(signal);
    for (const signal of FORWARDED) process.on(signal, forward);
    const unwatch = watchNpm(() => child.kill('SIGTERM'));
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      unwatch();
      for (const name of FORWARDED) process.off(name, forward);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}
