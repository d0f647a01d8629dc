import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { optionTexts } from '../../../contract/texts/cli/help.ts';
import { reportListTexts } from '../../../contract/texts/reports.ts';
import { together } from '../../core/together.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';
import { reportListText, reportText, statusWords } from '../print/report.ts';
import type { Answer, Call, Cli } from '../session.ts';
import { onRun } from '../session.ts';
import { dayOption } from './dayOption.ts';
import { define } from './define.ts';
import { writeOut } from './writeOut.ts';

/** `report <programme>`: the figures as they stand now */
export function addReport(program: Command, cli: Cli): void {
  const say = (name: keyof typeof optionTexts) => optionTexts[name][cli.locale];
  const command = define(program, cli, 'report', [
    'report 004',
    'report 004 --from 2021-01-01 --to 2021-06-30 --xlsx so-lieu.xlsx --html so-lieu.html',
  ])
    .argument('<programme>', say('programme'))
    .option('--from <day>', say('reportFrom'))
    .option('--to <day>', say('reportTo'))
    .option('--xlsx <file>', say('xlsx'))
    .option('--html <file>', say('html'));
  onRun(command, cli, async (call) => {
    const [programmeId = ''] = call.args;
    const [from, to] = [dayOption(call, 'from'), dayOption(call, 'to')];
    if (from !== undefined && to !== undefined && to < from) {
      const values = { from, to };
      throw new CliFailure({
        exit: exitCodes.invalid,
        code: 'DAYS_REVERSED',
        text: reportListTexts.daysReversed,
        values,
      });
    }
    const days = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    const { data, workbook, page } = await call.within(({ client }) =>
      client.insight.report(programmeId, days, call.locale),
    );
    const files = written(call, workbook, page);
    const text = [reportText(data, call), ...filesWritten(call, files)].join('\n\n');
    return { text, json: { ...data, ...(files.length > 0 ? { files } : {}) } };
  });
}

/** `reports`, and `reports get <id>` */
export function addReports(program: Command, cli: Cli): void {
  const say = (name: keyof typeof optionTexts) => optionTexts[name][cli.locale];
  const command = define(program, cli, 'reports', [
    'reports',
    'reports get 004/report/0/2021-06-30 --xlsx bao-cao.xlsx --html bao-cao.html',
  ])
    .argument('[get]', say('reportsGet'))
    .argument('[report]', say('reportId'))
    .option('--xlsx <file>', say('xlsx'))
    .option('--html <file>', say('html'));
  onRun(command, cli, async (call) => {
    const [get, id] = call.args;
    // `reports <id>` means the same as `reports get <id>`.
    const wanted = get === 'get' ? id : get;
    return wanted === undefined ? listed(call) : got(call, wanted);
  });
}

async function listed(call: Call): Promise<Answer> {
  const [reports, names] = await call.within(({ client }) => together([client.insight.reports(), client.bodyNames()]));
  return { text: reportListText(reports, names, call), json: { reports } };
}

async function got(call: Call, id: string): Promise<Answer> {
  const { kept, listed: report } = await call.within(async ({ client }) => {
    const insight = client.insight;
    const row = await insight.keptReport(id);
    return { kept: row, listed: row ? null : (await insight.reports()).find(({ reportId }) => reportId === id) };
  });
  if (!kept) {
    const values = { id, status: report ? statusWords(report, call) : '' };
    const text = report ? reportListTexts.notCompiled : reportListTexts.unknown;
    throw new CliFailure({ exit: exitCodes.invalid, code: report ? 'NOT_COMPILED' : 'UNKNOWN_REPORT', text, values });
  }
  const { reportDataSchema } = await import('../../reports/schema.ts');
  const data = reportDataSchema.parse(kept.figures);
  const files = written(call, kept.workbook, kept.page);
  const text = [reportText(data, call), ...filesWritten(call, files)].join('\n\n');
  const { hash, compiledAt } = kept;
  return { text, json: { ...data, hash, compiledAt, ...(files.length > 0 ? { files } : {}) } };
}

/** Writes the documents asked for; gives their full paths. */
function written(call: Call, workbook: Buffer, page: string): string[] {
  const [xlsx, html] = [call.text('xlsx'), call.text('html')];
  if (xlsx !== undefined) writeOut(xlsx, () => writeFileSync(xlsx, workbook));
  if (html !== undefined) writeOut(html, () => call.world.writeText(html, page));
  return [xlsx, html].flatMap((file) => (file === undefined ? [] : [resolve(file)]));
}

function filesWritten(call: Call, files: string[]): string[] {
  return files.length === 0 ? [] : [files.map((file) => call.say(reportListTexts.written, { file })).join('\n')];
}
