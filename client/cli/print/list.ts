import { printTexts } from '../../../contract/texts/cli/print.ts';
import { dateTime } from '../../../contract/texts/dates.ts';
import { kindTexts } from '../../../contract/texts/kinds.ts';
import { stateTexts } from '../../../contract/texts/states.ts';
import type { NominationView } from '../../core/types.ts';
import type { Call } from '../session.ts';
import { table } from './table.ts';

/** Gives nominations, one a row, and how many. */
export function listText(nominations: NominationView[], call: Call): string {
  if (nominations.length === 0) return call.say(printTexts.noNominations);
  const { colNomination, colNominee, colUnit, colMovement, colState, colDue } = printTexts;
  const header = [colNomination, colNominee, colUnit, colMovement, colState, colDue].map((text) => call.say(text));
  const rows = nominations.map((one) => [
    one.nominationId,
    `${one.nominee.name} (${call.say(kindTexts[one.nominee.kind])})`,
    one.unitName,
    `${one.movementId} ${one.movementTitle}`,
    call.say(stateTexts[one.state]),
    one.deadline ? dateTime(one.deadline.dueAt) : call.say(printTexts.none),
  ]);
  return `${table(header, rows, call.world.columns)}\n\n${call.say(printTexts.count, { count: rows.length })}`;
}
