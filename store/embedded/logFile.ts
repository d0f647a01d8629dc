import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const ROTATE_AT_BYTES = 20 * 1024 * 1024;
const TAIL_BYTES = 8 * 1024;

/** Opens a log for appending; a large one from earlier runs is put aside as `<file>.1` first. */
export function openLog(file: string): { fd: number; fromByte: number } {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    if (statSync(file).size > ROTATE_AT_BYTES) renameSync(file, `${file}.1`);
  } catch {
    // No log yet.
  }
  const fd = openSync(file, 'a', 0o600);
  return { fd, fromByte: fstatSync(fd).size };
}

/** The last line that says something, written after `fromByte`: what a child said before it died. */
export function lastLine(file: string, fromByte: number): string {
  try {
    const fd = openSync(file, 'r');
    try {
      const size = fstatSync(fd).size;
      const start = Math.max(fromByte, size - TAIL_BYTES);
      const buffer = Buffer.alloc(Math.max(0, size - start));
      readSync(fd, buffer, 0, buffer.length, start);
      const lines = buffer
        .toString('utf8')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
      const telling = lines.findLast((line) => /fatal|error|panic/i.test(line)) ?? lines.at(-1) ?? '';
      return telling.slice(0, 300);
    } finally {
      closeSync(fd);
    }
  } catch {
    return '';
  }
}
