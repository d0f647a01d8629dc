import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Gives the path of a shipped file of the calendar. */
export function shippedFile(name: string): string {
  return join(import.meta.dirname, '..', '..', '..', '..', 'programmes', 'calendar', name);
}

/** Gives the shipped notices with every unconfirmed fact confirmed, but for the swap whose Saturday nobody knows. */
export function confirmedNotices(): string {
  return readFileSync(shippedFile('notices.yaml'), 'utf8')
    .replaceAll('status: unconfirmed', 'status: announced')
    .replace('off: 2026-11-23, status: announced', 'off: 2026-11-23, status: unconfirmed');
}
