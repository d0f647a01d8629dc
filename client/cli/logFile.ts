import { appendFileSync, existsSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** Appends the details of an unexpected error to a log; gives the file, or null when none could be written. */
export function logDetails(home: string, details: string): string | null {
  const entry = `${new Date().toISOString()} ${process.argv.slice(2, 3).join('')}\n${details}\n\n`;
  const folder = existsSync(join(home, 'logs')) ? join(home, 'logs') : null;
  for (const file of [folder && join(folder, 'cli.log'), join(tmpdir(), `vinhdanh-cli-${userInfo().username}.log`)]) {
    if (file === null) continue;
    try {
      // Details may hold what the person typed: for their eyes only.
      appendFileSync(file, entry, { mode: 0o600 });
      return file;
    } catch {
      // The next place; without one the sentence on the screen must do.
    }
  }
  return null;
}
