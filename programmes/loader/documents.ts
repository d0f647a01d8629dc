import { readFileSync } from 'node:fs';

/** A source document as the quotes are compared with it: NFC, every run of white space one space. */
export function foldText(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Gives the folded document, or null when there is none. */
export function readSourceDocument(path: string): string | null {
  try {
    return foldText(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** Gives the days a text writes, as `26/6/2020` or `ngày 01 tháng 7 năm 2020`, in the form YYYY-MM-DD. */
export function daysIn(text: string): string[] {
  const written = /(\d{1,2})(?:\/| tháng )(\d{1,2})(?:\/| năm )(\d{4})/g;
  return [...foldText(text).matchAll(written)].map(
    ([, day = '', month = '', year = '']) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  );
}
