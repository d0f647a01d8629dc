import { addDays } from '../../contract/calendar.ts';
import type { HolidayId } from '../../contract/texts/calendar.ts';
import type { CalendarFacts, HolidayRule, InForce, Notice } from './schema.ts';

/** One day of a holiday, before any day in lieu. */
export type Holiday = {
  date: string;
  id: HolidayId;
  inLieu: boolean;
  basis: string;
  /** The notice that fixed the day; null where the law alone does. */
  notice: Notice | null;
  /** Whether the day is taken without the notice that has to fix it. */
  unannounced: boolean;
};

/** Gives the year's holidays that the calendar applies, in the order of their days. */
export function holidaysOf(facts: CalendarFacts, year: number): Holiday[] {
  return facts.law.holidays
    .filter(({ status }) => status !== 'unconfirmed')
    .flatMap((rule) =>
      daysOf(facts, rule, year).flatMap(({ date, notice, unannounced }) => {
        const law = inForceOn(rule.inForce, date);
        return law ? [{ date, id: rule.id, inLieu: rule.inLieu, basis: law.basis, notice, unannounced }] : [];
      }),
    )
    .toSorted((a, b) => a.date.localeCompare(b.date));
}

/** Gives the notice that fixes the year's days of Tết, or its day beside 2/9, or null while none is confirmed. */
function noticeOn(facts: CalendarFacts, year: number, fact: 'tet' | 'besideNationalDay'): Notice | null {
  return facts.notices.find((notice) => notice.year === year && notice[fact]?.status === 'announced') ?? null;
}

/** Gives what the law leaves to a notice in the year and no confirmed notice has fixed yet. */
export function openMatters(facts: CalendarFacts, year: number): ('tet' | 'besideNationalDay')[] {
  return (['tet', 'besideNationalDay'] as const).filter(
    (fact) =>
      noticeOn(facts, year, fact) === null &&
      facts.law.holidays.some(({ rule, inForce }) => rule.kind === fact && inForceOn(inForce, `${year}-09-02`)),
  );
}

/** Gives the span in force on the day. */
export function inForceOn(spans: readonly InForce[], day: string): InForce | undefined {
  return spans.find(({ from, through }) => from <= day && day <= (through ?? '9999-12-31'));
}

type Day = Pick<Holiday, 'date' | 'notice' | 'unannounced'>;

function daysOf(facts: CalendarFacts, { rule }: HolidayRule, year: number): Day[] {
  const byLaw = (date: string, unannounced = false) => ({ date, notice: null, unannounced });
  const lunar = facts.lunar.years.find((one) => one.year === year);
  switch (rule.kind) {
    case 'solar':
      return [byLaw(`${year}-${two(rule.month)}-${two(rule.day)}`)];
    case 'hungKings':
      return lunar ? [byLaw(lunar.hungKings)] : [];
    case 'tet': {
      const notice = noticeOn(facts, year, 'tet');
      if (notice?.tet) return notice.tet.days.map((date) => ({ date, notice, unannounced: false }));
      if (!lunar) return [];
      return Array.from({ length: rule.certain }, (_, index) => byLaw(addDays(lunar.tet, index), true));
    }
    case 'besideNationalDay': {
      const notice = noticeOn(facts, year, 'besideNationalDay');
      return notice?.besideNationalDay ? [{ date: notice.besideNationalDay.day, notice, unannounced: false }] : [];
    }
  }
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
