import { createHash } from 'node:crypto';
import type { WorkingCalendar } from '../../contract/calendar.ts';
import { addDays, isWeeklyRest } from '../../contract/calendar.ts';
import { canonicalJson } from '../../contract/canonicalJson.ts';
import type { Text } from '../../contract/texts/text.ts';
import { CalendarError } from './calendarError.ts';
import { doubtsOf, exceptionsOf } from './days.ts';
import { openMatters } from './holidays.ts';
import { shippedCalendar } from './load.ts';
import { reasonOf } from './reasons.ts';
import type { CalendarFacts } from './schema.ts';

/** One local day of a year. */
export type CalendarDay = {
  date: string;
  working: boolean;
  reason: Text;
  /** The law or notice, as documents cite it. */
  source: string;
  /** Whether a notice not yet issued or not yet confirmed may change it. */
  provisional: boolean;
  /** Whether it is as every week: worked from Monday to Friday, off on Saturday and Sunday, and nothing else to say of it. */
  usual: boolean;
};

/**
 * Gives every day of the year, in order. Days in lieu are computed (Bộ luật Lao động 2019 Đ.111(3)): a holiday of Đ.112 on
 * a Saturday or Sunday moves to the next day that is working, one after another. In a year whose notices are not all
 * confirmed only what is certain is off (mùng 1–3 of Tết, no day beside 2/9, no swap), and every day but the holidays the
 * law fixes itself is provisional. Throws CalendarError for a year without facts.
 */
export function buildYear(year: number, facts: CalendarFacts = shippedCalendar()): CalendarDay[] {
  checkCovered(year, facts);
  const exceptions = exceptionsOf(facts, year);
  const doubts = doubtsOf(facts);
  const open = openMatters(facts, year).length > 0;
  return daysOfYear(year).map((date) => {
    const exception = exceptions.get(date);
    const settled = exception && !('holiday' in exception && exception.holiday.unannounced);
    const off = exception ? exception.kind !== 'swappedIn' : isWeeklyRest(date);
    const provisional = !settled && (open || doubts.has(date));
    return { date, working: !off, ...reasonOf(facts, date, exception, doubts.get(date)), provisional };
  });
}

/**
 * Gives the calendar of the years as a nomination or a round keeps it; by default all years there are facts of.
 * `announcedThrough` is the end of the last of these years whose notices are all confirmed (the day before the first
 * year when none is). Throws CalendarError for a year without facts.
 */
export function workingCalendar(
  fromYear?: number,
  throughYear?: number,
  facts: CalendarFacts = shippedCalendar(),
): WorkingCalendar {
  const { covers } = facts.law;
  const first = fromYear ?? covers.from;
  const last = throughYear ?? covers.through;
  if (last < first) throw new RangeError(`The calendar's last year ${last} is before its first ${first}`);
  for (const year of [first, last]) checkCovered(year, facts);
  const known = kept.get(facts)?.get(`${first}-${last}`);
  if (known) return known;
  const calendar = computed(first, last, facts);
  kept.set(facts, (kept.get(facts) ?? new Map()).set(`${first}-${last}`, calendar));
  return calendar;
}

// Loaded facts do not change, and every nomination of a round asks for the same years.
const kept = new WeakMap<CalendarFacts, Map<string, WorkingCalendar>>();

function computed(first: number, last: number, facts: CalendarFacts): WorkingCalendar {
  const { id, version } = facts.law;
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const days = years.flatMap((year) => buildYear(year, facts));
  const open = years.filter((year) => openMatters(facts, year).length > 0);
  const announced = years.filter((year) => !open.includes(year)).at(-1) ?? first - 1;
  const doubtful = days.filter(({ date, provisional }) => provisional && !open.includes(Number(date.slice(0, 4))));
  const content = {
    from: `${first}-01-01`,
    off: days.filter(({ date, working }) => !working && !isWeeklyRest(date)).map(({ date }) => date),
    working: days.filter(({ date, working }) => working && isWeeklyRest(date)).map(({ date }) => date),
    announcedThrough: `${announced}-12-31`,
    provisional: [...open.map(String), ...doubtful.map(({ date }) => date)].toSorted(),
  };
  const hash = createHash('sha256').update(canonicalJson(content)).digest('hex').slice(0, 12);
  return { ref: `${id}@${version}#${hash}`, ...content };
}

function checkCovered(year: number, { law }: CalendarFacts): void {
  const { from, through } = law.covers;
  if (!Number.isInteger(year) || year < from || year > through) throw new CalendarError(year, law.covers);
}

function daysOfYear(year: number): string[] {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day.startsWith(`${year}-`); day = addDays(day, 1)) days.push(day);
  return days;
}
