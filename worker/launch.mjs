#!/usr/bin/env node
// How the product starts on a bare machine. Plain JavaScript for Node 20, without packages: it is what installs them.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findNode } from './launch/findNode.mjs';
import { ensurePackages } from './launch/packages.mjs';
import { checkPlatform } from './launch/platform.mjs';
import { Refusal } from './launch/refusal.mjs';
import { runForward } from './launch/runForward.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const FOLDERS = ['contract', 'machines', 'programmes', 'store', 'activities', 'workflows', 'client', 'worker'];

const inModules = (...path) => join(root, 'node_modules', ...path);

/** The command lines behind each word, run in turn; a `linked` one stops when this launcher is gone. */
function targets(word, rest) {
  if (word === 'start') return [{ args: [join(root, 'worker', 'main.ts'), ...rest], linked: true }];
  if (word === 'test') return [{ args: [inModules('vitest', 'vitest.mjs'), 'run', ...rest], cwd: root }];
  if (word === 'check') {
    return [
      { args: [inModules('typescript', 'bin', 'tsc'), '-p', '.'], cwd: root },
      { args: [inModules('@biomejs', 'biome', 'bin', 'biome'), 'check', '.'], cwd: root },
      { args: [inModules('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'), ...FOLDERS], cwd: root },
    ];
  }
  if (word === 'run' && rest.length > 0) return [{ args: rest }];
  throw new Refusal(
    'cách dùng: node worker/launch.mjs start | test […] | check | run <tệp> […]',
    'usage: node worker/launch.mjs start | test […] | check | run <file> […]',
  );
}

try {
  const runs = targets(process.argv[2], process.argv.slice(3));
  checkPlatform();
  await ensurePackages(root);
  const node = findNode(root);
  for (const { args, ...options } of runs) {
    process.exitCode = await runForward(node, args, options);
    if (process.exitCode !== 0) break;
  }
} catch (error) {
  const line =
    error instanceof Refusal
      ? `${error.vi} / ${error.en}`
      : `lỗi ngoài dự kiến / unexpected error: ${error?.message ?? error}`;
  console.error(`✗ ${line}`);
  process.exitCode = 1;
}
