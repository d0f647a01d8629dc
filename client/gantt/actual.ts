import type { WorkingCalendar } from '../../contract/calendar.ts';
import { endOfDay, localDay } from '../../contract/calendarDay.ts';
import type { Programme } from '../../contract/programme.ts';
import type { ProgrammeRound } from '../../programmes/rounds.ts';
import type { RoundOnRecord } from '../../store/queries/schedule.ts';
import { markOf } from './marks.ts';
import type { PlannedStage } from './planned.ts';
import { afterWindow, plannedStages, stagesAfterWindow } from './planned.ts';
import type { Path } from './record.ts';
import {
  daysBetween,
  daysOnRecord,
  dueDayOf,
  runsProvisional,
  stateOf,
  timesOf,
  wasSkipped,
  windowTimes,
  withoutPauses,
} from './record.ts';
import type { GanttBar } from './types.ts';

/** Gives the bars of a round that has begun: what happened, what runs by its own deadlines, and what follows from both. */
export function actualBars(
  programme: Programme,
  round: ProgrammeRound,
  record: RoundOnRecord,
  today: string,
  calendar: WorkingCalendar,
): GanttBar[] {
  const path = withoutPauses(record);
  const planned = replanned(programme, round, record, path, today, calendar);
  return planned.flatMap((stage) => {
    if (wasSkipped(stage.stage, path)) return [];
    const bar = barOf(stage, record, path, today);
    if (bar.state === 'done') return [bar];
    // Of a cancelled round nothing is to come; of a closed one everything is done; a suspended one's clock stands still.
    if (record.state === 'cancelled') return [];
    if (record.state === 'closed') return [{ ...bar, state: 'done' as const, slackDays: null }];
    if (record.state === 'suspended') {
      return [{ ...bar, from: stage.from, to: stage.to, state: 'coming' as const, slackDays: null }];
    }
    return [bar];
  });
}

/** The definition's stages, with those not begun moved behind the one that is worked on, however late it is. */
function replanned(
  programme: Programme,
  round: ProgrammeRound,
  record: RoundOnRecord,
  path: Path,
  today: string,
  calendar: WorkingCalendar,
): PlannedStage[] {
  const days = daysOnRecord(round, record);
  const all = plannedStages(programme, round, days, calendar);
  const current = stagesAfterWindow.find((stage) => path.at(-1)?.state === stateOf(stage));
  if (!current) return all;
  const index = stagesAfterWindow.indexOf(current);
  const due = dueDayOf(current, record, path.at(-1)?.at ?? endOfDay(days.window.to));
  const ends = due === null || due < today ? today : due;
  const following = afterWindow(programme, round, endOfDay(ends), stagesAfterWindow.slice(index + 1), calendar);
  return all.map((stage) => following.find((one) => one.stage === stage.stage) ?? stage);
}

function barOf(planned: PlannedStage, record: RoundOnRecord, path: Path, today: string): GanttBar {
  const { stage, mark } = planned;
  const base = {
    key: stage,
    stage,
    name: null,
    mark,
    provisional: planned.provisional || runsProvisional(stage, record),
    assumed: false,
  };
  if (stage === 'opening' || stage === 'answer') return markOf(base, planned, record, today);
  const times = stage === 'window' ? windowTimes(planned, path) : timesOf(stage, path);
  if (!times) {
    const late = planned.from < today;
    const slackDays = late ? daysBetween(today, planned.to < today ? planned.to : planned.from) : null;
    return { ...base, from: planned.from, to: planned.to, state: late ? 'late' : 'coming', slackDays };
  }
  const due = stage === 'window' ? planned.to : (dueDayOf(stage, record, times.enteredAt) ?? planned.to);
  const from = stage === 'window' ? planned.from : localDay(times.enteredAt);
  // The window ends by itself, and publication has no clock of its own: neither is early or late.
  const untimed = stage === 'window' || stage === 'publication';
  if (times.leftAt !== null) {
    const ended = localDay(times.leftAt);
    const to = stage === 'window' ? planned.to : ended < from ? from : ended;
    return { ...base, from, to, state: 'done', slackDays: untimed ? null : daysBetween(ended, due) };
  }
  if (stage === 'window' && planned.from > today) return { ...base, from, to: due, state: 'coming', slackDays: null };
  const late = due < today;
  const end = late ? today : due;
  return {
    ...base,
    from: from > end ? end : from,
    to: end,
    state: late ? 'late' : 'running',
    slackDays: daysBetween(today, due),
  };
}
