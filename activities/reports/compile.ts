import { ApplicationFailure } from '@temporalio/activity';
import type { ProgrammeClock } from '../../contract/clock.ts';
import { realClock, toProgramme } from '../../contract/clock.ts';
import type { Programme } from '../../contract/programme.ts';
import { bodyOf } from '../../contract/programme.ts';
import type { ReportCompiled, ScheduledReport } from '../../contract/report.ts';
import { reportsOf } from '../../programmes/reports.ts';
import type { Store } from '../../store/connect.ts';
import { installationFact } from '../../store/installation.ts';
import { latestProgrammeVersion } from '../../store/programmes.ts';
import type { Figures, Period } from '../../store/queries/figures.ts';
import { figuresOf } from '../../store/queries/figures.ts';
import type { ComposedReport } from '../../store/reports.ts';
import { keepReport, keptReport, reportAddressees, toldOf } from '../../store/reports.ts';
import { countedPeriod } from './period.ts';

export type ReportActivities = {
  /** Counts, composes and keeps the report, and tells its recipients; a repetition finds it kept. */
  compileReport(reportId: string): Promise<ReportCompiled>;
};

/** A scheduled report with everything its documents are made from. */
export type ReportToCompose = {
  programme: Programme;
  programmeRef: string;
  figures: Figures;
  report: ScheduledReport;
  /** The body that receives it in the recipient's stead, or null. */
  forwardedBy: string | null;
};

export type ReportDependencies = {
  store: Store;
  compose(report: ReportToCompose): Promise<ComposedReport>;
  mailDomain?: string;
};

/** Gives the activities of the `report` workflow. `compileReport` throws ApplicationFailure ReportNotScheduled, for good, when the newest version of the programme has no such report. */
export function createReportActivities({ store, compose, mailDomain }: ReportDependencies): ReportActivities {
  return {
    async compileReport(reportId) {
      const before = await keptReport(store, reportId);
      if (before) return { hash: before.hash, kept: false, told: (await toldOf(store, reportId)).length };
      const { programme, programmeRef, report, period } = await scheduled(store, reportId);
      const { to, via } = report;
      // Not "now": compiled late, after an outage, it still says what it would have said on its day.
      const dueAt = period.to;
      const standingBody = bodyOf(programme.standingBody);
      const authorities = programme.authorities.configured.value;
      const [figures, addressees] = await Promise.all([
        figuresOf(store, programme, period),
        reportAddressees(store, { to, via, standingBody, authorities }, dueAt),
      ]);
      const forwardedBy = addressees.forwarded ? standingBody : null;
      const composed = await compose({ programme, programmeRef, figures, report, forwardedBy });
      const clock = (await installationFact<ProgrammeClock>(store, 'clock')) ?? realClock;
      const compiledAt = toProgramme(clock, Date.now());
      const { hash, kept } = await keepReport(store, {
        ...report,
        composed,
        addressees,
        compiledAt,
        ...(mailDomain === undefined ? {} : { mailDomain }),
      });
      return { hash, kept, told: addressees.people.length };
    },
  };
}

async function scheduled(
  store: Store,
  reportId: string,
): Promise<{ programme: Programme; programmeRef: string; report: ScheduledReport; period: Period }> {
  const [programmeId = ''] = reportId.split('/', 1);
  const version = await latestProgrammeVersion(store, programmeId);
  // What is stored was checked by the loader when it was published.
  const programme = version?.definition as Programme | undefined;
  const all = programme ? reportsOf(programme) : [];
  const report = all.find((one) => one.reportId === reportId);
  if (!version || !programme || !report)
    throw ApplicationFailure.nonRetryable(`${reportId} is in no programme`, 'ReportNotScheduled');
  return { programme, programmeRef: version.ref, report, period: countedPeriod(report, all) };
}
