import { covenantKindTexts } from '../../../contract/texts/cli/facts.ts';
import { printTexts } from '../../../contract/texts/cli/print.ts';
import { roundPrintTexts } from '../../../contract/texts/cli/rounds.ts';
import { dateTime, day, dayOf } from '../../../contract/texts/dates.ts';
import { kindTexts } from '../../../contract/texts/kinds.ts';
import type { RoundUnitView } from '../../core/types.ts';
import type { Call } from '../session.ts';
import type { Names } from './names.ts';
import { nameAndId } from './names.ts';
import { indentedColumns } from './owes.ts';
import { indent, pairs, table } from './table.ts';

/** Gives what a unit has sent in for a round: its answer and plan, whom it registered, what it signed. */
export function roundUnitText(view: RoundUnitView, names: Names, call: Call): string {
  const heading = call.say(roundPrintTexts.unitHeading, { id: view.roundId, unit: nameAndId(view.unitId, names) });
  return [heading, answerText(view, call), registeredText(view, call), covenantsText(view, call)].join('\n\n');
}

function answerText({ answer }: RoundUnitView, call: Call): string {
  const { colAnswered, colTakesPart, unitPlan, notAnswered } = roundPrintTexts;
  if (!answer) return pairs([[call.say(colAnswered), call.say(notAnswered)]]);
  const rows: [string, string][] = [
    [call.say(colAnswered), dateTime(answer.answeredAt)],
    [call.say(colTakesPart), call.say(answer.takesPart ? printTexts.yes : printTexts.no)],
  ];
  return pairs(answer.unitPlan === null ? rows : [...rows, [call.say(unitPlan), answer.unitPlan]]);
}

function registeredText({ registrations }: RoundUnitView, call: Call): string {
  const heading = call.say(roundPrintTexts.registered, { count: registrations.length });
  if (registrations.length === 0) return heading;
  const { colNominee, colKind, colNomineeTitle, colRegisteredOn } = roundPrintTexts;
  const header = [colNominee, colKind, colNomineeTitle, colRegisteredOn].map((text) => call.say(text));
  const rows = registrations.map(({ kind, id, name, title, registeredAt }) => [
    `${name} (${id})`,
    call.say(kindTexts[kind]),
    title ?? call.say(roundPrintTexts.none),
    dayOf(registeredAt),
  ]);
  return `${heading}\n${indent(table(header, rows, indentedColumns(call)))}`;
}

function covenantsText({ covenants }: RoundUnitView, call: Call): string {
  const heading = call.say(roundPrintTexts.covenantsSigned, { count: covenants.length });
  const lines = covenants.map(({ kind, parties, signedOn, content }) => {
    const values = { day: day(signedOn), kind: call.say(covenantKindTexts[kind]), parties: parties.join(', ') };
    const line = call.say(roundPrintTexts.covenantLine, values);
    return content === null ? line : `${line}\n${indent(content)}`;
  });
  return [heading, ...lines.map((line) => indent(line))].join('\n');
}
