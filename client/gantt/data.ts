import type { WorkingCalendar } from '../../contract/calendar.ts';
import { localDay, startOfDay } from '../../contract/calendarDay.ts';
import type { Programme } from '../../contract/programme.ts';
import { notStated } from '../../contract/programme.ts';
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
import type { BarState, Gantt, GanttBar, GanttRow } from './types.ts';

export type GanttOf = {
  programme: Programme;
  /** What is on record; null: there is no installation, the definition alone is drawn. */
  record: ScheduleOnRecord | null;
  /** Programme instant. */
  now: string;
  /** What bodies are called, by id. */
  names: Record<string, string>;
  locale: Locale;
};

/** Gives the programme's time chart: its phases, every round with its stages, its reports. */
export function ganttOf({ programme, record, now, names, locale }: GanttOf): Gantt {
  const today = localDay(now);
  const calendar = calendarFor(programme, startOfDay(programmeSpan(programme).from));
  const rows = [
    phasesRow(programme, today, locale),
    ...roundsOf(programme).map((round) => roundRow(programme, round, record, today, calendar)),
    ...reportsRow(programme, record, today, names, locale),
  ];
  const bars = rows.flatMap((row) => row.bars);
  const { title, theme } = programme;
  const stated = title !== notStated ? title.value : theme !== notStated ? theme.value : null;
  const heading = say(ganttTexts.title, locale, { id: programme.id });
  return {
    programmeId: programme.id,
    title: stated === null ? heading : `${heading} – ${stated}`,
    today,
    from: bars.map(({ from }) => from).toSorted()[0] ?? today,
    to:
      bars
        .map(({ to }) => to)
        .toSorted()
        .at(-1) ?? today,
    onRecord: record !== null,
    rows,
  };
}

function phasesRow(programme: Programme, today: string, locale: Locale): GanttRow {
  const bars = phasesInOrder(programme).map(({ id, name, from, to, stated }): GanttBar => {
    const state = byDates({ from, to }, today, 'done');
    const slackDays = state === 'running' ? daysBetween(today, to) : null;
    return {
      key: id,
      stage: null,
      name,
      from,
      to,
      mark: false,
      state,
      slackDays,
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

function roundRow(
  programme: Programme,
  round: ProgrammeRound,
  record: ScheduleOnRecord | null,
  today: string,
  calendar: WorkingCalendar,
): GanttRow {
  const { roundId, movement, phase } = round;
  const kept = record?.rounds.find((one) => one.roundId === roundId);
  const halted = kept?.state === 'suspended' || kept?.state === 'cancelled' ? kept.state : null;
  return {
    id: roundId,
    kind: 'round',
    group: phase.name,
    title: `${movement.id} ${movement.title.value}`,
    halted,
    bars: kept
      ? actualBars(programme, round, kept, today, calendar)
      : plannedStages(programme, round, round, calendar).map(({ stage, from, to, mark, provisional }) => {
          // Without a record nobody knows what happened: what is over counts as done. On record nothing did.
          const late = record !== null && from < today;
          const state = record === null ? byDates({ from, to }, today, 'done') : late ? 'late' : 'coming';
          const slackDays = late || state === 'running' ? daysBetween(today, late && to >= today ? from : to) : null;
          return { key: stage, stage, name: null, from, to, mark, state, slackDays, provisional, assumed: true };
        }),
  };
}

function reportsRow(
  programme: Programme,
  record: ScheduleOnRecord | null,
  today: string,
  names: Record<string, string>,
  locale: Locale,
): GanttRow[] {
  const bars = reportsOf(programme).map(({ reportId, kind, dueOn, to }): GanttBar => {
    const compiled = record?.reports.find((one) => one.reportId === reportId);
    const name = say(ganttTexts.report, locale, { kind: ganttTexts[kind][locale], to: names[to] ?? to });
    const state = compiled ? 'done' : byDates({ from: dueOn, to: dueOn }, today, record ? 'late' : 'done');
    const slackDays = compiled
      ? daysBetween(localDay(compiled.compiledAt), dueOn)
      : state === 'late'
        ? daysBetween(today, dueOn)
        : null;
    return {
      key: reportId,
      stage: null,
      name,
      from: dueOn,
      to: dueOn,
      mark: true,
      state,
      slackDays,
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

function byDates({ from, to }: { from: string; to: string }, today: string, past: BarState): BarState {
  if (to < today) return past;
  return from <= today ? 'running' : 'coming';
}
