import { calendarTexts, monthNamesEn, weekdayTexts } from '../../../contract/texts/calendar.ts';
import { day as written } from '../../../contract/texts/dates.ts';
import type { Text } from '../../../contract/texts/text.ts';
import type { CalendarDay } from '../../../programmes/calendar/build.ts';
import type { Call } from '../session.ts';
import { table } from './table.ts';

export type CalendarYear = { year: number; ref: string; days: CalendarDay[]; warnings: Text[] };

/** Gives a year: what is not settled, working days by month, then the days that differ from the usual week, why and by what. */
export function calendarText({ year, ref, days, warnings }: CalendarYear, call: Call): string {
  const working = days.filter((day) => day.working).length;
  const { colDay, colStatus, colReason, colSource } = calendarTexts;
  const header = [colDay, colStatus, colReason, colSource].map((text) => call.say(text));
  const rows = days.filter(({ usual }) => !usual).map((day) => rowOf(day, call));
  return [
    call.say(calendarTexts.heading, { year, ref }),
    call.say(calendarTexts.totals, { working, off: days.length - working }),
    call.say(calendarTexts.months, { months: monthsText(days, call) }),
    ...warnings.map((warning) => call.say(calendarTexts.warning, { text: warning[call.locale] })),
    '',
    table(header, rows, call.world.columns),
    '',
    call.say(calendarTexts.onlyExceptions),
  ].join('\n');
}

function monthsText(days: CalendarDay[], call: Call): string {
  return monthNamesEn
    .map((monthEn, index) => {
      const ofMonth = days.filter(({ date }) => Number(date.slice(5, 7)) === index + 1);
      const values = { month: index + 1, monthEn, working: ofMonth.filter((day) => day.working).length };
      return call.say(calendarTexts.month, values);
    })
    .join(' · ');
}

function rowOf({ date, working, reason, source, provisional }: CalendarDay, call: Call): string[] {
  const weekday = weekdayTexts[new Date(`${date}T00:00:00.000Z`).getUTCDay()];
  const status = call.say(working ? calendarTexts.working : calendarTexts.off);
  return [
    `${weekday ? call.say(weekday) : ''} ${written(date)}`.trim(),
    provisional ? `${status} ${call.say(calendarTexts.provisional)}` : status,
    reason[call.locale],
    source,
  ];
}
