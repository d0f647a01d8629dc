import { endOfDay, localDay } from '../../../contract/calendarDay.ts';
import { roundPrintTexts } from '../../../contract/texts/cli/rounds.ts';
import { dateTime, dayOf } from '../../../contract/texts/dates.ts';
import { roundDeadlineTexts } from '../../../contract/texts/round/deadlines.ts';
import { roundStateTexts } from '../../../contract/texts/round/states.ts';
import type { RoundSummary, UnitCoverage } from '../../core/types.ts';
import type { Call } from '../session.ts';
import { table } from './table.ts';

/** How many of the units have answered; `share` in whole per cent. */
export type Coverage = { units: number; answered: number; takingPart: number; share: number };
export type ListedRound = RoundSummary & { coverage: Coverage | null };

/** Gives the totals of a coverage table: 100 % means all. */
export function coverageOf(units: UnitCoverage[]): Coverage {
  const answered = units.filter(({ answeredAt }) => answeredAt !== null).length;
  const takingPart = units.filter(({ takesPart }) => takesPart === true).length;
  const rounded = units.length === 0 ? 0 : Math.round((100 * answered) / units.length);
  const share = answered < units.length ? Math.min(rounded, 99) : rounded;
  return { units: units.length, answered, takingPart, share };
}

/** Gives rounds, one a row, with what is late or stands still at the programme instant. */
export function roundsText(rounds: ListedRound[], now: string, call: Call): string {
  if (rounds.length === 0) return call.say(roundPrintTexts.noRounds);
  const { colRound, colMovement, colPhase, colState, colWindow, colNext, colCoverage, colMarks } = roundPrintTexts;
  const header = [colRound, colMovement, colPhase, colState, colWindow, colNext, colCoverage, colMarks];
  const rows = rounds.map((round) => [
    round.roundId,
    round.movementTitle,
    round.phaseName,
    call.say(roundStateTexts[round.state]),
    windowOf(round, call),
    nextOf(round, call),
    round.coverage ? call.say(roundPrintTexts.answeredOf, round.coverage) : call.say(roundPrintTexts.none),
    marksOf(round, now, call),
  ]);
  const titles = header.map((text) => call.say(text));
  return `${table(titles, rows, call.world.columns)}\n\n${call.say(roundPrintTexts.count, { count: rows.length })}`;
}

function windowOf({ nominationsFrom, closesAt }: RoundSummary, call: Call): string {
  if (nominationsFrom === null || closesAt === null) return call.say(roundPrintTexts.none);
  return `${dayOf(nominationsFrom)} – ${lastDay(closesAt)}`;
}

/** Gives the day with which nominating ends; with the time where it does not end with the day, as after a suspension. */
function lastDay(at: string): string {
  return at === endOfDay(localDay(at)) ? dayOf(at) : dateTime(at);
}

function nextOf({ deadline }: RoundSummary, call: Call): string {
  if (!deadline) return call.say(roundPrintTexts.none);
  const provisional = deadline.provisional ? ` (${call.say(roundPrintTexts.provisional)})` : '';
  return `${call.say(roundDeadlineTexts[deadline.name])}: ${dateTime(deadline.dueAt)}${provisional}`;
}

function marksOf({ deadline, stalledSince }: RoundSummary, now: string, call: Call): string {
  const late = deadline ? lateMark(deadline, now, call) : '';
  return [late, stalledSince ? call.say(roundPrintTexts.stalled) : ''].filter(Boolean).join('; ');
}

/** Gives that a deadline is late, with how far it was escalated; empty when it is not. */
export function lateMark({ level, dueAt }: { level: number; dueAt: string }, now: string, call: Call): string {
  if (level > 0) return call.say(roundPrintTexts.lateLevel, { level });
  return dueAt < now ? call.say(roundPrintTexts.late) : '';
}
