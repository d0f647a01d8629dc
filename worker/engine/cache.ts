import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Where downloaded and copied programs are kept between installations of the same person. */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  if (env.VINHDANH_CACHE) return env.VINHDANH_CACHE;
  return join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'vinhdanh');
}

/**
 * Puts a program at `place`: `fetch` makes it in a draft folder of its own, and a rename brings it into place, so
 * that nobody ever sees half a program and two processes may do it at once. Errors of `fetch` pass through.
 */
export async function keepProgram(place: string, fetch: (draft: string) => Promise<string>): Promise<void> {
  mkdirSync(dirname(place), { recursive: true });
  const draft = mkdtempSync(`${place}.`);
  try {
    const program = await fetch(draft);
    if (!existsSync(program)) throw new Error(`no program in the download (${program})`);
    chmodSync(program, 0o755);
    renameSync(program, place);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
