import { checkTexts, countTexts, subjectKindTexts } from '../../../contract/texts/check.ts';
import { dateTime } from '../../../contract/texts/dates.ts';
import type { CheckReport, Finding } from '../../check/types.ts';
import type { Call } from '../session.ts';
import { pairs, table } from './table.ts';

/** Gives what a check found: violations first, then warnings, then how much was looked at. */
export function checkText(report: CheckReport, call: Call): string {
  const { violations, warnings } = report;
  const at = dateTime(report.checkedAt);
  const headline =
    violations.length === 0
      ? [call.say(checkTexts.clean, { at })]
      : [call.say(checkTexts.found, { count: violations.length, at }), '', findingsText(violations, call)];
  const warned =
    warnings.length === 0
      ? []
      : ['', call.say(checkTexts.warned, { count: warnings.length }), '', findingsText(warnings, call)];
  const engine = call.say(report.engine ? checkTexts.engineAsked : checkTexts.engineNotAsked);
  return [...headline, ...warned, '', call.say(checkTexts.counts), countsText(report, call), '', engine].join('\n');
}

function findingsText(findings: Finding[], call: Call): string {
  const header = [checkTexts.colCode, checkTexts.colSubject, checkTexts.colFinding].map((text) => call.say(text));
  const rows = findings.map(({ code, subject, text }) => {
    return [code, `${call.say(subjectKindTexts[subject.kind])} ${subject.id}`, call.say(text)];
  });
  return table(header, rows, call.world.columns);
}

function countsText({ counts }: CheckReport, call: Call): string {
  return pairs(
    (Object.keys(countTexts) as (keyof typeof countTexts)[]).map((name) => [
      call.say(countTexts[name]),
      String(counts[name]),
    ]),
  );
}
