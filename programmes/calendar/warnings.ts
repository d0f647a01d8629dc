import { addDays } from '../../contract/calendar.ts';
import { calendarWarningTexts } from '../../contract/texts/calendar.ts';
import { day as written } from '../../contract/texts/dates.ts';
import type { Text } from '../../contract/texts/text.ts';
import { filled } from './filled.ts';
import { openMatters } from './holidays.ts';
import { shippedCalendar } from './load.ts';
import { noticeName } from './reasons.ts';
import type { CalendarFacts, Notice } from './schema.ts';

/** Gives what people must know of the year: what no confirmed notice has fixed, and which facts are known but not applied. */
export function yearWarnings(year: number, facts: CalendarFacts = shippedCalendar()): Text[] {
  const open = openMatters(facts, year);
  const unconfirmed = facts.notices
    .filter((notice) => notice.year === year)
    .map((notice) => ({ notice, days: unconfirmedDays(notice) }))
    .filter(({ days }) => days.length > 0)
    .map(({ notice, days }) => {
      const name = noticeName(notice);
      const values = { sourceVi: name.vi, sourceEn: name.en, days: days.map(written).join(', ') };
      return filled(calendarWarningTexts.unconfirmed, values);
    });
  return [
    ...(open.includes('tet') ? [tetWarning(facts, year)] : []),
    ...(open.includes('besideNationalDay') ? [filled(calendarWarningTexts.besideNationalDay, { year })] : []),
    ...(open.length > 0 ? [filled(calendarWarningTexts.swaps, { year })] : []),
    ...unconfirmed,
  ];
}

function tetWarning({ law, lunar }: CalendarFacts, year: number): Text {
  const rule = law.holidays.map((one) => one.rule).find((one) => one.kind === 'tet');
  const certain = rule?.certain ?? 0;
  const from = lunar.years.find((one) => one.year === year)?.tet ?? `${year}-01-01`;
  const span = { from: written(from), through: written(addDays(from, certain - 1)) };
  return filled(calendarWarningTexts.tet, { year, days: rule?.days ?? 0, certain, ...span });
}

function unconfirmedDays({ tet, besideNationalDay, swaps = [] }: Notice): string[] {
  return [
    ...(tet?.status === 'unconfirmed' ? tet.days : []),
    ...(besideNationalDay?.status === 'unconfirmed' ? [besideNationalDay.day] : []),
    ...swaps.flatMap(({ off, working, status }) =>
      status === 'unconfirmed' ? [off, ...(working === undefined ? [] : [working])] : [],
    ),
  ];
}
