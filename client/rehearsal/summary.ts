import { rehearsalTexts } from '../../contract/texts/rehearsal/lines.ts';
import { summaryTexts } from '../../contract/texts/rehearsal/summary.ts';
import type { Locale } from '../../contract/texts/text.ts';
import { say } from '../../contract/texts/text.ts';
import { isAwarded } from './checks/awardChecks.ts';
import type { Check, Findings } from './checks/check.ts';
import type { Pace } from './report.ts';

/** A season that has been played. */
export type Played = { programmeId: string; findings: Findings; checks: readonly Check[]; pace: Pace };

type Column = keyof typeof summaryTexts;

function cells({ programmeId, findings, checks, pace }: Played): Record<Column, string> {
  const { evidence, mail } = findings;
  const failed = checks.filter(({ holds }) => !holds).length;
  return {
    programme: programmeId,
    rounds: String(evidence.rounds.length),
    nominations: String(evidence.nominations.length),
    awards: String(evidence.nominations.filter(isAwarded).length),
    acts: String(pace.acts),
    changes: String(findings.changes.length),
    notices: String(mail.sent),
    mails: String(mail.delivered),
    seconds: String(pace.seconds),
    behind: String(pace.lateDays),
    checks: failed === 0 ? `✓ ${checks.length}` : `✗ ${failed}/${checks.length}`,
  };
}

/** Gives one line for each season, and one for all of them. `minutes`: real ones, installations included. */
export function summaryLines(played: readonly Played[], minutes: number, locale: Locale): string[] {
  const columns = Object.keys(summaryTexts) as Column[];
  const head = columns.map((column) => say(summaryTexts[column], locale));
  const body = played.map((each) => {
    const line = cells(each);
    return columns.map((column) => line[column]);
  });
  const widths = columns.map((_, index) => Math.max(...[head, ...body].map((line) => line[index]?.length ?? 0)));
  const lines = [head, ...body].map((line) => line.map((cell, index) => cell.padStart(widths[index] ?? 0)).join('  '));
  const failed = played.filter(({ checks }) => checks.some(({ holds }) => !holds)).length;
  const result = say(rehearsalTexts.summary, locale, { failed, of: played.length, minutes: minutes.toFixed(1) });
  return ['', ...lines, '', `${failed === 0 ? '✓' : '✗'} ${result}`];
}
