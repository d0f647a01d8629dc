import { day } from '../../contract/texts/dates.ts';
import { ganttStageTexts, ganttStateTexts, ganttTexts } from '../../contract/texts/gantt.ts';
import type { Locale } from '../../contract/texts/text.ts';
import { say } from '../../contract/texts/text.ts';
import type { GanttBar, GanttRow } from './types.ts';

/** What picture and text say alike of a bar. */

/** Gives the bar's name: its stage's, the phase's or the report's. */
export function barName({ stage, name }: GanttBar, locale: Locale): string {
  return name ?? (stage ? ganttStageTexts[stage].name[locale] : '');
}

/** Gives how many days are left, or how late it is; empty where nothing is due. */
function slackWords({ slackDays, state }: GanttBar, locale: Locale): string {
  if (slackDays === null) return '';
  const days = Math.abs(slackDays);
  if (slackDays < 0) return say(ganttTexts.slackOver, locale, { days });
  if (state === 'done')
    return slackDays === 0 ? ganttTexts.slackNone[locale] : say(ganttTexts.slackEarly, locale, { days });
  return slackDays === 0 ? ganttTexts.lastDay[locale] : say(ganttTexts.slackLeft, locale, { days });
}

/** Gives everything about the bar in one line. */
export function barWords(bar: GanttBar, locale: Locale): string {
  const values = {
    name: barName(bar, locale),
    from: day(bar.from),
    to: day(bar.to),
    state: ganttStateTexts[bar.state][locale],
  };
  const slack = slackWords(bar, locale);
  return [
    say(bar.mark ? ganttTexts.mark : ganttTexts.bar, locale, values),
    ...(slack === '' ? [] : [slack]),
    ...(bar.provisional ? [ganttTexts.provisional[locale]] : []),
    ...(bar.assumed ? ['*'] : []),
  ].join(', ');
}

/** Gives what is to be said of the row now: what is late before what runs; empty when nothing is. */
export function rowWords(row: GanttRow, locale: Locale): string {
  if (row.halted) return ganttTexts[row.halted][locale];
  const of = (wanted: GanttBar['state']) => row.bars.filter(({ state }) => state === wanted);
  // A stage says more than a sign beside it.
  const stage = (bars: GanttBar[]) => bars.find(({ mark }) => !mark);
  const bar = stage(of('late')) ?? stage(of('running')) ?? of('late')[0] ?? of('running')[0];
  if (!bar) return '';
  const slack = slackWords(bar, locale);
  const code = bar.stage ? `${ganttStageTexts[bar.stage].code[locale]}: ` : '';
  return slack === '' ? '' : `${bar.state === 'late' ? '! ' : ''}${code}${slack}`;
}

/** Gives the notes below the chart that it needs. */
export function footnotes(rows: GanttRow[], onRecord: boolean, locale: Locale): string[] {
  const bars = rows.flatMap((row) => row.bars);
  return [
    ...(onRecord ? [] : [ganttTexts.fromDefinition[locale]]),
    ...(bars.some(({ assumed }) => assumed) ? [ganttTexts.assumed[locale]] : []),
    ...(bars.some(({ provisional }) => provisional) ? [ganttTexts.provisional[locale]] : []),
  ];
}
