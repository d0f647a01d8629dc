/** What the process ends with; documented in `--help`. */
export const exitCodes = {
  done: 0,
  unexpected: 1,
  invalid: 2,
  refused: 3,
  unreachable: 4,
  received: 5,
  conflict: 6,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
