import { ApplicationFailure, activityInfo } from '@temporalio/activity';
import { ApplicationFailureCategory } from '@temporalio/common';
import type { ProgrammeClock } from '../../contract/clock.ts';
import { realClock, toProgramme, toReal } from '../../contract/clock.ts';
import type { Programme } from '../../contract/programme.ts';
import { bodyOf } from '../../contract/programme.ts';
import type { ReportCompiled, ScheduledReport } from '../../contract/report.ts';
import { reportsOf } from '../../programmes/reports.ts';
import type { Store } from '../../store/connect.ts';
import { installationFact } from '../../store/installation.ts';
import { latestProgrammeVersion } from '../../store/programmes.ts';
import type { Figures, Period } from '../../store/queries/figures.ts';
import { figuresOf } from '../../store/queries/figures.ts';
import { reportReady } from '../../store/reportReady.ts';
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
  /** Gives the real milliseconds since the report was first asked for; by default the running activity's own. */
  waitedMs?: () => number;
};

/** An act that cannot be applied at all must not keep a report from going out for ever: it then says how many are missing. */
const patienceMs = 86_400_000;
const askAgainMs = 1_000;

/**
 * Gives the activities of the `report` workflow. `compileReport` throws ApplicationFailure ReportNotScheduled, for good, when
 * the newest version of the programme has no such report; ReportEarly or ActsPending, to be tried again, before everything
 * received by its instant is on record.
 */
export function createReportActivities(dependencies: ReportDependencies): ReportActivities {
  const { store, compose, mailDomain, waitedMs = sinceScheduled } = dependencies;
  return {
    async compileReport(reportId) {
      const before = await keptReport(store, reportId);
      if (before) return { hash: before.hash, kept: false, told: (await toldOf(store, reportId)).length };
      const { programme, programmeRef, report, period } = await scheduled(store, reportId);
      const clock = (await installationFact<ProgrammeClock>(store, 'clock')) ?? realClock;
      await settled(store, programme.id, toReal(clock, period.to), waitedMs);
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

function sinceScheduled(): number {
  return Date.now() - activityInfo().scheduledTimestampMs;
}

async function settled(store: Store, programmeId: string, dueRealMs: number, waitedMs: () => number): Promise<void> {
  const ready = await reportReady(store, programmeId, dueRealMs);
  if (ready.state === 'early') throw again('ReportEarly', 'The database’s clock is behind', ready.waitMs);
  if (ready.state === 'pending' && waitedMs() < patienceMs)
    throw again('ActsPending', `${ready.acts} acts received in time are not on record`, askAgainMs);
}

function again(type: string, message: string, nextRetryDelay: number): ApplicationFailure {
  return ApplicationFailure.create({ type, message, nextRetryDelay, category: ApplicationFailureCategory.BENIGN });
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
