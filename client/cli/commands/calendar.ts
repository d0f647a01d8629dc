import type { Command } from 'commander';
import { optionTexts } from '../../../contract/texts/cli/help.ts';
import type { CalendarDay } from '../../../programmes/calendar/build.ts';
import { buildYear, workingCalendar } from '../../../programmes/calendar/build.ts';
import { CalendarError } from '../../../programmes/calendar/calendarError.ts';
import { shippedCalendar } from '../../../programmes/calendar/load.ts';
import { yearWarnings } from '../../../programmes/calendar/warnings.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';
import { calendarText } from '../print/calendar.ts';
import type { Cli } from '../session.ts';
import { onRun } from '../session.ts';
import { define } from './define.ts';

/** `calendar <year>`: reads the shipped calendar, so it needs no running installation */
export function addCalendar(program: Command, cli: Cli): void {
  const command = define(program, cli, 'calendar', ['calendar 2026', 'calendar 2026 --json']);
  command.argument('<year>', optionTexts.calendarYear[cli.locale]);
  onRun(command, cli, async (call) => {
    const [given = ''] = call.args;
    const { year, days } = yearOf(given);
    const { ref } = workingCalendar(year, year);
    const json = days.map(({ date, working, reason, source, provisional }) => ({
      date,
      working,
      reason: reason[call.locale],
      source,
      provisional,
    }));
    return { text: calendarText({ year, ref, days, warnings: yearWarnings(year) }, call), json };
  });
}

function yearOf(given: string): { year: number; days: CalendarDay[] } {
  try {
    if (!/^\d{4}$/.test(given)) throw new CalendarError(given, shippedCalendar().law.covers);
    return { year: Number(given), days: buildYear(Number(given)) };
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    const { code, text, detail } = error;
    const allowed = { from: detail.from, through: detail.through };
    throw new CliFailure({ exit: exitCodes.invalid, code, text, details: { allowed }, cause: error });
  }
}
