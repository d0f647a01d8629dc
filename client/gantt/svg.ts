import { day } from '../../contract/texts/dates.ts';
import { ganttTexts } from '../../contract/texts/gantt.ts';
import type { Locale } from '../../contract/texts/text.ts';
import { say } from '../../contract/texts/text.ts';
import type { Scale } from './scale.ts';
import { scaleOf } from './scale.ts';
import { paintOrder } from './segments.ts';
import type { Canvas } from './svgBars.ts';
import { barShape } from './svgBars.ts';
import { legendHeight, legendOf } from './svgLegend.ts';
import { chart, shortened, style, tenth, xml } from './svgStyle.ts';
import type { Gantt, GanttRow } from './types.ts';
import { noteSigns, rowWords, spanWords } from './words.ts';

type Placed = { top: number; row: GanttRow | null; heading: string | null };

/**
 * Gives the chart as an SVG picture that stands alone: months across, rows down, today's line. States differ by outline and
 * filling, not by colour alone; each bar says its days in its `title`. NFC.
 */
export function ganttSvg(gantt: Gantt, locale: Locale): string {
  const scale = scaleOf(gantt, chart.right - chart.left, locale, 34);
  const placed = placeRows(gantt);
  const bottom = (placed.at(-1)?.top ?? chart.top) + chart.row;
  const height = bottom + legendHeight(gantt, locale);
  const span = spanWords(gantt, locale);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="gt" role="img" aria-labelledby="gt-title gt-desc" viewBox="0 0 ${chart.width} ${height}" width="${chart.width}" height="${height}">`,
    `<title id="gt-title">${xml(gantt.title)}</title>`,
    `<desc id="gt-desc">${xml(description(gantt, span, locale))}</desc>`,
    `<style>${style}</style>`,
    '<defs><pattern id="gt-late" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" style="fill:#fde3e1"/><rect width="2.4" height="6" style="fill:#a3161d"/></pattern></defs>',
    `<rect class="paper" width="${chart.width}" height="${height}"/>`,
    `<text class="title" x="12" y="26">${xml(shortened(gantt.title, 112))}<title>${xml(gantt.title)}</title></text>`,
    `<text class="span" x="12" y="46">${xml(span)}</text>`,
    ...grid(scale, bottom),
    ...placed.map((one) =>
      one.row ? rowOf(one.row, one.top, { gantt, scale, locale }) : headingOf(one.heading ?? '', one.top),
    ),
    ...todayLine(gantt, scale, bottom, locale),
    legendOf(gantt, bottom, locale),
    '</svg>\n',
  ]
    .join('\n')
    .normalize('NFC');
}

/** Rounds of several phases come under their phase's name. */
function placeRows({ rows }: Gantt): Placed[] {
  const groups = new Set(rows.flatMap(({ group }) => (group === null ? [] : [group])));
  const placed: Placed[] = [];
  let top = chart.top;
  let group: string | null = null;
  for (const row of rows) {
    if (groups.size > 1 && row.group !== null && row.group !== group) {
      placed.push({ top, row: null, heading: row.group });
      top += chart.heading;
    }
    group = row.group;
    placed.push({ top, row, heading: null });
    top += chart.row;
  }
  return placed;
}

function grid({ months, width }: Scale, bottom: number): string[] {
  const lines = months.map(({ x, label, year }) => {
    const at = tenth(chart.left + x);
    return [
      `<line class="${year === null ? 'month' : 'year'}" x1="${at}" y1="${chart.top - 26}" x2="${at}" y2="${bottom}"/>`,
      label === null ? '' : `<text class="tick" x="${tenth(at + 4)}" y="${chart.top - 8}">${xml(label)}</text>`,
      year === null ? '' : `<text class="tick yearname" x="${tenth(at + 4)}" y="${chart.top - 24}">${year}</text>`,
    ].join('');
  });
  return [
    ...lines,
    `<line class="year" x1="${chart.left + width}" y1="${chart.top - 26}" x2="${chart.left + width}" y2="${bottom}"/>`,
  ];
}

function headingOf(heading: string, top: number): string {
  return `<g class="heading"><rect x="0" y="${top}" width="${chart.width}" height="${chart.heading}"/><text x="12" y="${top + 16}">${xml(heading)}</text></g>`;
}

function rowOf(row: GanttRow, top: number, canvas: Canvas): string {
  const lines = labelLines(row.title, noteSigns(row));
  const first = top + chart.row / 2 + 4 - ((lines.length - 1) * 14) / 2;
  const label = lines
    .map((line, index) => `<tspan x="12" y="${tenth(first + index * 14)}">${xml(line)}</tspan>`)
    .join('');
  return [
    `<g class="row ${row.kind}${row.halted ? ' halted' : ''}"><line class="rule" x1="0" y1="${top + chart.row}" x2="${chart.width}" y2="${top + chart.row}"/>`,
    `<text class="name">${label}<title>${xml(row.title)}</title></text>`,
    runningLine(row, top, canvas.scale),
    ...paintOrder(row.bars).map((bar) => barShape(bar, row, top, canvas)),
    ...statusLines(rowWords(row, canvas.gantt, canvas.locale), top),
    '</g>',
  ].join('\n');
}

function statusLines(said: string[], top: number): string[] {
  const first = top + chart.row / 2 + 4 - ((said.length - 1) * 14) / 2;
  return said.map((words, index) => {
    const classes = words.startsWith('!') ? 'status late' : 'status';
    return `<text class="${classes}" x="${chart.right + 8}" y="${first + index * 14}">${xml(words)}</text>`;
  });
}

/** Launched and not yet taking nominations: the movement runs all the same. */
function runningLine({ bars }: GanttRow, top: number, { start, end }: Scale): string {
  const opening = bars.find(({ stage }) => stage === 'opening');
  const window = bars.find(({ stage }) => stage === 'window');
  if (!opening || opening.state === 'unknown' || !window || window.from <= opening.to) return '';
  const y = top + chart.row / 2;
  const [x1, x2] = [start(opening.from), start(window.from)].map((x) => tenth(chart.left + x));
  return end(opening.to) < start(window.from)
    ? `<line class="launched" x1="${x1}" y1="${y}" x2="${x2}" y2="${y}"/>`
    : '';
}

/** Two lines hold most titles; a longer one ends in an ellipsis and is whole in its `title`. The notes' signs come last. */
function labelLines(title: string, signs: string): string[] {
  const end = signs === '' ? '' : ` ${signs}`;
  const text = shortened(title, 2 * chart.labelChars - 8);
  if (text.length <= chart.labelChars) return [text + end];
  const at = text.lastIndexOf(' ', chart.labelChars);
  return at < 10
    ? [shortened(text, chart.labelChars) + end]
    : [text.slice(0, at), shortened(text.slice(at + 1), chart.labelChars) + end];
}

function todayLine({ today, from, to }: Gantt, scale: Scale, bottom: number, locale: Locale): string[] {
  if (today < from || today > to) return [];
  const x = tenth(chart.left + scale.start(today) + (scale.end(today) - scale.start(today)) / 2);
  const anchor = x > chart.right - 110 ? 'end' : 'start';
  return [
    `<line class="today" x1="${x}" y1="${chart.top - 46}" x2="${x}" y2="${bottom}"/>`,
    `<text class="todayname" x="${x + (anchor === 'end' ? -5 : 5)}" y="${chart.top - 38}" text-anchor="${anchor}">${xml(say(ganttTexts.today, locale, { day: day(today) }))}</text>`,
  ];
}

/** For those who hear the picture: how much it holds, and every row that is late or running. */
function description(gantt: Gantt, span: string, locale: Locale): string {
  const now = gantt.rows.flatMap((row) => {
    const said = rowWords(row, gantt, locale);
    return said.length === 0 ? [] : [`${row.title}: ${said.join('; ')}`];
  });
  const late = gantt.rows.filter(({ bars }) => bars.some(({ state }) => state === 'late')).length;
  return [span, say(ganttTexts.lateCount, locale, { count: late }), ...now].join('. ');
}
