import { printTexts } from '../../../contract/texts/cli/print.ts';
import { roundPrintTexts } from '../../../contract/texts/cli/rounds.ts';
import { dateTime } from '../../../contract/texts/dates.ts';
import { stateText } from '../../../contract/texts/subjects.ts';
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
    item.subjectId,
    item.nomineeName ?? call.say(printTexts.wholeRound),
    item.movementTitle,
    call.say(stateText(item.subjectId, item.state)),
    queueName(item.queue, names, call.locale),
    dueText(item, call),
    lateness(item, names, call),
  ]);
  return `${call.say(printTexts.inboxOf, { of })}\n\n${table(header, rows, call.world.columns)}`;
}

/** A day whose yearly notice has not been issued took part in the count. */
function dueText({ dueAt, provisional }: InboxItem, call: Call): string {
  return provisional ? `${dateTime(dueAt)} (${call.say(roundPrintTexts.provisional)})` : dateTime(dueAt);
}

function lateness({ overdue, escalatedTo }: InboxItem, names: Names, call: Call): string {
  if (escalatedTo) return call.say(printTexts.lateEscalated, { to: queueName(escalatedTo, names, call.locale) });
  return overdue ? call.say(printTexts.late) : '';
}
