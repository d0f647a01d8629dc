/**
 * Whole days in Asia/Ho_Chi_Minh: UTC+7, no daylight saving (one offset for 2000–2036, `domain.md` §5).
 * Plain arithmetic, so it may run inside a workflow.
 */
export const zoneOffsetMs = 7 * 3_600_000;
export const dayMs = 86_400_000;

/** Gives the local day `YYYY-MM-DD` on which the instant falls. */
export function localDay(at: string): string {
  return new Date(Date.parse(at) + zoneOffsetMs).toISOString().slice(0, 10);
}

/** Gives the last millisecond of the local day: a day's deadline ends with the day, not at 17:00. */
export function endOfDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - zoneOffsetMs + dayMs - 1).toISOString();
}

/** Gives the first instant of the local day. */
export function startOfDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - zoneOffsetMs).toISOString();
}

/** Gives the end of the local day `days` calendar days after the day of `at` (the first day is not counted, BLDS Đ.147). */
export function endOfDayAfter(at: string, days: number): string {
  return endOfDay(localDay(new Date(Date.parse(at) + days * dayMs).toISOString()));
}
