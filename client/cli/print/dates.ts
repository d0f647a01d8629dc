import { zoneOffsetMs } from '../../../contract/calendarDay.ts';

/** Gives the instant in Asia/Ho_Chi_Minh as `dd/MM/yyyy HH:mm`. */
export function dateTime(at: string): string {
  const local = new Date(Date.parse(at) + zoneOffsetMs).toISOString();
  return `${day(local.slice(0, 10))} ${local.slice(11, 16)}`;
}

/** Gives a local day `YYYY-MM-DD` as `dd/MM/yyyy`. */
export function day(local: string): string {
  return local.split('-').reverse().join('/');
}

/** Gives the instant's local day as `dd/MM/yyyy`. */
export function dayOf(at: string): string {
  return dateTime(at).slice(0, 10);
}
