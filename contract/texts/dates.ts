import { localDay, zoneOffsetMs } from '../calendarDay.ts';

/** Gives the instant in Asia/Ho_Chi_Minh as `dd/MM/yyyy HH:mm`. */
export function dateTime(at: string): string {
  return `${dayOf(at)} ${timeOf(at)}`;
}

/** Gives a local day `YYYY-MM-DD` as `dd/MM/yyyy`. */
export function day(local: string): string {
  return local.split('-').reverse().join('/');
}

/** Gives the instant's local day as `dd/MM/yyyy`. */
export function dayOf(at: string): string {
  return day(localDay(at));
}

/** Gives the instant's local time as `HH:mm`, or `HH:mm:ss` where seconds matter. */
export function timeOf(at: string, to: 'minute' | 'second' = 'minute'): string {
  const local = new Date(Date.parse(at) + zoneOffsetMs).toISOString();
  return local.slice(11, to === 'minute' ? 16 : 19);
}
