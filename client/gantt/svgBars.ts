import { ganttStageTexts } from '../../contract/texts/gantt.ts';
import type { Locale } from '../../contract/texts/text.ts';
import type { Scale } from './scale.ts';
import { segmentsOf } from './segments.ts';
import { chart, shortened, tenth, xml } from './svgStyle.ts';
import type { Gantt, GanttBar, GanttRow } from './types.ts';
import { barName, barWords } from './words.ts';

/** What every row is drawn on. */
export type Canvas = { gantt: Gantt; scale: Scale; locale: Locale };

/** A letter needs this much room, as does each of a longer text. */
const charWidth = 6.4;
const narrowest = 11;

/** Gives one bar or sign of a row whose upper edge is at `top`. */
export function barShape(bar: GanttBar, row: GanttRow, top: number, { gantt, scale, locale }: Canvas): string {
  const told = `<title>${xml(`${row.title} – ${barWords(bar, locale)}`)}</title>`;
  const y = top + (chart.row - chart.bar) / 2;
  const pieces = segmentsOf(bar, gantt).map(({ from, to, state }) => {
    const x = tenth(chart.left + scale.start(from));
    return { x, width: tenth(Math.max(2, chart.left + scale.end(to) - x)), state };
  });
  const widest = pieces.toSorted((a, b) => b.width - a.width)[0];
  return pieces
    .map((piece) => {
      const { x, width, state } = piece;
      const rect = `<rect x="${x}" y="${y}" width="${width}" height="${chart.bar}" rx="2"/>`;
      const shape = bar.mark
        ? signOf(bar, tenth(x + width / 2), top)
        : rect + (piece === widest ? letterOf({ ...bar, state }, x, y, width, locale) : '');
      return `<g class="bar ${state}">${told}${shape}</g>`;
    })
    .join('');
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

/** A diamond for a launch, above the bar's line, or for a report, on it; a triangle for answers due, below it. */
function signOf({ stage }: GanttBar, x: number, top: number): string {
  const y = stage === null ? top + chart.row / 2 : stage === 'answer' ? top + chart.row - 5 : top + 6;
  const size = stage === null ? 8 : 5;
  return stage === 'answer'
    ? `<path d="M${tenth(x - 4.5)} ${y - 4}H${tenth(x + 4.5)}L${x} ${y + 4}z"/>`
    : `<path d="M${x} ${y - size}L${tenth(x + size)} ${y}L${x} ${y + size}L${tenth(x - size)} ${y}z"/>`;
}
