import type { WorkingCalendar } from '../../contract/calendar.ts';
import { endOfDay, localDay, startOfDay } from '../../contract/calendarDay.ts';
import type { Programme } from '../../contract/programme.ts';
import { notStated } from '../../contract/programme.ts';
import { reportDueAt } from '../../contract/report.ts';
import { ganttTexts } from '../../contract/texts/gantt.ts';
import type { Locale } from '../../contract/texts/text.ts';
import { say } from '../../contract/texts/text.ts';
import { phasesInOrder, programmeSpan } from '../../programmes/phases.ts';
import { calendarFor } from '../../programmes/planCalendar.ts';
import { reportsOf } from '../../programmes/reports.ts';
import type { ProgrammeRound } from '../../programmes/rounds.ts';
import { roundsOf } from '../../programmes/rounds.ts';
import type { ScheduleOnRecord } from '../../store/queries/schedule.ts';
import { actualBars } from './actual.ts';
import { plannedStages } from './planned.ts';
import { daysBetween } from './record.ts';
import { byDates, notHappened } from './standing.ts';
import type { Gantt, GanttBar, GanttRow, Standpoint } from './types.ts';

export type GanttOf = {
  programme: Programme;
  /** What is on record; null: there is no installation, the definition alone is drawn. */
  record: ScheduleOnRecord | null;
  /** Programme instant at which the record began; null: there is none. */
  begunAt: string | null;
  /** There is an installation that does not run: its record cannot be read. */
  stopped?: boolean;
  /** Programme instant. */
  now: string;
  /** What bodies are called, by id. */
  names: Record<string, string>;
  locale: Locale;
};

/** Gives the programme's time chart: its phases, every round with its stages, its reports. */
export function ganttOf(of: GanttOf): Gantt {
  const { programme, record, now, begunAt, stopped = false, locale } = of;
  const today = localDay(now);
  const at: Standpoint = { today, begunOn: begunAt === null ? null : localDay(begunAt) };
  const calendar = calendarFor(programme, startOfDay(programmeSpan(programme).from));
  const rows = [
    phasesRow(programme, at, locale),
    ...roundsOf(programme).map((round) => roundRow(of, round, at, calendar)),
    ...reportsRow(of, at),
  ];
  const bars = rows.flatMap((row) => row.bars);
  const { title, theme } = programme;
  const stated = title !== notStated ? title.value : theme !== notStated ? theme.value : null;
  const heading = say(ganttTexts.title, locale, { id: programme.id });
  return {
    ...at,
    programmeId: programme.id,
    title: stated === null ? heading : `${heading} – ${stated}`,
    from: bars.map(({ from }) => from).toSorted()[0] ?? today,
    to:
      bars
        .map(({ to }) => to)
        .toSorted()
        .at(-1) ?? today,
    onRecord: record !== null,
    stopped,
    rows,
  };
}

function phasesRow(programme: Programme, { today, begunOn }: Standpoint, locale: Locale): GanttRow {
  const bars = phasesInOrder(programme).map(({ id, name, from, to, stated }): GanttBar => {
    const dated = byDates({ from, to }, today);
    // A phase is over with its days: no act of anybody ends it.
    const over = dated.state === 'unknown' && begunOn !== null && to >= begunOn;
    return {
      key: id,
      stage: null,
      name,
      from,
      to,
      mark: false,
      ...dated,
      ...(over ? { state: 'done' as const } : {}),
      provisional: false,
      assumed: stated === notStated,
    };
  });
  return {
    id: `${programme.id}/phases`,
    kind: 'phases',
    group: null,
    title: ganttTexts.phases[locale],
    halted: null,
    bars,
  };
}

function roundRow(of: GanttOf, round: ProgrammeRound, at: Standpoint, calendar: WorkingCalendar): GanttRow {
  const { programme, record, begunAt } = of;
  const { roundId, movement, phase } = round;
  const kept = record?.rounds.find((one) => one.roundId === roundId);
  const halted = kept?.state === 'suspended' || kept?.state === 'cancelled' ? kept.state : null;
  // Of a phase that was over when the record began no round was begun: what would have followed is not on record either.
  const history = begunAt !== null && endOfDay(phase.to) <= begunAt;
  const standing = (days: { from: string; to: string }) => {
    if (!record) return byDates(days, at.today);
    return history ? { state: 'unknown' as const, slackDays: null } : notHappened(days, at);
  };
  return {
    id: roundId,
    kind: 'round',
    group: phase.name,
    title: `${movement.id} ${movement.title.value}`,
    halted,
    bars: kept
      ? actualBars(programme, round, kept, at, calendar)
      : plannedStages(programme, round, round, calendar).map((planned) => ({
          ...planned,
          key: planned.stage,
          name: null,
          ...standing(planned),
          assumed: true,
        })),
  };
}

function reportsRow({ programme, record, begunAt, names, locale }: GanttOf, { today }: Standpoint): GanttRow[] {
  const bars = reportsOf(programme).map(({ reportId, kind, dueOn, to }): GanttBar => {
    const days = { from: dueOn, to: dueOn };
    const compiled = record?.reports.find((one) => one.reportId === reportId);
    const standing = compiled
      ? { state: 'done' as const, slackDays: daysBetween(localDay(compiled.compiledAt), dueOn) }
      : begunAt !== null && reportDueAt(dueOn) < begunAt
        ? { state: 'unknown' as const, slackDays: null }
        : record && dueOn < today
          ? { state: 'late' as const, slackDays: daysBetween(today, dueOn) }
          : { ...byDates(days, today), slackDays: null };
    return {
      key: reportId,
      stage: null,
      name: say(ganttTexts.report, locale, { kind: ganttTexts[kind][locale], to: names[to] ?? to }),
      ...days,
      mark: true,
      ...standing,
      provisional: false,
      assumed: true,
    };
  });
  return bars.length === 0
    ? []
    : [
        {
          id: `${programme.id}/reports`,
          kind: 'reports',
          group: null,
          title: ganttTexts.reports[locale],
          halted: null,
          bars,
        },
      ];
}
