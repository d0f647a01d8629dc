import { dayMs } from '../../contract/calendarDay.ts';
import { checkTexts } from '../../contract/texts/rehearsal/checks.ts';
import { rehearsalTexts } from '../../contract/texts/rehearsal/lines.ts';
import type { Locale } from '../../contract/texts/text.ts';
import { say } from '../../contract/texts/text.ts';
import { changeLines } from './changeLines.ts';
import type { Check, Findings } from './checks/check.ts';
import { outcomes, tableLines } from './table.ts';

/** How fast it went. */
export type Pace = { seconds: number; acts: number; perSecond: number; p50: number; p95: number; lateDays: number };

/** Gives the pace of what was sent, on a clock of the given speed. */
export function paceOf({ acts }: Findings, seconds: number, speed: number): Pace {
  const took = acts.map(({ tookMs }) => tookMs).toSorted((a, b) => a - b);
  const at = (part: number): number => took[Math.min(took.length - 1, Math.floor(part * took.length))] ?? 0;
  const late = Math.max(0, ...acts.map(({ lateMs }) => (lateMs * speed) / dayMs));
  return {
    seconds: Math.round(seconds),
    acts: acts.length,
    perSecond: Math.round((acts.length / Math.max(1, seconds)) * 10) / 10,
    p50: at(0.5),
    p95: at(0.95),
    lateDays: Math.round(late * 10) / 10,
  };
}

/** Gives the whole report: the table, each check with its figures, and one line that says how it ended. */
export function reportLines(
  findings: Findings,
  checks: readonly Check[],
  pace: Pace,
  minutes: number,
  locale: Locale,
): string[] {
  const failed = checks.filter(({ holds }) => !holds);
  const lines = checks.flatMap(({ name, holds, skipped, values, examples }) => [
    `${skipped ? '–' : holds ? '✓' : '✗'} ${say(checkTexts[name], locale, values)}${skipped ? ` ${say(rehearsalTexts.skipped, locale)}` : ''}`,
    ...examples.map((example) => `    ${example}`),
  ]);
  const result = say(rehearsalTexts.result, locale, {
    ...pace,
    failed: failed.length,
    checks: checks.length,
    late: pace.lateDays,
  });
  const tooFast = failed.some(({ name }) => name === 'storiesEndAsTold') && pace.lateDays > 4;
  return [
    '',
    ...tableLines(findings, locale),
    '',
    ...changeLines(findings.changes, locale),
    '',
    ...lines,
    '',
    `${failed.length === 0 ? '✓' : '✗'} ${result}`,
    ...(tooFast ? [`  ${say(rehearsalTexts.tooFast, locale, { minutes: Math.ceil(minutes * 2) })}`] : []),
  ];
}

/** Gives the same as data. */
export function reportData(findings: Findings, checks: readonly Check[], pace: Pace): Record<string, unknown> {
  const { plan } = findings;
  return {
    programme: plan.programmeId,
    seed: plan.seed,
    plan: plan.hash,
    rounds: findings.evidence.rounds.map(({ id, state }) => ({ roundId: id, state })),
    rows: outcomes(findings),
    changes: findings.changes.map(({ roundId, spec, preview }) => ({ roundId, spec, ...preview.totals })),
    mail: findings.mail,
    checks: checks.map(({ name, holds, skipped, values, examples }) => ({ name, holds, skipped, ...values, examples })),
    pace,
    ok: checks.every(({ holds }) => holds),
  };
}
