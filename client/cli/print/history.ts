import { printTexts } from '../../../contract/texts/cli/print.ts';
import { dateTime } from '../../../contract/texts/dates.ts';
import type { HistoryEvent } from '../../core/types.ts';
import type { Call } from '../session.ts';
import { table } from './table.ts';

/** Gives the engine's events with what each means; their data are under --json. */
export function historyText(id: string, events: HistoryEvent[], call: Call): string {
  const { colNumber, colRealAt, colEvent, colMeaning } = printTexts;
  const header = [colNumber, colRealAt, colEvent, colMeaning].map((text) => call.say(text));
  const rows = events.map((event) => [String(event.id), dateTime(event.at), event.type, call.say(event.explained)]);
  return `${call.say(printTexts.historyOf, { id })}\n\n${table(header, rows, call.world.columns)}`;
}
