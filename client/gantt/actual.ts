import type { WorkingCalendar } from '../../contract/calendar.ts';
import { endOfDay, localDay } from '../../contract/calendarDay.ts';
import type { Programme } from '../../contract/programme.ts';
import { stagesAfterWindow } from '../../contract/roundStates.ts';
import type { ProgrammeRound } from '../../programmes/rounds.ts';
import type { RoundOnRecord } from '../../store/queries/schedule.ts';
import { markOf } from './marks.ts';
import type { PlannedStage } from './planned.ts';
import { afterWindow, plannedStages } from './planned.ts';
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
import { notHappened } from './standing.ts';
import type { GanttBar, Standpoint } from './types.ts';

/** Gives the bars of a round that has begun: what happened, what runs by its own deadlines, and what follows from both. */
export function actualBars(
  programme: Programme,
  round: ProgrammeRound,
  record: RoundOnRecord,
  at: Standpoint,
  calendar: WorkingCalendar,
): GanttBar[] {
  const path = withoutPauses(record);
  const planned = replanned(programme, round, record, path, at.today, calendar);
  return planned.flatMap((stage) => {
    if (wasSkipped(stage.stage, path)) return [];
    const bar = barOf(stage, record, path, at);
    if (!bar) return [];
    if (bar.state === 'done') return [bar];
    // Of a round that is over nothing is to come, however early it ended; a suspended one's clock stands still.
    if (record.state === 'cancelled' || record.state === 'closed') return [];
    if (record.state === 'suspended' && bar.state !== 'unknown') {
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

function barOf(planned: PlannedStage, record: RoundOnRecord, path: Path, at: Standpoint): GanttBar | null {
  const { stage, mark } = planned;
  const { today } = at;
  const base = {
    key: stage,
    stage,
    name: null,
    mark,
    provisional: planned.provisional || runsProvisional(stage, record),
    assumed: false,
  };
  if (stage === 'opening' || stage === 'answer') return markOf(base, planned, record, at);
  const times = stage === 'window' ? windowTimes(planned, path) : timesOf(stage, path);
  if (!times) return { ...base, from: planned.from, to: planned.to, ...notHappened(planned, at) };
  const due = stage === 'window' ? planned.to : (dueDayOf(stage, record, times.enteredAt) ?? planned.to);
  const from = stage === 'window' ? planned.from : localDay(times.enteredAt);
  // The window ends by itself, and publication has no clock of its own: neither is early or late.
  const untimed = stage === 'window' || stage === 'publication';
  if (times.leftAt !== null) {
    const ended = localDay(times.leftAt);
    // The window's last day is over a moment before the round goes on.
    const last = stage === 'window' && planned.to < ended ? planned.to : ended;
    const to = last < from ? from : last;
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
