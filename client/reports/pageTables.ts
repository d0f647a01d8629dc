import { kindTexts } from '../../contract/texts/kinds.ts';
import { coverageTexts, figureTexts } from '../../contract/texts/reportColumns.ts';
import { reportTexts } from '../../contract/texts/reports.ts';
import { stateTexts } from '../../contract/texts/states.ts';
import type { Locale } from '../../contract/texts/text.ts';
import type { PageTable } from './html.ts';
import type { ReportData, ReportTally } from './schema.ts';
import {
  groundWords,
  movementFigures,
  partOf,
  percent,
  quotaPair,
  shareRows,
  summaryFigures,
  unitFigures,
  wholeNumber,
} from './words.ts';

/** “3 / 7”: tập thể / cá nhân, as the documents write their numbers. */
function pair(counts: ReportTally['received'], locale: Locale): string {
  return `${wholeNumber(counts.collective, locale)} / ${wholeNumber(counts.individual, locale)}`;
}

/** Gives the programme's own numbers. */
export function summaryTable(data: ReportData, locale: Locale): PageTable {
  const { figure, collective, individual, total, summary, empty } = reportTexts;
  return {
    caption: summary[locale],
    columns: [figure, collective, individual, total].map((each) => each[locale]),
    words: 1,
    empty: empty[locale],
    rows: summaryFigures.map((name) => {
      const { collective: t, individual: c } = data.total[name];
      return [figureTexts[name].label[locale], ...[t, c, t + c].map((value) => wholeNumber(value, locale))];
    }),
  };
}

/** Gives the shares that the documents ask to raise. */
export function shareTable(data: ReportData, locale: Locale): PageTable {
  const { shares, amongReceived, amongAwarded, share, empty } = reportTexts;
  return {
    caption: shares[locale],
    columns: [share, amongReceived, amongAwarded].map((each) => each[locale]),
    words: 1,
    empty: empty[locale],
    rows: shareRows(data, locale).map(({ name, received, awarded }) => [
      name,
      partOf(received, locale),
      partOf(awarded, locale),
    ]),
  };
}

/** Gives a row for every movement, collectives / individuals. */
export function movementTable(data: ReportData, locale: Locale): PageTable {
  return {
    caption: `${reportTexts.perMovement[locale]} (${reportTexts.collective[locale]} / ${reportTexts.individual[locale]})`,
    columns: [
      reportTexts.movement[locale],
      reportTexts.inCharge[locale],
      ...movementFigures.map((name) => figureTexts[name].label[locale]),
      reportTexts.quota[locale],
    ],
    words: 2,
    empty: reportTexts.empty[locale],
    rows: data.movements.map(({ id, title, inCharge, tally, quota }) => [
      `${id}. ${title}`,
      inCharge.name,
      ...movementFigures.map((name) => pair(tally[name], locale)),
      quotaPair(quota, locale),
    ]),
  };
}

const coverageNames = Object.keys(coverageTexts) as (keyof typeof coverageTexts)[];

/** Gives how far each movement reached its units, against the targets the document sets. */
export function coverageTable(data: ReportData, locale: Locale): PageTable {
  return {
    caption: reportTexts.coverage[locale],
    columns: [
      reportTexts.movement[locale],
      ...coverageNames.map((name) => coverageTexts[name][locale]),
      reportTexts.target[locale],
      reportTexts.reached[locale],
    ],
    words: 1,
    empty: reportTexts.empty[locale],
    rows: data.movements.map(({ id, title, coverage, targets }) => [
      `${id}. ${title}`,
      ...coverageNames.map((name) => wholeNumber(coverage[name], locale)),
      targets.map(({ percent: wanted }) => `${wanted} %`).join(', '),
      targets.length > 0 ? percent({ part: coverage.takingPart, whole: coverage.units }, locale) : '',
    ]),
  };
}

/** Gives the grounds of refusal, by movement. */
export function refusalTable(data: ReportData, locale: Locale): PageTable {
  const { movement, kind, ground, count, refusals, empty } = reportTexts;
  return {
    caption: refusals[locale],
    columns: [movement, kind, ground, count].map((each) => each[locale]),
    words: 3,
    empty: empty[locale],
    rows: data.refusals.map((row) => [
      `${row.movementId}. ${titleOf(data, row.movementId)}`,
      kindTexts[row.kind][locale],
      groundWords(row.ground, locale),
      wholeNumber(row.count, locale),
    ]),
  };
}

/** Gives how many nominations of the programme stood where at the period's end. */
export function stateTable(data: ReportData, locale: Locale): PageTable {
  const { stateColumn, collective, individual, total, states, empty } = reportTexts;
  const found = [...new Set(data.states.map(({ state }) => state))];
  const of = (state: string, kind: string) =>
    data.states.filter((row) => row.state === state && row.kind === kind).reduce((sum, row) => sum + row.count, 0);
  return {
    caption: states[locale],
    columns: [stateColumn, collective, individual, total].map((each) => each[locale]),
    words: 1,
    empty: empty[locale],
    rows: found.map((state) => {
      const [t, c] = [of(state, 'collective'), of(state, 'individual')];
      return [stateTexts[state][locale], ...[t, c, t + c].map((value) => wholeNumber(value, locale))];
    }),
  };
}

/** Gives a row for every unit that nominated, collectives / individuals. */
export function unitTable(data: ReportData, locale: Locale): PageTable {
  return {
    caption: `${reportTexts.perUnit[locale]} (${reportTexts.collective[locale]} / ${reportTexts.individual[locale]})`,
    columns: [reportTexts.unit[locale], ...unitFigures.map((name) => figureTexts[name].label[locale])],
    words: 1,
    empty: reportTexts.empty[locale],
    rows: data.units.map(({ name, tally }) => [name, ...unitFigures.map((figure) => pair(tally[figure], locale))]),
  };
}

function titleOf({ movements }: ReportData, id: string): string {
  return movements.find((movement) => movement.id === id)?.title ?? id;
}
