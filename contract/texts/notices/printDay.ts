import { localDay } from '../../calendarDay.ts';
import { day, timeOf } from '../dates.ts';
import { missingValue } from './frame.ts';

/** Gives `dd/MM/yyyy` of a day or of an instant's day in Asia/Ho_Chi_Minh; what is no date is a missing value. */
export function printDay(value: string): string {
  const local = /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : Number.isNaN(Date.parse(value)) ? null : localDay(value);
  return local === null ? missingValue : day(local);
}

/** Gives the day of an instant, and its time where it is not the end of the day. */
export function printInstant(value: string): string {
  if (Number.isNaN(Date.parse(value)) || /^\d{4}-\d{2}-\d{2}$/.test(value)) return printDay(value);
  return timeOf(value) === '23:59' ? printDay(value) : `${printDay(value)} (${timeOf(value)})`;
}
