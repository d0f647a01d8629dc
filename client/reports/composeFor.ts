import { endOfDay, startOfDay } from '../../contract/calendarDay.ts';
import type { ProgrammeClock } from '../../contract/clock.ts';
import { realClock } from '../../contract/clock.ts';
import type { Programme } from '../../contract/programme.ts';
import type { ScheduledReport } from '../../contract/report.ts';
import type { Locale } from '../../contract/texts/text.ts';
import type { Store } from '../../store/connect.ts';
import { installationFact } from '../../store/installation.ts';
import { bodyNamesOf } from '../../store/queries/directory.ts';
import type { Figures } from '../../store/queries/figures.ts';
import { figuresOf } from '../../store/queries/figures.ts';
import type { ComposedReport } from '../../store/reports.ts';
import { programmeTitles } from '../core/programmeViews.ts';
import { recordBegun } from './begun.ts';
import { composeReport } from './compose.ts';
import type { ReportData } from './schema.ts';

/** A scheduled report as the activity hands it over. */
export type ScheduledFigures = {
  programme: Programme;
  programmeRef: string;
  figures: Figures;
  report: ScheduledReport;
  forwardedBy: string | null;
};

/** Gives the composer that the report activity works with: names and titles come from the store. Official reports are in Vietnamese. */
export function scheduledComposer(store: Store): (scheduled: ScheduledFigures) => Promise<ComposedReport> {
  return async ({ programme, programmeRef, figures, report, forwardedBy }) => {
    const { kind, reportId, periodFrom, dueOn, to, via } = report;
    const period = { from: periodFrom, to: dueOn };
    const meta = { programme, programmeRef, kind, reportId, period, to, via, forwardedBy };
    const clock = (await installationFact<ProgrammeClock>(store, 'clock')) ?? realClock;
    return composeReport(figures, { ...meta, ...(await onRecord(store, clock, programmeRef)) }, 'vi');
  };
}

/** Gives the numbers of the days as they stand at the programme instant `now`, composed in the locale. */
export async function currentReport(
  store: Store,
  clock: ProgrammeClock,
  { programme, programmeRef }: { programme: Programme; programmeRef: string },
  { from, to, now }: { from: string; to: string; now: string },
  locale: Locale,
): Promise<ComposedReport & { data: ReportData }> {
  const asOf = endOfDay(to) < now ? endOfDay(to) : now;
  const figures = await figuresOf(store, programme, { from: startOfDay(from), to: asOf });
  const meta = { programme, programmeRef, kind: 'current' as const, reportId: null, period: { from, to } };
  const nobody = { to: null, via: null, forwardedBy: null };
  return composeReport(figures, { ...meta, ...nobody, ...(await onRecord(store, clock, programmeRef)) }, locale);
}

async function onRecord(
  store: Store,
  clock: ProgrammeClock,
  programmeRef: string,
): Promise<{ names: Record<string, string>; title: string; begunAt: string | null }> {
  const [names, { title }, begunAt] = await Promise.all([
    bodyNamesOf(store, 'full'),
    programmeTitles(store)(programmeRef),
    recordBegun(store, clock),
  ]);
  return { names, title, begunAt };
}
