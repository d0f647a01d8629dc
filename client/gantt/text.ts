import { ganttStageTexts, ganttStateTexts, ganttTexts } from '../../contract/texts/gantt.ts';
import type { Locale } from '../../contract/texts/text.ts';
import { say } from '../../contract/texts/text.ts';
import type { Scale } from './scale.ts';
import { scaleOf } from './scale.ts';
import { paintOrder, segmentsOf } from './segments.ts';
import { shortened } from './svgStyle.ts';
import type { BarState, Gantt, GanttBar, GanttRow, RoundStage } from './types.ts';
import { footnotes, noteSigns, rowWords, spanWords } from './words.ts';

const least = 80;
const whenUnknown = 120;

/** What stands for a bar: the stage's letter, small while it is to come; signs for what is done, late, or not on record. */
const signs = { done: '━', late: '!', unknown: '·' } as const;
/** The least room of what is said of a row. */
const statusRoom = 18;
const stages = Object.keys(ganttStageTexts) as RoundStage[];

/** Gives the chart for a terminal of `columns` (null: unknown), one line a row. Every character is one column wide. */
export function ganttText(gantt: Gantt, locale: Locale, columns: number | null): string {
  const width = Math.max(least, columns ?? whenUnknown);
  const titleWidth = Math.min(40, Math.floor(width / 3.2));
  // Where there is little room only what matters most is said of a row.
  const said = gantt.rows.map((row) => {
    const words = rowWords(row, gantt, locale);
    return width >= whenUnknown ? words.join('; ') : (words[0] ?? '');
  });
  const statusWidth = Math.max(statusRoom, ...said.map((words) => [...words].length));
  const scale = scaleOf(gantt, width - titleWidth - statusWidth - 2, locale, 5);
  const cells = Math.floor(scale.width);
  const today = gantt.today >= gantt.from && gantt.today <= gantt.to ? columnOf(scale, gantt.today, cells) : -1;
  const line = (title: string, middle: string, status: string) =>
    `${title.padEnd(titleWidth)} ${middle} ${status}`.trimEnd();
  const lines: string[] = [
    gantt.title,
    spanWords(gantt, locale),
    '',
    line('', header(scale, cells, 'year'), ''),
    line('', header(scale, cells, 'label'), ''),
    line('', todayMark(today), ''),
  ];
  let group: string | null = null;
  const several = new Set(gantt.rows.map((row) => row.group)).size > 2;
  for (const [index, row] of gantt.rows.entries()) {
    if (several && row.group !== null && row.group !== group) lines.push(`— ${row.group}`);
    group = row.group;
    lines.push(line(titleOf(row, titleWidth), cellsOf(row, { gantt, scale, cells, today }, locale), said[index] ?? ''));
  }
  return [...lines, '', ...keyOf(gantt, locale)].join('\n').normalize('NFC');
}

function header({ months }: Scale, cells: number, of: 'year' | 'label'): string {
  const row = Array.from({ length: cells }, () => ' ');
  for (const month of months) {
    const text = month[of];
    const at = Math.floor(month.x);
    if (text === null || at + text.length > cells) continue;
    for (const [index, letter] of [...text].entries()) row[at + index] = letter;
  }
  return row.join('');
}

/** Over the rows, for bars cover today's line. */
function todayMark(today: number): string {
  return today < 0 ? '' : `${' '.repeat(today)}▼`;
}

type Canvas = { gantt: Gantt; scale: Scale; cells: number; today: number };

function cellsOf(row: GanttRow, { gantt, scale, cells, today }: Canvas, locale: Locale): string {
  const line: string[] = Array.from({ length: cells }, (_, column) => (column === today ? '│' : ' '));
  const marked = new Set<number>();
  for (const bar of paintOrder(row.bars)) {
    const letter = letterOf(bar, row.bars.indexOf(bar), locale);
    if (bar.mark) {
      const column = freeColumn(marked, columnOf(scale, bar.from, cells), cells);
      marked.add(column);
      line[column] = signOf(bar.state, letter, true);
      continue;
    }
    for (const { from, to, state } of segmentsOf(bar, gantt)) {
      const first = columnOf(scale, from, cells);
      const last = Math.max(first, Math.min(cells - 1, Math.ceil(scale.end(to) - 0.5) - 1));
      for (let column = first; column <= last; column++) line[column] = signOf(state, letter);
    }
  }
  return line.join('');
}

/** Two signs of a row may fall on one column: the second stands beside the first. */
function freeColumn(taken: Set<number>, wanted: number, cells: number): number {
  let column = wanted;
  while (taken.has(column) && column < cells - 1) column++;
  while (taken.has(column) && column > 0) column--;
  return column;
}

function letterOf({ stage, mark }: GanttBar, index: number, locale: Locale): string {
  if (stage) return ganttStageTexts[stage].code[locale];
  return mark ? '◆' : String(index + 1);
}

function signOf(state: BarState, letter: string, mark = false): string {
  if (state === 'late' || state === 'unknown') return signs[state];
  if (mark) return letter;
  if (state === 'done') return signs.done;
  return state === 'coming' ? letter.toLowerCase() : letter;
}

function columnOf(scale: Scale, on: string, cells: number): number {
  return Math.min(cells - 1, Math.floor(scale.start(on)));
}

function titleOf(row: GanttRow, width: number): string {
  const signs = noteSigns(row);
  const title = row.title.normalize('NFC');
  return signs === '' ? shortened(title, width) : `${shortened(title, width - signs.length - 1)} ${signs}`;
}

function keyOf(gantt: Gantt, locale: Locale): string[] {
  const letters = stages.map(
    (stage) => `${ganttStageTexts[stage].code[locale]} ${ganttStageTexts[stage].name[locale]}`,
  );
  const { done, late, running, coming, unknown } = ganttStateTexts;
  return [
    `${signs.done} ${done[locale]}   ${signs.late} ${late[locale]}   N ${running[locale]}   n ${coming[locale]}   ${signs.unknown} ${unknown[locale]}   ▼│ ${say(ganttTexts.today, locale, { day: '' }).trim()}`,
    letters.join(' · '),
    ...footnotes(gantt, locale),
  ];
}
