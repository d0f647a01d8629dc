export type Report = (line: string) => void;

// From this on a person wonders whether anything is happening.
const NOTICEABLE_MS = 2_000;
const REMINDER_MS = 10_000;

/**
 * Runs `work`; says what is being done once it takes longer than two seconds, and every ten seconds after that.
 * Quick work stays silent. Errors of `work` pass through.
 */
export async function step<T>(report: Report, text: string, work: () => Promise<T>): Promise<T> {
  const startedMs = Date.now();
  let reminder: NodeJS.Timeout | undefined;
  const first = setTimeout(() => {
    report(`… ${text}`);
    reminder = setInterval(() => report(`… ${text} (${Math.round((Date.now() - startedMs) / 1000)} s)`), REMINDER_MS);
  }, NOTICEABLE_MS);
  try {
    return await work();
  } finally {
    clearTimeout(first);
    clearInterval(reminder);
  }
}
