import { day } from '../../contract/texts/dates.ts';
import { ganttStageTexts, ganttStateTexts, ganttTexts } from '../../contract/texts/gantt.ts';
import type { Locale } from '../../contract/texts/text.ts';
import { say } from '../../contract/texts/text.ts';
import type { Scale } from './scale.ts';
import { scaleOf } from './scale.ts';
import { shortened } from './svgStyle.ts';
import type { Gantt, GanttBar, GanttRow, RoundStage } from './types.ts';
import { footnotes, rowWords } from './words.ts';

const least = 80;
const whenUnknown = 120;

/** What stands for a bar: the stage's letter, small while it is to come; a line for what is done, signs for what is late. */
const signs = { done: '━', late: '!' } as const;
const stages = Object.keys(ganttStageTexts) as RoundStage[];

/** Gives the chart for a terminal of `columns` (null: unknown), one line a row. Every character is one column wide. */
export function ganttText(gantt: Gantt, locale: Locale, columns: number | null): string {
  const width = Math.max(least, columns ?? whenUnknown);
  const titleWidth = Math.min(40, Math.floor(width / 3.2));
  const statusWidth = 18;
  const scale = scaleOf(gantt, width - titleWidth - statusWidth - 2, locale, 5);
  const cells = Math.floor(scale.width);
  const today = gantt.today >= gantt.from && gantt.today <= gantt.to ? columnOf(scale, gantt.today, cells) : -1;
  const line = (title: string, middle: string, status: string) =>
    `${padded(title, titleWidth)} ${middle} ${status}`.trimEnd();
  const lines: string[] = [
    gantt.title,
    `${say(ganttTexts.span, locale, { from: day(gantt.from), to: day(gantt.to) })}. ${say(ganttTexts.today, locale, { day: day(gantt.today) })}`,
    '',
    line('', header(scale, cells, 'year'), ''),
    line('', header(scale, cells, 'label'), ''),
    line('', todayMark(today), ''),
  ];
  let group: string | null = null;
  const several = new Set(gantt.rows.map((row) => row.group)).size > 2;
  for (const row of gantt.rows) {
    if (several && row.group !== null && row.group !== group) lines.push(`— ${row.group}`);
    group = row.group;
    lines.push(line(row.title, cellsOf(row, scale, cells, today, locale), rowWords(row, locale)));
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

function cellsOf(row: GanttRow, scale: Scale, cells: number, today: number, locale: Locale): string {
  const line: string[] = Array.from({ length: cells }, (_, column) => (column === today ? '│' : ' '));
  const ordered = row.bars.toSorted((a, b) => Number(a.mark) - Number(b.mark));
  ordered.forEach((bar, index) => {
    const first = columnOf(scale, bar.from, cells);
    const last = Math.max(first, Math.min(cells - 1, Math.ceil(scale.end(bar.to) - 0.5) - 1));
    for (let column = first; column <= last; column++) line[column] = signOf(bar, index, locale);
  });
  return line.join('');
}

function signOf(bar: GanttBar, index: number, locale: Locale): string {
  if (bar.mark) return bar.stage ? ganttStageTexts[bar.stage].code[locale] : '◆';
  if (bar.state === 'late') return signs.late;
  if (bar.state === 'done') return signs.done;
  const letter = bar.stage ? ganttStageTexts[bar.stage].code[locale] : String(index + 1);
  return bar.state === 'coming' ? letter.toLowerCase() : letter;
}

function columnOf(scale: Scale, on: string, cells: number): number {
  return Math.min(cells - 1, Math.floor(scale.start(on)));
}

function padded(text: string, width: number): string {
  const cut = shortened(text.normalize('NFC'), width);
  return cut + ' '.repeat(Math.max(0, width - [...cut].length));
}

function keyOf({ rows, onRecord }: Gantt, locale: Locale): string[] {
  const letters = stages.map(
    (stage) => `${ganttStageTexts[stage].code[locale]} ${ganttStageTexts[stage].name[locale]}`,
  );
  const { done, late, running, coming } = ganttStateTexts;
  return [
    `${signs.done} ${done[locale]}   ${signs.late} ${late[locale]}   N ${running[locale]}   n ${coming[locale]}   ▼│ ${say(ganttTexts.today, locale, { day: '' }).trim()}`,
    letters.join(' · '),
    ...footnotes(rows, onRecord, locale),
  ];
}
