import { escapeHtml } from '../../contract/texts/escapeHtml.ts';
import { figureTexts } from '../../contract/texts/reportColumns.ts';
import { reportTexts } from '../../contract/texts/reports.ts';
import type { Locale } from '../../contract/texts/text.ts';
import { say } from '../../contract/texts/text.ts';
import type { PageTable } from './html.ts';
import { htmlList, htmlTable, pageStyle } from './html.ts';
import {
  coverageTable,
  movementTable,
  refusalTable,
  shareTable,
  stateTable,
  summaryTable,
  unitTable,
} from './pageTables.ts';
import { punctualityTable } from './punctuality.ts';
import type { ReportData } from './schema.ts';
import { headWords, summaryFigures, unconfirmedWords } from './words.ts';

/**
 * Gives the report as one page that stands alone, laid out as an administrative document: the issuing body, the national
 * motto, what it is, the period, the tables, what is provisional, where each number comes from. NFC.
 */
export function reportPage(data: ReportData, locale: Locale): string {
  const { kind, subject } = headWords(data, locale);
  const sections: [heading: string, body: string][] = [
    [reportTexts.summary[locale], tables(data, locale, summaryTable, shareTable, punctualityTable)],
    [reportTexts.perMovement[locale], tables(data, locale, movementTable)],
    [reportTexts.coverage[locale], tables(data, locale, coverageTable) + targetNotes(data, locale)],
    [reportTexts.refusals[locale], tables(data, locale, refusalTable)],
    [reportTexts.states[locale], tables(data, locale, stateTable)],
    [reportTexts.perUnit[locale], tables(data, locale, unitTable)],
    [reportTexts.unconfirmed[locale], htmlList(unconfirmedWords(data, locale))],
    [reportTexts.sources[locale], htmlList(sourceWords(locale))],
  ];
  return [
    `<!doctype html>\n<html lang="${locale}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(`${kind} – ${subject}`)}</title><style>${pageStyle}</style></head><body>`,
    letterhead(data, locale),
    `<main>${titleBlock(data, locale)}`,
    ...sections.map(([heading, body], index) => `<h2>${index + 1}. ${escapeHtml(heading)}</h2>\n${body}`),
    `</main>${distribution(data, locale)}`,
    '</body></html>\n',
  ]
    .join('\n')
    .normalize('NFC');
}

function tables(
  data: ReportData,
  locale: Locale,
  ...make: ((data: ReportData, locale: Locale) => PageTable)[]
): string {
  return make.map((one) => htmlTable(one(data, locale))).join('\n');
}

function letterhead({ programme }: ReportData, locale: Locale): string {
  return [
    '<header class="head">',
    `<p class="strong">${escapeHtml(programme.issuer.name.toUpperCase())}</p>`,
    `<div><p class="strong">${escapeHtml(reportTexts.state[locale])}</p><p class="motto">${escapeHtml(reportTexts.motto[locale])}</p></div>`,
    '</header>',
  ].join('\n');
}

function titleBlock(data: ReportData, locale: Locale): string {
  const { kind, subject, period, asOf, to, duty, forwarded } = headWords(data, locale);
  const notes = [duty, forwarded, reportTexts.unsigned[locale]].filter((note) => note !== null);
  return [
    `<h1>${escapeHtml(kind)}</h1>`,
    `<p class="subject">${escapeHtml(subject)}</p>`,
    `<p class="period">${escapeHtml(period)}. ${escapeHtml(asOf)}.</p>`,
    ...(to === null ? [] : [`<p class="to">${escapeHtml(to)}</p>`]),
    ...notes.map((note) => `<p class="note">${escapeHtml(note)}</p>`),
  ].join('\n');
}

function targetNotes({ movements }: ReportData, locale: Locale): string {
  const said = movements.flatMap(({ id, targets }) =>
    targets.map(
      ({ of, quote, source }) => `${id}: ${say(reportTexts.targetNote, locale, { of })} “${quote}” (${source})`,
    ),
  );
  return said.length === 0 ? '' : `\n${htmlList(said)}`;
}

/** Gives what each number counts, one sentence each. */
function sourceWords(locale: Locale): string[] {
  const names = [...summaryFigures, 'directAwarded', 'adHocAwarded', 'late', 'escalations'] as const;
  return names.map((name) => `${figureTexts[name].label[locale]}: ${figureTexts[name].source[locale]}`);
}

function distribution({ to, via, forwardedBy }: ReportData, locale: Locale): string {
  const names = [to, via, forwardedBy].flatMap((body) => (body ? [body.name] : []));
  if (names.length === 0) return '';
  return `<footer><p><strong>${escapeHtml(reportTexts.recipients[locale])}:</strong></p>\n${htmlList([...names, reportTexts.file[locale]])}</footer>`;
}
