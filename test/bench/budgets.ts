/** A row of the budgets table (docs/technical.md), measured. */
export type Measured = {
  budget: string;
  limit: number;
  value: number;
  unit: string;
  /** What the same run might as well have measured; a count has none. A miss by less than this is noise. */
  interval?: [low: number, high: number];
  /** More figures of the same measurement. */
  notes: string[];
};

export type Verdict = 'kept' | 'within noise' | 'MISSED';

/** Gives whether the budget is kept. Only what lies wholly beyond the limit is a miss. */
export function verdictOf({ value, limit, interval }: Measured): Verdict {
  if (value <= limit) return 'kept';
  return interval && interval[0] <= limit ? 'within noise' : 'MISSED';
}

/** Prints the table, each row's notes under it. */
export function printTable(rows: readonly Measured[]): void {
  const cells = rows.map((row) => ({ ...row, figure: figureOf(row), verdict: verdictOf(row) }));
  const widthOf = (texts: string[]) => Math.max(...texts.map((text) => text.length));
  const [budget, limit, figure] = [
    widthOf(cells.map((cell) => cell.budget)),
    widthOf(cells.map((cell) => limitOf(cell))),
    widthOf(cells.map((cell) => cell.figure)),
  ];
  console.log(`\n${'budget'.padEnd(budget)}  ${'limit'.padEnd(limit)}  ${'measured'.padEnd(figure)}  verdict`);
  for (const cell of cells) {
    console.log(
      `${cell.budget.padEnd(budget)}  ${limitOf(cell).padEnd(limit)}  ${cell.figure.padEnd(figure)}  ${cell.verdict}`,
    );
  }
  for (const { budget: name, notes } of rows.filter((row) => row.notes.length > 0)) {
    console.log(`\n${name}`);
    for (const note of notes) console.log(`  ${note}`);
  }
}

const limitOf = ({ limit, unit }: Measured): string => `≤ ${limit}${unit}`;

function figureOf({ value, unit, interval }: Measured): string {
  const text = Number.isInteger(value) ? String(value) : value.toFixed(2);
  return interval ? `${text}${unit} [${interval[0].toFixed(2)}–${interval[1].toFixed(2)}]` : `${text}${unit}`;
}
