import { ganttStageTexts } from '../../contract/texts/gantt.ts';
import type { Locale } from '../../contract/texts/text.ts';
import type { Scale } from './scale.ts';
import { chart, shortened, tenth, xml } from './svgStyle.ts';
import type { GanttBar, GanttRow } from './types.ts';
import { barName, barWords } from './words.ts';

/** A letter needs this much room, as does each of a longer text. */
const charWidth = 6.4;
const narrowest = 11;

/** Gives one bar or sign of a row whose upper edge is at `top`. */
export function barShape(bar: GanttBar, row: GanttRow, top: number, scale: Scale, locale: Locale): string {
  const x = tenth(chart.left + scale.start(bar.from));
  const width = tenth(Math.max(2, chart.left + scale.end(bar.to) - x));
  const classes = `bar ${bar.state}`;
  const told = `<title>${xml(`${row.title} – ${barWords(bar, locale)}`)}</title>`;
  if (bar.mark) return `<g class="${classes}">${told}${signOf(bar, tenth(x + width / 2), top)}</g>`;
  const y = top + (chart.row - chart.bar) / 2;
  const rect = `<rect x="${x}" y="${y}" width="${width}" height="${chart.bar}" rx="2"/>`;
  return `<g class="${classes}">${told}${rect}${letterOf(bar, x, y, width, locale)}</g>`;
}

/** The stage's letter, or the name of a phase, as far as there is room; a late one and one computed provisionally say so. */
function letterOf(bar: GanttBar, x: number, y: number, width: number, locale: Locale): string {
  const flags = `${bar.state === 'late' ? '!' : ''}${bar.provisional ? '≈' : ''}`;
  const base = bar.stage
    ? ganttStageTexts[bar.stage].code[locale]
    : `${barName(bar, locale)}${bar.assumed ? ' *' : ''}`;
  const room = Math.floor((width - 2) / charWidth);
  const text = width < narrowest ? '' : shortened(`${base}${flags}`, Math.max(room, 1));
  if (text === '') return '';
  const middle = tenth(x + width / 2);
  const plate =
    bar.state === 'late'
      ? `<rect class="plate" x="${tenth(middle - (text.length * charWidth) / 2 - 1)}" y="${y + 3}" width="${tenth(text.length * charWidth + 2)}" height="${chart.bar - 6}"/>`
      : '';
  return `${plate}<text x="${middle}" y="${y + 13}" text-anchor="middle">${xml(text)}</text>`;
}

/** A diamond for a launch or a report, above the bar's line; a triangle for answers due. */
function signOf({ stage }: GanttBar, x: number, top: number): string {
  const y = stage === null ? top + chart.row / 2 : top + 6;
  const size = stage === null ? 8 : 5;
  return stage === 'answer'
    ? `<path d="M${tenth(x - 4.5)} ${y - 4}H${tenth(x + 4.5)}L${x} ${y + 4}z"/>`
    : `<path d="M${x} ${y - size}L${tenth(x + size)} ${y}L${x} ${y + size}L${tenth(x - size)} ${y}z"/>`;
}
