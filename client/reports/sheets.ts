import type { Row } from 'write-excel-file/node';
import { kindTexts } from '../../contract/texts/kinds.ts';
import { coverageTexts, figureTexts } from '../../contract/texts/reportColumns.ts';
import { reportTexts } from '../../contract/texts/reports.ts';
import { stateTexts } from '../../contract/texts/states.ts';
import type { Locale } from '../../contract/texts/text.ts';
import type { ReportSheet } from './cells.ts';
import { head, line, number, shareCell, text } from './cells.ts';
import type { ReportData } from './schema.ts';
import { summarySheet } from './summarySheet.ts';
import { groundWords, movementFigures, unitFigures } from './words.ts';

/** Gives the workbook's sheets, in the order of the page's sections. */
export function reportSheets(data: ReportData, locale: Locale): ReportSheet[] {
  return [
    summarySheet(data, locale),
    movementSheet(data, locale),
    coverageSheet(data, locale),
    unitSheet(data, locale),
    refusalSheet(data, locale),
    stateSheet(data, locale),
  ];
}

function movementSheet(data: ReportData, locale: Locale): ReportSheet {
  const both = [reportTexts.collective, reportTexts.individual] as const;
  const names = movementFigures.flatMap((name) =>
    both.map((kind) => head(`${figureTexts[name].label[locale]} – ${kind[locale].toLowerCase()}`)),
  );
  const quotas = both.map((kind) => head(reportTexts.quotaOf[locale].replace('{kind}', kind[locale].toLowerCase())));
  const rows = data.movements.map(
    ({ id, title: name, inCharge, quota, tally }): Row => [
      text(id),
      text(name),
      text(inCharge.name),
      ...movementFigures.flatMap((figure) => [number(tally[figure].collective), number(tally[figure].individual)]),
      ...[quota.collective, quota.individual].map(({ ceiling, stated }) =>
        ceiling === null
          ? text((stated === 'delegated' ? reportTexts.quotaDelegated : reportTexts.quotaOpen)[locale])
          : number(ceiling),
      ),
    ],
  );
  return {
    sheet: reportTexts.perMovement[locale],
    widths: [7, 50, 28, ...names.map(() => 13), 13, 13],
    stickyRows: 1,
    data: [
      [
        head(reportTexts.code[locale]),
        head(reportTexts.movement[locale]),
        head(reportTexts.inCharge[locale]),
        ...names,
        ...quotas,
      ],
      ...rows,
    ],
  };
}

const coverageNames = Object.keys(coverageTexts) as (keyof typeof coverageTexts)[];

function coverageSheet(data: ReportData, locale: Locale): ReportSheet {
  const header = [
    reportTexts.code[locale],
    reportTexts.movement[locale],
    ...coverageNames.map((name) => coverageTexts[name][locale]),
    reportTexts.target[locale],
    reportTexts.reached[locale],
  ];
  const rows = data.movements.map(
    ({ id, title: name, coverage, targets }): Row => [
      text(id),
      text(name),
      ...coverageNames.map((each) => number(coverage[each])),
      targets[0] ? { value: targets[0].percent / 100, format: '0%', alignVertical: 'top', ...line } : text(''),
      targets[0] ? shareCell({ part: coverage.takingPart, whole: coverage.units }) : text(''),
    ],
  );
  return {
    sheet: reportTexts.coverage[locale],
    widths: [7, 50, ...coverageNames.map(() => 13), 11, 11],
    stickyRows: 1,
    data: [header.map(head), ...rows],
  };
}

function unitSheet(data: ReportData, locale: Locale): ReportSheet {
  const names = unitFigures.flatMap((name) =>
    [reportTexts.collective, reportTexts.individual].map((kind) =>
      head(`${figureTexts[name].label[locale]} – ${kind[locale].toLowerCase()}`),
    ),
  );
  const rows = data.units.map(
    ({ name, tally }): Row => [
      text(name),
      ...unitFigures.flatMap((figure) => [number(tally[figure].collective), number(tally[figure].individual)]),
    ],
  );
  return {
    sheet: reportTexts.perUnit[locale],
    widths: [44, ...names.map(() => 13)],
    stickyRows: 1,
    data: [[head(reportTexts.unit[locale]), ...names], ...rows],
  };
}

function refusalSheet(data: ReportData, locale: Locale): ReportSheet {
  const { code, movement, kind, ground, count } = reportTexts;
  return {
    sheet: reportTexts.refusals[locale],
    widths: [7, 50, 14, 30, 12],
    stickyRows: 1,
    data: [
      [code, movement, kind, ground, count].map((each) => head(each[locale])),
      ...data.refusals.map(
        (row): Row => [
          text(row.movementId),
          text(titleOf(data, row.movementId)),
          text(kindTexts[row.kind][locale]),
          text(groundWords(row.ground, locale)),
          number(row.count),
        ],
      ),
    ],
  };
}

function stateSheet(data: ReportData, locale: Locale): ReportSheet {
  const { code, movement, kind, stateColumn, count } = reportTexts;
  return {
    sheet: reportTexts.states[locale],
    widths: [7, 50, 14, 34, 12],
    stickyRows: 1,
    data: [
      [code, movement, kind, stateColumn, count].map((each) => head(each[locale])),
      ...data.states.map(
        (row): Row => [
          text(row.movementId),
          text(titleOf(data, row.movementId)),
          text(kindTexts[row.kind][locale]),
          text(stateTexts[row.state][locale]),
          number(row.count),
        ],
      ),
    ],
  };
}

function titleOf({ movements }: ReportData, id: string): string {
  return movements.find((movement) => movement.id === id)?.title ?? id;
}
