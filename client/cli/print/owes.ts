import { printTexts } from '../../../contract/texts/cli/print.ts';
import { dateTime } from '../../../contract/texts/dates.ts';
import type { OpenMatter } from '../../core/types.ts';
import type { Call } from '../session.ts';
import type { Names } from './names.ts';
import { queueName } from './names.ts';
import { indent, table } from './table.ts';

/** What differs between a nomination's matters and a round's: what each is called, and what its lateness leads to. */
export type MatterWords = { name(matter: OpenMatter): string; whenLate(matter: OpenMatter): string };

/** Gives who owes what by when, as a table. */
export function owesText(matters: OpenMatter[], words: MatterWords, names: Names, call: Call): string {
  if (matters.length === 0) return call.say(printTexts.showNobody);
  const { colMatter, colQueue, colHolders, colDue, colWhenLate, colLate } = printTexts;
  const header = [colMatter, colQueue, colHolders, colDue, colWhenLate, colLate].map((text) => call.say(text));
  const rows = matters.map((matter) => [
    words.name(matter),
    queueName(matter.queue, names, call.locale),
    matter.holders.map(({ id, name }) => `${name} (${id})`).join(', ') || call.say(printTexts.nobodyHolds),
    dateTime(matter.dueAt),
    words.whenLate(matter),
    matter.escalatedTo
      ? call.say(printTexts.lateEscalated, { to: queueName(matter.escalatedTo, names, call.locale) })
      : '',
  ]);
  return `${call.say(printTexts.showOwes)}\n${indent(table(header, rows, indentedColumns(call)))}`;
}

/** Gives what `indent` leaves of the terminal's columns. */
export function indentedColumns(call: Call): number | null {
  return call.world.columns === null ? null : call.world.columns - 2;
}

/** Gives when a matter goes one step up, should it be late. */
export function escalatesText({ nextEscalationAt }: OpenMatter, call: Call): string {
  return call.say(printTexts.escalatesAt, { at: dateTime(nextEscalationAt) });
}
