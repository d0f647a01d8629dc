import { addDays } from '../../contract/calendar.ts';
import { ganttTexts } from '../../contract/texts/gantt.ts';
import type { Locale } from '../../contract/texts/text.ts';
import { say } from '../../contract/texts/text.ts';
import { daysBetween } from './record.ts';

/** One month of the grid: where it begins and what stands over it; null: there is no room for its name. */
export type MonthMark = { x: number; label: string | null; year: string | null };

/** Maps local days to places from 0 to `width`. A day has a width: its end is the next day's start. */
export type Scale = { width: number; start(day: string): number; end(day: string): number; months: MonthMark[] };

const english = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Makes the scale of the days, both inclusive. `room` is what a month's name needs. */
export function scaleOf(
  { from, to }: { from: string; to: string },
  width: number,
  locale: Locale,
  room: number,
): Scale {
  const days = daysBetween(from, to) + 1;
  const start = (day: string) => (daysBetween(from, day) / days) * width;
  const monthWidth = (width / days) * 30.4;
  const step = [1, 2, 3, 6, 12].find((months) => months * monthWidth >= room) ?? 12;
  const months: MonthMark[] = [];
  for (let month = firstOfMonth(from); month <= to; month = firstOfMonth(addDays(month, 31))) {
    const number = Number(month.slice(5, 7));
    const shown = month < from ? from : month;
    const spaceLeft =
      width - start(shown) >= room && (month >= from || daysBetween(from, addDays(month, 31)) * (width / days) >= room);
    const named = (number - 1) % step === 0 && spaceLeft;
    const label = locale === 'vi' ? say(ganttTexts.month, locale, { month: number }) : (english[number - 1] ?? '');
    const year = months.length === 0 || number === 1 ? month.slice(0, 4) : null;
    months.push({ x: start(shown), label: named ? label : null, year });
  }
  // A chart that begins late in a year has no room for that year's name before the next one's.
  const [first, ...later] = months;
  const next = later.find(({ year }) => year !== null);
  if (first && next && next.x - first.x < room) first.year = null;
  return { width, start, end: (day) => start(addDays(day, 1)), months };
}

function firstOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`;
}
