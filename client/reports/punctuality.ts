import { figureTexts } from '../../contract/texts/reportColumns.ts';
import { reportTexts } from '../../contract/texts/reports.ts';
import type { Locale } from '../../contract/texts/text.ts';
import type { PageTable } from './html.ts';
import type { ReportData } from './schema.ts';
import { wholeNumber } from './words.ts';

/** Gives how often things were late: in nominations, and in the rounds themselves (plans, selection, council, decisions). */
export function punctualityRows(
  { total, rounds }: ReportData,
  locale: Locale,
): [name: string, late: number, escalations: number][] {
  const both = ({ collective, individual }: { collective: number; individual: number }) => collective + individual;
  return [
    [reportTexts.nominationsRow[locale], both(total.late), both(total.escalations)],
    [reportTexts.roundsRow[locale], rounds.late, rounds.escalations],
  ];
}

/** Gives the same as a table. */
export function punctualityTable(data: ReportData, locale: Locale): PageTable {
  return {
    caption: reportTexts.punctuality[locale],
    columns: [reportTexts.figure, figureTexts.late.label, figureTexts.escalations.label].map((each) => each[locale]),
    words: 1,
    empty: reportTexts.empty[locale],
    rows: punctualityRows(data, locale).map(([name, late, escalations]) => [
      name,
      wholeNumber(late, locale),
      wholeNumber(escalations, locale),
    ]),
  };
}
