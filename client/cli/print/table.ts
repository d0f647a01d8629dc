import { padTo, widthOf, wrap } from './width.ts';

const gap = '  ';
const narrowest = 16;

/**
 * Gives a table: header, rule, rows. On a terminal of `columns` the widest column is broken over lines when the table
 * does not fit; elsewhere (`null`) each row stays one line, so that other programs can read it.
 */
export function table(header: string[], rows: string[][], columns: number | null): string {
  const widths = header.map((title, index) =>
    Math.max(widthOf(title), ...rows.map((row) => widthOf(row[index] ?? ''))),
  );
  if (columns !== null) narrow(widths, columns);
  const rule = widths.map((width) => '─'.repeat(width)).join(gap);
  return [...linesOf(header, widths), rule, ...rows.flatMap((row) => linesOf(row, widths))].join('\n');
}

/** Gives lines `label  value`, values aligned. */
export function pairs(rows: [label: string, value: string][]): string {
  const width = Math.max(...rows.map(([label]) => widthOf(label)));
  return rows.map(([label, value]) => `  ${padTo(label, width)}${gap}${value}`).join('\n');
}

/** Gives the text with every line moved right. */
export function indent(text: string, by = '  '): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? line : by + line))
    .join('\n');
}

function linesOf(row: string[], widths: number[]): string[] {
  const cells = widths.map((width, index) => wrap(row[index] ?? '', Math.max(width, 1)));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, index) => padTo(lines[line] ?? '', widths[index] ?? 0))
      .join(gap)
      .trimEnd(),
  );
}

function narrow(widths: number[], columns: number): void {
  const total = () => widths.reduce((sum, width) => sum + width, gap.length * (widths.length - 1));
  while (total() > columns) {
    const widest = widths.indexOf(Math.max(...widths));
    const width = widths[widest] ?? 0;
    if (width <= narrowest) return;
    widths[widest] = Math.max(narrowest, width - (total() - columns));
  }
}
