import { say } from '../../contract/texts/text.ts';
import type { ProblemCode } from './problemTexts.ts';
import { problemTexts } from './problemTexts.ts';

/** One thing wrong with a definition: where, what in both languages, and what would be accepted. */
export type Problem = {
  code: ProblemCode;
  file: string;
  line: number;
  /** `movements[2.2].quota.collective`; empty for the whole file. */
  path: string;
  vi: string;
  en: string;
  allowed: string[];
  /** The nearest allowed value, when one is near. */
  meant: string | null;
};

/** Where a problem lies. */
export type Place = { file: string; line: number; path: string };

/** Gives the problem with its texts filled in and the nearest allowed value looked up. */
export function problemAt(
  place: Place,
  code: ProblemCode,
  values: Record<string, string | number> = {},
  allowed: readonly string[] = [],
): Problem {
  const wrong = values.key ?? values.name ?? values.found;
  return {
    code,
    ...place,
    vi: say(problemTexts[code], 'vi', values),
    en: say(problemTexts[code], 'en', values),
    allowed: [...allowed],
    meant: wrong === undefined ? null : nearest(String(wrong), allowed),
  };
}

/** Gives one line for the console: `file:line: path: vi / en [allowed: …; did you mean …?]`. */
export function formatProblem(problem: Problem): string {
  const where = `${problem.file}:${problem.line}: ${problem.path ? `${problem.path}: ` : ''}`;
  const allowed = problem.allowed.length > 0 ? ` [cho phép / allowed: ${problem.allowed.join(', ')}]` : '';
  const meant = problem.meant ? ` [có phải / did you mean: ${problem.meant}]` : '';
  return `${where}${problem.vi} / ${problem.en}${allowed}${meant}`;
}

/** Thrown when a definition file is not acceptable; carries every problem found, not only the first. */
export class DefinitionError extends Error {
  readonly code = 'DEFINITION_INVALID';
  readonly problems: Problem[];
  constructor(problems: Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'DefinitionError';
    this.problems = problems;
  }
}

/** Gives the allowed value at most two edits (a third of its length, for short words) away. */
function nearest(wrong: string, allowed: readonly string[]): string | null {
  let best: string | null = null;
  let bestDistance = Math.min(2, Math.floor(wrong.length / 3)) + 1;
  for (const candidate of allowed) {
    const distance = editDistance(wrong.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
