/** One thing that must not be: which rule is broken, and by what. */
export type Finding = { rule: string; what: string };

/** Gives the rows of a query that looks for what must not be as findings. */
export function findings(rule: string, rows: readonly object[]): Finding[] {
  return rows.map((row) => ({ rule, what: JSON.stringify(row) }));
}
