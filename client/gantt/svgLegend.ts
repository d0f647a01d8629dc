import { ganttStageTexts, ganttStateTexts, ganttTexts } from '../../contract/texts/gantt.ts';
import type { Locale } from '../../contract/texts/text.ts';
import { shortened, xml } from './svgStyle.ts';
import type { BarState, Gantt, RoundStage } from './types.ts';
import { footnotes } from './words.ts';

const states: BarState[] = ['done', 'running', 'late', 'coming', 'unknown'];
const stages = Object.keys(ganttStageTexts) as RoundStage[];

/** Gives the height of what stands below the chart. */
export function legendHeight(gantt: Gantt, locale: Locale): number {
  return 78 + footnotes(gantt, locale).length * 17;
}

/** Gives the key: what the fillings and the letters mean, and the notes the chart needs. */
export function legendOf(gantt: Gantt, top: number, locale: Locale): string {
  const swatches = states.map((state, index) => {
    const x = 120 + index * 150;
    const sign = state === 'late' ? '!' : '';
    return `<g class="bar ${state}"><rect x="${x}" y="${top + 12}" width="28" height="16" rx="2"/></g><text x="${x + 34}" y="${top + 25}">${xml(`${ganttStateTexts[state][locale]} ${sign}`.trimEnd())}</text>`;
  });
  const letters = stages.map(
    (stage) => `${ganttStageTexts[stage].code[locale]} ${ganttStageTexts[stage].name[locale]}`,
  );
  const notes = footnotes(gantt, locale);
  return [
    `<g class="legend"><text x="12" y="${top + 25}" font-weight="600">${xml(ganttTexts.legend[locale])}</text>`,
    ...swatches,
    `<text x="12" y="${top + 52}">${xml(letters.join(' · '))}</text>`,
    ...notes.map(
      (note, index) => `<text class="note" x="12" y="${top + 74 + index * 17}">${xml(shortened(note, 190))}</text>`,
    ),
    '</g>',
  ].join('\n');
}
