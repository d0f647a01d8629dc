import { day } from '../../contract/texts/dates.ts';
import { ganttStageTexts, ganttStateTexts, ganttTexts } from '../../contract/texts/gantt.ts';
import type { Locale } from '../../contract/texts/text.ts';
import { say } from '../../contract/texts/text.ts';
import type { Gantt, GanttBar, GanttRow, Standpoint } from './types.ts';

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

/** Gives the days the chart spans, and today, which it may not reach. */
export function spanWords({ from, to, today }: Gantt, locale: Locale): string {
  const span = say(ganttTexts.span, locale, { from: day(from), to: day(to) });
  const within = today >= from && today <= to;
  return `${span}. ${say(within ? ganttTexts.today : ganttTexts.todayOutside, locale, { day: day(today) })}`;
}

/** Gives the signs of the notes that hold for the row: what stands in its bars too is not seen where there is no room. */
export function noteSigns({ bars }: GanttRow): string {
  const assumed = bars.some((bar) => bar.assumed) ? '*' : '';
  return assumed + (bars.some((bar) => bar.provisional) ? '≈' : '');
}

/**
 * Gives what is to be said of the row now: what is late, then what runs; nothing when there is nothing. A stage says more
 * than a sign that is late with it.
 */
export function rowWords(row: GanttRow, { begunOn }: Standpoint, locale: Locale): string[] {
  if (row.halted) return [ganttTexts[row.halted][locale]];
  const stages = row.bars.filter(({ mark }) => !mark);
  const marks = row.bars.filter(({ mark }) => mark);
  const first = (bars: GanttBar[], wanted: GanttBar['state']) => bars.find(({ state }) => state === wanted);
  const late = first(stages, 'late') ?? first(marks, 'late');
  const runs = first(stages, 'running') ?? (late ? undefined : first(marks, 'running'));
  const said = [late, runs].flatMap((bar) => (bar ? barSaid(bar, locale) : []));
  if (said.length > 0) return said;
  const before = begunOn !== null && row.bars.some(({ state }) => state === 'unknown');
  return before ? [ganttTexts.beforeRecord[locale]] : [];
}

function barSaid(bar: GanttBar, locale: Locale): string[] {
  const slack = slackWords(bar, locale);
  const code = bar.stage ? `${ganttStageTexts[bar.stage].code[locale]}: ` : '';
  return slack === '' ? [] : [`${bar.state === 'late' ? '! ' : ''}${code}${slack}`];
}

/** Gives the notes below the chart that it needs. */
export function footnotes({ rows, onRecord, stopped, begunOn }: Gantt, locale: Locale): string[] {
  const bars = rows.flatMap((row) => row.bars);
  const before = begunOn !== null && bars.some(({ state }) => state === 'unknown');
  return [
    ...(onRecord ? [] : [(stopped ? ganttTexts.stopped : ganttTexts.fromDefinition)[locale]]),
    ...(before ? [say(ganttTexts.begun, locale, { day: day(begunOn) })] : []),
    ...(bars.some(({ assumed }) => assumed) ? [ganttTexts.assumed[locale]] : []),
    ...(bars.some(({ provisional }) => provisional) ? [ganttTexts.provisional[locale]] : []),
  ];
}
