import { printTexts } from '../../../contract/texts/cli/print.ts';
import { stateTexts } from '../../../contract/texts/states.ts';
import type { InboxItem } from '../../core/types.ts';
import type { Call } from '../session.ts';
import { dateTime } from './dates.ts';
import { table } from './table.ts';

/** Gives what waits for a person or a queue, most urgent first as the client orders it. */
export function inboxText(items: InboxItem[], of: string, call: Call): string {
  if (items.length === 0) return call.say(printTexts.inboxEmpty);
  const { colNomination, colNominee, colMovement, colState, colQueue, colDue, colLate } = printTexts;
  const header = [colNomination, colNominee, colMovement, colState, colQueue, colDue, colLate].map((text) =>
    call.say(text),
  );
  const rows = items.map((item) => [
    item.nominationId,
    item.nomineeName,
    item.movementTitle,
    call.say(stateTexts[item.state]),
    item.queue,
    dateTime(item.dueAt),
    lateness(item, call),
  ]);
  return `${call.say(printTexts.inboxOf, { of })}\n\n${table(header, rows, call.world.columns)}`;
}

function lateness({ overdue, escalatedTo }: InboxItem, call: Call): string {
  if (escalatedTo) return call.say(printTexts.lateEscalated, { to: escalatedTo });
  return overdue ? call.say(printTexts.late) : '';
}
