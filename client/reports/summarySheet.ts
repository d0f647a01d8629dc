import type { Row } from 'write-excel-file/node';
import { figureTexts } from '../../contract/texts/reportColumns.ts';
import { reportTexts } from '../../contract/texts/reports.ts';
import type { Locale } from '../../contract/texts/text.ts';
import type { ReportSheet } from './cells.ts';
import { head, number, shareCell, text, title } from './cells.ts';
import { punctualityRows } from './punctuality.ts';
import type { ReportData } from './schema.ts';
import { headWords, shareRows, summaryFigures, unconfirmedWords } from './words.ts';

/** Gives the first sheet: what the report is, the programme's numbers, shares, punctuality, what is unconfirmed. */
export function summarySheet(data: ReportData, locale: Locale): ReportSheet {
  const { kind, subject, period, asOf, to, duty, forwarded } = headWords(data, locale);
  const said = [subject, period, asOf, to, duty, forwarded, reportTexts.unsigned[locale]].filter((one) => one !== null);
  const {
    figure,
    collective,
    individual,
    total,
    source,
    shares,
    amongReceived,
    amongAwarded,
    unconfirmed,
    punctuality,
  } = reportTexts;
  const rows: Row[] = summaryFigures.map((name) => {
    const { collective: t, individual: c } = data.total[name];
    return [
      text(figureTexts[name].label[locale]),
      number(t),
      number(c),
      number(t + c),
      text(figureTexts[name].source[locale]),
    ];
  });
  return {
    sheet: reportTexts.summary[locale],
    widths: [46, 14, 14, 14, 70],
    stickyRows: 0,
    data: [
      [title(kind.toUpperCase())],
      ...said.map(
        (each): Row => [{ value: each, columnSpan: 5, wrap: true, alignVertical: 'top' }, null, null, null, null],
      ),
      [],
      [figure, collective, individual, total, source].map((each) => head(each[locale])),
      ...rows,
      [],
      [head(shares[locale]), head(amongReceived[locale]), head(amongAwarded[locale])],
      ...shareRows(data, locale).map(
        ({ name, received, awarded }): Row => [text(name), shareCell(received), shareCell(awarded)],
      ),
      [],
      [head(punctuality[locale]), head(figureTexts.late.label[locale]), head(figureTexts.escalations.label[locale])],
      ...punctualityRows(data, locale).map(
        ([name, late, escalations]): Row => [text(name), number(late), number(escalations)],
      ),
      [],
      [{ value: unconfirmed[locale], fontWeight: 'bold' }],
      ...unconfirmedWords(data, locale).map(
        (each): Row => [{ value: each, columnSpan: 5, wrap: true, alignVertical: 'top' }, null, null, null, null],
      ),
    ],
  };
}
