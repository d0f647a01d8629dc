import type { ProgrammeClock } from '../../contract/clock.ts';
import type { Programme } from '../../contract/programme.ts';
import { bodyOf } from '../../contract/programme.ts';
import type { ScheduledReport } from '../../contract/report.ts';
import { reportDueAt } from '../../contract/report.ts';
import { reportsOf } from '../../programmes/reports.ts';
import type { Store } from '../../store/connect.ts';
import { latestProgrammeRef, pinnedProgramme, programmeList } from '../../store/programmes.ts';
import { keptReports, reportAddressees, toldOf } from '../../store/reports.ts';
import { recordBegun } from './begun.ts';

/** `overdue`: its day is over and it is not compiled yet. `unscheduled`: compiled, and no longer in the programme. */
export type ReportStatus = 'scheduled' | 'overdue' | 'compiled' | 'beforeInstallation' | 'unscheduled';

export type ListedReport = Omit<ScheduledReport, 'periodFrom'> & {
  /** Null where only the kept report knows it. */
  periodFrom: string | null;
  dueAt: string;
  status: ReportStatus;
  compiledAt: string | null;
  hash: string | null;
  /** Since when there is a record: what a report of `beforeInstallation` is too early for. */
  begunAt: string | null;
};

/** Who is told, or was; `forwarded`: in the recipients' stead. */
export type ReportTold = { people: { personId: string; name: string }[]; forwarded: boolean };

/** Gives the reports the newest programmes owe, and those that were compiled, in the order of their days. */
export async function scheduledReports(store: Store, clock: ProgrammeClock, now: string): Promise<ListedReport[]> {
  const [versions, kept, begunAt] = await Promise.all([
    programmeList(store),
    keptReports(store),
    recordBegun(store, clock),
  ]);
  const owed = versions.flatMap(({ definition }) => reportsOf(definition as Programme));
  const listed = owed.map((report): ListedReport => {
    const dueAt = reportDueAt(report.dueOn);
    const row = kept.find(({ id }) => id === report.reportId);
    const status = row
      ? 'compiled'
      : begunAt === null || dueAt < begunAt
        ? 'beforeInstallation'
        : dueAt <= now
          ? 'overdue'
          : 'scheduled';
    return { ...report, dueAt, status, compiledAt: row?.compiledAt ?? null, hash: row?.hash ?? null, begunAt };
  });
  const dropped = kept
    .filter(({ id }) => !owed.some(({ reportId }) => reportId === id))
    .map(
      ({ id: reportId, recipientBody: to, programmeId, kind, dueOn, compiledAt, hash }): ListedReport => ({
        ...{ reportId, programmeId, kind, dueOn, to, via: null, periodFrom: null },
        ...{ dueAt: reportDueAt(dueOn), status: 'unscheduled', compiledAt, hash, begunAt },
      }),
    );
  return [...listed, ...dropped].toSorted((a, b) => (`${a.dueOn} ${a.reportId}` < `${b.dueOn} ${b.reportId}` ? -1 : 1));
}

/** Gives who was told of a compiled report, or who would be told of one to come at the programme instant. */
export async function toldOfReport(store: Store, report: ListedReport, now: string): Promise<ReportTold> {
  const { programmeId, reportId, to, via } = report;
  // A definition is large, and is asked for by each report of the list: only its name is read each time.
  const ref = await latestProgrammeRef(store, programmeId);
  const programme = ref === null ? null : await pinnedProgramme(store, ref);
  if (!programme) return { people: await toldOf(store, reportId), forwarded: false };
  const address = {
    to,
    via,
    standingBody: bodyOf(programme.standingBody),
    authorities: programme.authorities.configured.value,
  };
  const { people, forwarded } = await reportAddressees(store, address, report.compiledAt === null ? now : report.dueAt);
  if (report.compiledAt !== null) return { people: await toldOf(store, reportId), forwarded };
  return { people: people.map(({ personId, name }) => ({ personId, name })), forwarded };
}
