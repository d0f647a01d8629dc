/**
 * A workbook is a ZIP archive, and the library stamps each of its files with the time of writing. The times say nothing, and
 * would give every copy of a report another hash. Layout: APPNOTE.TXT 4.3.7 (local header), 4.3.12 (central directory).
 */
const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endOfDirectory = 0x06054b50;
/** 01/01/1980 00:00, the first instant a ZIP archive can name. */
const firstTime = 0;
const firstDate = (1 << 5) | 1;

/** Gives the archive with every file's time set to the first one there is. Throws RangeError for what is no ZIP archive. */
export function withFixedTimes(archive: Buffer): Buffer {
  const fixed = Buffer.from(archive);
  // No comment follows in what our library writes: the record is the last 22 bytes.
  const end = fixed.length - 22;
  if (end < 0 || fixed.readUInt32LE(end) !== endOfDirectory) throw new RangeError('Not a ZIP archive without comment');
  const count = fixed.readUInt16LE(end + 10);
  let at = fixed.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry++) {
    if (fixed.readUInt32LE(at) !== centralHeader) throw new RangeError(`No directory entry at byte ${at}`);
    const local = fixed.readUInt32LE(at + 42);
    if (fixed.readUInt32LE(local) !== localHeader) throw new RangeError(`No file at byte ${local}`);
    setTime(fixed, at + 12);
    setTime(fixed, local + 10);
    at += 46 + fixed.readUInt16LE(at + 28) + fixed.readUInt16LE(at + 30) + fixed.readUInt16LE(at + 32);
  }
  return fixed;
}

function setTime(archive: Buffer, at: number): void {
  archive.writeUInt16LE(firstTime, at);
  archive.writeUInt16LE(firstDate, at + 2);
}
