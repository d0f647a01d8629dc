#!/usr/bin/env node
// `npx vinhdanh`. Plain JavaScript for Node 20: the command line itself is TypeScript, run by the Node that npm brought.
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import module from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const main = join(root, 'client', 'cli', 'main.ts');
const brought = join(root, 'node_modules', '.bin', 'node');
const unexpected = 1;
const unreachable = 4;

function refuse(code, vi, en, exit = unreachable) {
  const english = process.argv.some(
    (arg, at) => arg === '--lang=en' || (arg === 'en' && process.argv[at - 1] === '--lang'),
  );
  const message = english || process.env.VINHDANH_LANG === 'en' ? en : vi;
  if (process.argv.includes('--json')) console.log(JSON.stringify({ error: { code, message } }, null, 2));
  else console.error(message);
  process.exitCode = exit;
}

function runOnBroughtNode() {
  const { error, status, signal } = spawnSync(brought, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  if (error) {
    refuse(
      'NODE_UNUSABLE',
      `Không chạy được ${brought} (${error.message}); hãy cài Node 24 trở lên.`,
      `Cannot run ${brought} (${error.message}); install Node 24 or later.`,
    );
    return;
  }
  process.exitCode = signal ? 128 + (constants.signals[signal] ?? 0) : (status ?? 1);
}

/**
 * Node parses a package's package.json anew for every file it imports, and drizzle-orm's is 180 kB for a hundred files:
 * half of the start. Its files name each other relatively and are all ES modules, which is all there is to look up.
 */
function resolveDrizzleQuickly() {
  module.registerHooks?.({
    resolve(specifier, context, next) {
      const { parentURL = '' } = context;
      const relative = specifier.startsWith('.') && specifier.endsWith('.js') && parentURL.endsWith('.js');
      if (!relative || !parentURL.includes('/node_modules/drizzle-orm/')) return next(specifier, context);
      return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true };
    },
  });
}

if (!existsSync(join(root, 'node_modules', 'commander', 'package.json'))) {
  refuse(
    'NOT_INSTALLED',
    `Chưa cài các gói của phần mềm; hãy chạy \`npm start\` trong ${root} trước.`,
    `The program’s packages are not installed; run \`npm start\` in ${root} first.`,
  );
} else if (Number(process.versions.node.split('.')[0]) >= 24) {
  // Spares a quarter of the start. Beside the packages, not in the shared temporary folder, where others could write.
  module.enableCompileCache(join(root, 'node_modules', '.cache', 'vinhdanh'));
  resolveDrizzleQuickly();
  await import(pathToFileURL(main).href).catch((error) => {
    // The command line never throws; this is a program folder with a part missing.
    const line = String(error?.message ?? error).split('\n')[0];
    refuse(
      'BROKEN_INSTALLATION',
      `Chương trình bị thiếu hoặc hỏng tệp: ${line}`,
      `A file of the program is missing or broken: ${line}`,
      unexpected,
    );
  });
} else if (existsSync(brought) && realpathSync(brought) !== realpathSync(process.execPath)) {
  runOnBroughtNode();
} else {
  refuse(
    'NODE_TOO_OLD',
    `Node ${process.version} quá cũ; hãy cài Node 24 trở lên từ https://nodejs.org.`,
    `Node ${process.version} is too old; install Node 24 or later from https://nodejs.org.`,
  );
}
