import { localDay } from '../../calendarDay.ts';
import { day, timeOf } from '../dates.ts';
import type { Locale, Text } from '../text.ts';
import { say } from '../text.ts';
import { missingValue } from './frame.ts';

const lastInstants = {
  day: { vi: 'hết ngày {day}', en: 'the end of {day}' },
  hour: { vi: '{time} ngày {day}', en: '{time} on {day}' },
} as const satisfies Record<string, Text>;

/** Gives `dd/MM/yyyy` of a day or of an instant's day in Asia/Ho_Chi_Minh; what is no date is a missing value. */
export function printDay(value: string): string {
  const local = /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : Number.isNaN(Date.parse(value)) ? null : localDay(value);
  return local === null ? missingValue : day(local);
}

/** Gives the day of an instant, and its time where it is not the end of the day. */
export function printInstant(value: string): string {
  return isWholeDay(value) ? printDay(value) : `${printDay(value)} (${timeOf(value)})`;
}

/** Gives the day from whose beginning something runs, and the time where it begins later. */
export function printFirst(value: string): string {
  return isWholeDay(value) || timeOf(value) === '00:00' ? printDay(value) : `${printDay(value)} (${timeOf(value)})`;
}

/** Gives the last instant in the words that follow “chậm nhất”, “by”: the end of its day, or its hour where it is not that. */
export function printLast(value: string, locale: Locale): string {
  const whole = isWholeDay(value);
  return say(whole ? lastInstants.day : lastInstants.hour, locale, {
    day: printDay(value),
    ...(whole ? {} : { time: timeOf(value) }),
  });
}

/** What is no instant has no hour to print. */
function isWholeDay(value: string): boolean {
  return Number.isNaN(Date.parse(value)) || /^\d{4}-\d{2}-\d{2}$/.test(value) || timeOf(value) === '23:59';
}
