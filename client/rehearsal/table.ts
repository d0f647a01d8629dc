import type { RecipientKind, StateName } from '../../contract/states.ts';
import { rehearsalTexts } from '../../contract/texts/rehearsal/lines.ts';
import type { ColumnName } from '../../contract/texts/rehearsal/table.ts';
import { columnTexts, quotaTexts } from '../../contract/texts/rehearsal/table.ts';
import type { Locale } from '../../contract/texts/text.ts';
import { say } from '../../contract/texts/text.ts';
import { awardsOf } from './checks/awardChecks.ts';
import type { Findings } from './checks/check.ts';
import type { Row } from './plan/rows.ts';
import { ceilingOf } from './plan/rows.ts';

/** What became of a row's nominations. */
export type Outcome = { row: string; title: string } & Record<Exclude<ColumnName, 'row' | 'title'>, number>;

/** Gives the outcome of each row, in the programme's order. */
export function outcomes({ rows, evidence, lives }: Findings): Outcome[] {
  const { nominations, transitions } = evidence;
  const sentBack = new Set(
    transitions.filter(({ type }) => type === 'review.return').map(({ nominationId }) => nominationId),
  );
  return rows.map(({ id, roundId, title }) => {
    const own = nominations.filter((each) => each.roundId === roundId);
    const ended = (state: StateName): number => own.filter((each) => each.state === state).length;
    return {
      row: id,
      title,
      notTaken: lives.filter(({ plan, opened, nominationId }) => plan.rowId === id && opened && nominationId === null)
        .length,
      received: own.length,
      returned: own.filter((each) => sentBack.has(each.id)).length,
      expired: ended('expired'),
      withdrawn: ended('withdrawnForGood'),
      refused: ended('refused'),
      notSelected: ended('notSelected'),
      open: own.filter(({ closed }) => !closed).length,
      collective: awardsOf(nominations, roundId, 'collective'),
      individual: awardsOf(nominations, roundId, 'individual'),
    };
  });
}

/** Gives the quota of a row for a kind, as it is written behind the number awarded. */
export function quotaText(row: Row, kind: RecipientKind, locale: Locale): string {
  const { stated, ceiling, per } = row.quotas[kind];
  if (ceiling === 0) return say(quotaTexts.none, locale);
  if (ceiling === null) return say(quotaTexts[stated === 'delegated' ? 'delegated' : 'notStated'], locale);
  if (per.length === 0) return String(ceiling);
  return say(quotaTexts.perProgramme, locale, {
    ceiling: ceilingOf(row, kind) ?? 0,
    count: ceiling,
    programmes: per.length,
  });
}

const widest = 44;

/** Gives the table as aligned lines: texts to the left, numbers to the right. */
export function tableLines(findings: Findings, locale: Locale): string[] {
  const columns = Object.keys(columnTexts) as ColumnName[];
  const counted = outcomes(findings);
  const body = counted.map((outcome, index) =>
    columns.map((column) => {
      if (column === 'title')
        return outcome.title.length > widest ? `${outcome.title.slice(0, widest - 1)}…` : outcome.title;
      if (column !== 'collective' && column !== 'individual') return String(outcome[column]);
      return `${outcome[column]}/${quotaText(findings.rows[index] as Row, column, locale)}`;
    }),
  );
  const total = columns.map((column) => {
    if (column === 'row') return say(rehearsalTexts.total, locale);
    return column === 'title' ? '' : String(counted.reduce((sum, outcome) => sum + outcome[column], 0));
  });
  const cells = [columns.map((column) => say(columnTexts[column], locale)), ...body, total];
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => line[index]?.length ?? 0)));
  const isText = (index: number): boolean => index < 2 || index > columns.length - 3;
  const lines = cells.map((line) =>
    line
      .map((cell, index) => (isText(index) ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [...lines.slice(0, 1), rule, ...lines.slice(1, -1), rule, ...lines.slice(-1)];
}
