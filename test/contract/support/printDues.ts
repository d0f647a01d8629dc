import type { DayCount } from '../../../contract/dayCount.ts';
import { countedDue } from '../../../contract/dayCount.ts';
import { calendar2025to2027 } from './days.ts';

/** Prints the host's offset in minutes (west is positive) and due times counted from instants over a year, near midnights of several zones too. */
const counts: DayCount[] = [
  { days: 10, kind: 'working' },
  { days: 10, kind: 'working', firstDay: 'counted', cutOffHour: 16 },
  { days: 7, kind: 'calendar', rollForward: true, endHour: 17 },
];
const hourMs = 3_600_000;
const lines = [String(new Date(2025, 0, 1).getTimezoneOffset())];
for (let index = 0; index < 400; index += 1) {
  const at = new Date(Date.parse('2025-01-01T00:00:00.000Z') + index * 25 * hourMs - 1).toISOString();
  for (const count of counts) {
    const { dueAt, provisional } = countedDue(at, count, calendar2025to2027);
    lines.push(`${at} ${dueAt} ${provisional}`);
  }
}
console.log(lines.join('\n'));
