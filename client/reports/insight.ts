import { localDay } from '../../contract/calendarDay.ts';
import type { ProgrammeClock } from '../../contract/clock.ts';
import { toProgramme } from '../../contract/clock.ts';
import type { Programme } from '../../contract/programme.ts';
import type { Queue } from '../../contract/roles.ts';
import type { Locale } from '../../contract/texts/text.ts';
import { programmeSpan } from '../../programmes/phases.ts';
import type { Store } from '../../store/connect.ts';
import type { NudgeOutcome } from '../../store/nudge.ts';
import { nudge, nudgeable } from '../../store/nudge.ts';
import { latestProgrammeVersion, programmeList } from '../../store/programmes.ts';
import { bodyNamesOf, peopleWithRoles } from '../../store/queries/directory.ts';
import type { ProgressScope, QueueProgress } from '../../store/queries/progress.ts';
import { progressOf } from '../../store/queries/progress.ts';
import { scheduleOf } from '../../store/queries/schedule.ts';
import type { ComposedReport, ReportRow } from '../../store/reports.ts';
import { keptReport } from '../../store/reports.ts';
import { ClientError, unknownPerson } from '../core/errors.ts';
import { knownRound } from '../core/rounds/known.ts';
import { ganttOf } from '../gantt/data.ts';
import type { Gantt } from '../gantt/types.ts';
import { recordBegun } from './begun.ts';
import { currentReport } from './composeFor.ts';
import type { ListedReport, ReportTold } from './list.ts';
import { scheduledReports, toldOfReport } from './list.ts';
import type { ReportData } from './schema.ts';

/** Local days; without them from the programme's first day to today. */
export type ReportDays = { from?: string; to?: string };

/** What those ask who oversee a season: its figures, its reports, who is behind, what is due when. */
export type Insight = {
  /** The figures as they stand, with their documents. Throws ClientError UNKNOWN_PROGRAMME. */
  report(programmeId: string, days: ReportDays, locale: Locale): Promise<ComposedReport & { data: ReportData }>;
  reports(): Promise<(ListedReport & { told: ReportTold })[]>;
  /** A report as it was sent, or null. */
  keptReport(reportId: string): Promise<ReportRow | null>;
  /** Throws ClientError UNKNOWN_PROGRAMME, UNKNOWN_ROUND. */
  progress(scope: ProgressScope): Promise<QueueProgress[]>;
  /** Tells a person, or everyone who holds a queue, what is open for them. Throws ClientError UNKNOWN_PERSON. */
  nudge(by: string, target: { person: string } | { queue: Queue }, message: string | null): Promise<NudgeOutcome[]>;
  /** The programme's time chart with what is on record; `today` instead of the programme's day. Throws ClientError UNKNOWN_PROGRAMME. */
  gantt(programmeId: string, locale: Locale, today?: string): Promise<Gantt>;
};

/** Gives the insight over connections that the caller opened. */
export function insightOver({ store, clock }: { store: Store; clock: ProgrammeClock }): Insight {
  const now = () => toProgramme(clock, Date.now());
  return {
    async report(programmeId, days, locale) {
      const { programme, ref } = await knownProgramme(store, programmeId);
      const at = now();
      const from = days.from ?? programmeSpan(programme).from;
      const to = days.to ?? localDay(at);
      return currentReport(store, clock, { programme, programmeRef: ref }, { from, to, now: at }, locale);
    },
    async reports() {
      const at = now();
      const listed = await scheduledReports(store, clock, at);
      return Promise.all(listed.map(async (report) => ({ ...report, told: await toldOfReport(store, report, at) })));
    },
    keptReport: (reportId) => keptReport(store, reportId),
    async progress(scope) {
      if (scope.programmeId !== undefined) await knownProgramme(store, scope.programmeId);
      if (scope.roundId !== undefined) await knownRound(store, scope.roundId);
      return progressOf(store, scope, now());
    },
    nudge: (by, target, message) => nudgeAll(store, by, target, message, now()),
    async gantt(programmeId, locale, today) {
      const { programme } = await knownProgramme(store, programmeId);
      const [record, begunAt, names] = await Promise.all([
        scheduleOf(store, programmeId),
        recordBegun(store, clock),
        bodyNamesOf(store),
      ]);
      const at = today === undefined ? now() : `${today}T05:00:00.000Z`;
      return ganttOf({ programme, record, begunAt, now: at, names, locale });
    },
  };
}

async function nudgeAll(
  store: Store,
  by: string,
  target: { person: string } | { queue: Queue },
  message: string | null,
  at: string,
): Promise<NudgeOutcome[]> {
  const [nudger] = await peopleWithRoles(store, at, by);
  if (!nudger) throw unknownPerson(by);
  const people =
    'queue' in target ? await nudgeable(store, target.queue, at) : await peopleWithRoles(store, at, target.person);
  if ('person' in target && people.length === 0) throw unknownPerson(target.person);
  const request = { by: { personId: nudger.id, name: nudger.name, roles: nudger.roles }, message, at };
  const outcomes: NudgeOutcome[] = [];
  // One after the other: each is a transaction of its own, and a command has one connection.
  for (const { id, name } of people) outcomes.push(await nudge(store, { id, name }, request));
  return outcomes;
}

async function knownProgramme(store: Store, programmeId: string): Promise<{ programme: Programme; ref: string }> {
  const version = await latestProgrammeVersion(store, programmeId);
  // What is stored was checked by the loader when it was published.
  if (version) return { programme: version.definition as Programme, ref: version.ref };
  const known = (await programmeList(store)).map(({ id }) => id).join(', ');
  throw new ClientError('UNKNOWN_PROGRAMME', {
    vi: `Không có chương trình thi đua “${programmeId}”. Hiện có: ${known}`,
    en: `There is no programme “${programmeId}”. There are: ${known}`,
  });
}
