import { printTexts } from '../../../contract/texts/cli/print.ts';
import { roundPrintTexts } from '../../../contract/texts/cli/rounds.ts';
import { dayOf } from '../../../contract/texts/dates.ts';
import type { UnitCoverage } from '../../core/types.ts';
import type { Call } from '../session.ts';
import { coverageOf } from './rounds.ts';
import { indent, table } from './table.ts';

/** Gives what each unit has answered and handed in, and the totals: the 100 % targets of Thanh Hóa are read off here. */
export function coverageText(units: UnitCoverage[], call: Call): string {
  if (units.length === 0) return '';
  const { colUnit, colAnswered, colTakesPart, colRegistered, colCovenants, colNominations } = roundPrintTexts;
  const header = [colUnit, colAnswered, colTakesPart, colRegistered, colCovenants, colNominations];
  const rows = units.map((unit) => [
    `${unit.name} (${unit.unitId})`,
    unit.answeredAt === null ? call.say(roundPrintTexts.notAnswered) : dayOf(unit.answeredAt),
    takesPart(unit, call),
    String(unit.registrations),
    String(unit.covenants),
    String(unit.nominations),
  ]);
  const columns = call.world.columns === null ? null : call.world.columns - 2;
  const titles = header.map((text) => call.say(text));
  return [
    call.say(roundPrintTexts.coverage),
    indent(table(titles, rows, columns)),
    indent(call.say(roundPrintTexts.coverageTotal, { ...coverageOf(units), ...sumsOf(units) })),
  ].join('\n');
}

function takesPart(unit: UnitCoverage, call: Call): string {
  if (unit.takesPart === null) return call.say(roundPrintTexts.none);
  return call.say(unit.takesPart ? printTexts.yes : printTexts.no);
}

function sumsOf(units: UnitCoverage[]) {
  const sum = (count: (unit: UnitCoverage) => number) => units.reduce((total, unit) => total + count(unit), 0);
  return {
    registrations: sum((unit) => unit.registrations),
    covenants: sum((unit) => unit.covenants),
    nominations: sum((unit) => unit.nominations),
  };
}
