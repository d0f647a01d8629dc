import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { atLeast } from './platform.mjs';
import { Refusal } from './refusal.mjs';

function versionOf(node) {
  try {
    return execFileSync(node, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 20_000,
    }).trim();
  } catch {
    // Not there, or built for another C library.
    return null;
  }
}

/** The Node that runs our .ts files: the one from npm, else an installed one of at least 24. */
export function findNode(root) {
  const brought = join(root, 'node_modules', '.bin', 'node');
  for (const node of [brought, process.execPath, 'node']) {
    if (node === brought && !existsSync(brought)) continue;
    const version = versionOf(node);
    if (version !== null && atLeast(version, 24, 0)) return node;
  }
  throw new Refusal(
    `máy này không có Node 24 trở lên và gói node đi kèm không chạy được; hãy cài Node 24 LTS từ https://nodejs.org rồi chạy lại`,
    `no Node 24 or later here and the one from the packages does not run; install Node 24 LTS and try again`,
  );
}
