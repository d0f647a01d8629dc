import { dateTime, day } from '../../../contract/texts/dates.ts';
import { reportListTexts, reportTexts } from '../../../contract/texts/reports.ts';
import type { PageTable } from '../../reports/html.ts';
import type { ListedReport, ReportTold } from '../../reports/list.ts';
import {
  coverageTable,
  movementTable,
  refusalTable,
  shareTable,
  stateTable,
  summaryTable,
  unitTable,
} from '../../reports/pageTables.ts';
import { punctualityTable } from '../../reports/punctuality.ts';
import type { ReportData } from '../../reports/schema.ts';
import { headWords, unconfirmedWords } from '../../reports/words.ts';
import type { Call } from '../session.ts';
import type { Names } from './names.ts';
import { bodyName } from './names.ts';
import { table } from './table.ts';

/** Gives the report as its page has it, for a terminal. */
export function reportText(data: ReportData, call: Call): string {
  const { kind, subject, period, asOf, to, duty, forwarded } = headWords(data, call.locale);
  const heads = [kind.toUpperCase(), subject, `${period}. ${asOf}.`, to, duty, forwarded].filter((one) => one !== null);
  const make = [
    summaryTable,
    shareTable,
    punctualityTable,
    movementTable,
    coverageTable,
    refusalTable,
    stateTable,
    unitTable,
  ];
  const tables = make.map((one) => sectionOf(one(data, call.locale), call));
  const notes = unconfirmedWords(data, call.locale).map((note) => `• ${note}`);
  return [heads.join('\n'), ...tables, [call.say(reportTexts.unconfirmed), ...notes].join('\n')].join('\n\n');
}

function sectionOf({ caption, columns, rows, empty }: PageTable, call: Call): string {
  if (rows.length === 0) return `${caption}: ${empty}`;
  return `${caption}\n\n${table(columns, rows, call.world.columns)}`;
}

/** Gives the reports that are owed and those that were sent. */
export function reportListText(reports: (ListedReport & { told: ReportTold })[], names: Names, call: Call): string {
  if (reports.length === 0) return call.say(reportListTexts.none);
  const { id, kind, due, periodColumn, recipients, status } = reportListTexts;
  const header = [id, kind, due, periodColumn, recipients, status].map((text) => call.say(text));
  const rows = reports.map((report) => [
    report.reportId,
    call.say(reportTexts[report.kind]),
    day(report.dueOn),
    report.periodFrom === null ? '' : `${day(report.periodFrom)} – ${day(report.dueOn)}`,
    recipientWords(report, names, call),
    statusWords(report, call),
  ]);
  return table(header, rows, call.world.columns);
}

/** Gives where a report stands, in words. */
export function statusWords({ status, dueAt, compiledAt, begunAt }: ListedReport, call: Call): string {
  const at = dateTime(compiledAt ?? dueAt);
  const text = status === 'unscheduled' ? reportListTexts.notScheduled : reportListTexts[status];
  return call.say(text, { at, begun: begunAt === null ? '' : dateTime(begunAt) });
}

function recipientWords({ to, via, told }: ListedReport & { told: ReportTold }, names: Names, call: Call): string {
  const body =
    via === null
      ? bodyName(to, names)
      : `${bodyName(to, names)} (${call.say(reportTexts.via, { via: bodyName(via, names) })})`;
  const people = told.people.map(({ name }) => name).join(', ');
  if (people === '') return body;
  return told.forwarded ? call.say(reportListTexts.forwardedBy, { to: body, people }) : `${body}: ${people}`;
}
