import { queueOf } from '../../../contract/roles.ts';
import { printTexts } from '../../../contract/texts/cli/print.ts';
import type { PersonView } from '../../core/types.ts';
import type { Call } from '../session.ts';
import type { Names } from './names.ts';
import { nameAndId, queueName } from './names.ts';
import { table } from './table.ts';

/** Gives people with the body they work in and the roles they hold now. */
export function peopleText(people: PersonView[], names: Names, call: Call): string {
  if (people.length === 0) return call.say(printTexts.noPeople);
  const { colPerson, colName, colHomeBody, colRoles } = printTexts;
  const header = [colPerson, colName, colHomeBody, colRoles].map((text) => call.say(text));
  const rows = people.map(({ id, name, homeBody, roles }) => [
    id,
    name,
    nameAndId(homeBody, names),
    roles.map(({ role, body }) => queueName(queueOf(role, body), names, call.locale)).join('; ') ||
      call.say(printTexts.none),
  ]);
  return `${table(header, rows, call.world.columns)}\n\n${call.say(printTexts.count, { count: rows.length })}`;
}
