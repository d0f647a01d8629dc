import { readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 400;

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function parentOf(pid) {
  const stat = read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? '';
}

/** Our parents up to npm: npm runs a script through a shell, which passes no signal on and outlives npm. */
function chain() {
  const parent = process.ppid;
  const throughShell = read(`/proc/${parent}/cmdline`).includes('launch.mjs');
  return `${parent} ${throughShell ? parentOf(parent) : ''}`;
}

/**
 * Calls `gone` once the npm that started us is no more (`kill` of `npm start` reaches only npm itself): without it we
 * would run on unseen and hold the data. Does nothing when npm did not start us. Returns how to end the watch.
 */
export function watchNpm(gone) {
  if (!process.env.npm_lifecycle_event) return () => {};
  const initial = chain();
  const timer = setInterval(() => {
    if (chain() === initial) return;
    clearInterval(timer);
    gone();
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
