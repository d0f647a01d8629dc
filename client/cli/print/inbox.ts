import { printTexts } from '../../../contract/texts/cli/print.ts';
import { dateTime } from '../../../contract/texts/dates.ts';
import { stateTexts } from '../../../contract/texts/states.ts';
import type { InboxItem } from '../../core/types.ts';
import type { Call } from '../session.ts';
import type { Names } from './names.ts';
import { queueName } from './names.ts';
import { table } from './table.ts';

/** Gives what waits for a person or a queue, most urgent first as the client orders it. */
export function inboxText(items: InboxItem[], of: string, names: Names, call: Call): string {
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
    queueName(item.queue, names, call.locale),
    dateTime(item.dueAt),
    lateness(item, names, call),
  ]);
  return `${call.say(printTexts.inboxOf, { of })}\n\n${table(header, rows, call.world.columns)}`;
}

function lateness({ overdue, escalatedTo }: InboxItem, names: Names, call: Call): string {
  if (escalatedTo) return call.say(printTexts.lateEscalated, { to: queueName(escalatedTo, names, call.locale) });
  return overdue ? call.say(printTexts.late) : '';
}
