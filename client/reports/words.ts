import type { RefusalGround } from '../../contract/events.ts';
import { refusalGrounds } from '../../contract/events.ts';
import { day, dayOf, timeOf } from '../../contract/texts/dates.ts';
import { refusalGroundTexts } from '../../contract/texts/grounds.ts';
import { reportTexts, unconfirmedTexts } from '../../contract/texts/reports.ts';
import type { Locale } from '../../contract/texts/text.ts';
import { say } from '../../contract/texts/text.ts';
import type { ReportData } from './schema.ts';

/** What workbook, page and terminal say alike of a report. */

type Part = { part: number; whole: number };
type Quota = ReportData['movements'][number]['quota']['collective'];

/** Gives a whole number with the locale's thousands: 1.234 or 1,234. */
export function wholeNumber(value: number, locale: Locale): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, locale === 'vi' ? '.' : ',');
}

/** Gives the share in percent with one decimal, or a dash of nothing. */
export function percent({ part, whole }: Part, locale: Locale): string {
  if (whole === 0) return '–';
  const text = ((part / whole) * 100).toFixed(1);
  return locale === 'vi' ? `${text.replace('.', ',')} %` : `${text}%`;
}

/** Gives “3/12 (25,0 %)”. */
export function partOf(part: Part, locale: Locale): string {
  const [of, whole] = [wholeNumber(part.part, locale), wholeNumber(part.whole, locale)];
  return say(reportTexts.ofAll, locale, { part: of, whole, percent: percent(part, locale) });
}

function quotaWords({ stated, ceiling }: Quota, locale: Locale): string {
  if (ceiling !== null) return wholeNumber(ceiling, locale);
  return (stated === 'delegated' ? reportTexts.quotaDelegated : reportTexts.quotaOpen)[locale];
}

/** Gives the movement's number for collectives and individuals; what holds for both is said once. */
export function quotaPair(
  { collective, individual }: { collective: Quota; individual: Quota },
  locale: Locale,
): string {
  const [t, c] = [quotaWords(collective, locale), quotaWords(individual, locale)];
  return t === c && collective.ceiling === null ? t : `${t} / ${c}`;
}

/** Gives the ground of a refusal in the words of the procedures. */
export function groundWords(ground: string, locale: Locale): string {
  const known = refusalGrounds.find((one): one is RefusalGround => one === ground);
  return (known ? refusalGroundTexts[known] : reportTexts.groundUnknown)[locale];
}

/** Gives the lines above a report's tables. */
export function headWords(
  data: ReportData,
  locale: Locale,
): {
  kind: string;
  subject: string;
  period: string;
  asOf: string;
  to: string | null;
  duty: string | null;
  forwarded: string | null;
} {
  const { period, to, via, forwardedBy, duty } = data;
  const name = to && (via ? `${to.name} (${say(reportTexts.via, locale, { via: via.name })})` : to.name);
  return {
    kind: reportTexts[data.kind][locale],
    subject: say(reportTexts.subject, locale, { title: data.programme.title }),
    period: say(reportTexts.period, locale, { from: day(period.from), to: day(period.to) }),
    asOf: say(reportTexts.asOf, locale, {
      sinceTime: timeOf(period.since),
      sinceDay: dayOf(period.since),
      time: timeOf(period.asOf),
      day: dayOf(period.asOf),
    }),
    to: name && say(reportTexts.to, locale, { to: name }),
    duty: duty && say(reportTexts.duty, locale, duty),
    forwarded: forwardedBy && say(reportTexts.forwarded, locale, { body: forwardedBy.name }),
  };
}

/** Gives what is provisional or unconfirmed, one sentence each; a setting's reason is in the words of the definition. */
export function unconfirmedWords({ unconfirmed }: ReportData, locale: Locale): string[] {
  return unconfirmed.map(({ code, values, why }) => {
    const said = say(unconfirmedTexts[code], locale, values);
    return why === null ? said : `${said} (${why})`;
  });
}

/** Gives the three shares by name. */
export function shareRows({ shares }: ReportData, locale: Locale): { name: string; received: Part; awarded: Part }[] {
  return [
    { name: reportTexts.shareDirect[locale], ...shares.direct },
    { name: reportTexts.shareAdHoc[locale], ...shares.adHoc },
    { name: reportTexts.shareCollectives[locale], ...shares.collectives },
  ];
}

/** Numbers of the summary, and of the tables by movement and unit, in this order. */
export const summaryFigures = [
  'received',
  'signedOff',
  'returns',
  'returnedNominations',
  'refused',
  'notSelected',
  'expired',
  'withdrawn',
  'cancelled',
  'awarded',
  'awardedToDate',
  'published',
] as const;
export const movementFigures = [
  'received',
  'signedOff',
  'returns',
  'refused',
  'notSelected',
  'expired',
  'withdrawn',
  'cancelled',
  'awarded',
  'awardedToDate',
  'published',
] as const;
export const unitFigures = [
  'received',
  'signedOff',
  'returns',
  'refused',
  'notSelected',
  'awarded',
  'published',
] as const;
