import { dayMs, endOfDay } from '../../../contract/calendarDay.ts';
import type { StageDue } from '../../../contract/nomination.ts';
import type { Programme } from '../../../contract/programme.ts';
import { deadlineOf } from '../../../machines/deadlines.ts';
import { findMovement } from '../../../programmes/find.ts';
import { planStages } from '../../../programmes/plan.ts';
import type { Story } from '../stories/story.ts';
import { daysToHandIn, roomDays } from '../stories/story.ts';
import type { Beat, Days } from './beats.ts';
import type { PlannedBeat, PlannedWhen } from './planned.ts';
import type { Row } from './rows.ts';
import { daysOpen, isLong } from './rows.ts';
import type { Chance } from './seeded.ts';
import { yearDays } from './timetable.ts';

const hourMs = 3_600_000;
const ms = (at: string): number => Date.parse(at);
const iso = (at: number): string => new Date(at).toISOString();

/** Days the unit is given to supplement, and a division to give its opinion: the person asks for them on the form. */
export const askedDays = { returned: 15, appraisal: 10 } as const;

/** People come to their matters at whole half days; the plan reckons with one for each beat. */
const visitMs = dayMs / 2;

/** Days that movements open all year leave to those of the last two months. */
const restOfYear = 55;

/**
 * Days after the opening in which the first nominations come. The longer a movement is open, the faster its clock: with years to
 * go nobody is in such a hurry that a second of a busy machine, a week then, decides whether the movement is open.
 */
function afterOpening(row: Row): Days {
  return daysOpen(row) > yearDays ? [15, 30] : [1, 4];
}

/** Days of the year nobody plans for, because the installation is stopped and started again in them. */
export type Pause = { from: string; to: string } | null;

/** Draws when a nomination is opened. */
export function drawOpening(story: Story, row: Row, chance: Chance, pause: Pause): string {
  const [opens, closes] = [ms(row.opensAt), ms(row.closesAt)];
  const { submitAt, extendAt, unitExtendedTo } = row.timetable;
  const planned = ms(endOfDay(row.plan.window.to));
  const days = (from: number, to: number): number => Math.round((from + chance.unit() * (to - from)) * dayMs);
  switch (story.opens) {
    case 'afterWindow':
      return iso(closes + days(0.5, 5));
    case 'beforeWindow':
      return iso(opens - days(2, 6));
    case 'firstDays':
      return iso(opens + days(...afterOpening(row)));
    case 'lastDays':
      return iso(closes - days(9, 12));
    case 'beforeApproval':
      return iso(ms(submitAt) - days(6 / 24, 11 / 24));
    case 'beforeExtension':
      return iso(ms(extendAt ?? '') - days(1, 2));
    case 'inExtension':
      return iso(planned + days(0.5, Math.max(0.6, (closes - planned) / dayMs - 6)));
    case 'unitExtension':
      return iso(planned + days(0.5, Math.max(0.6, (ms(endOfDay(unitExtendedTo ?? '')) - planned) / dayMs - 6)));
    case 'phaseEnd':
      return iso(closes + days(-0.5, 0.5));
    case 'window': {
      const first = opens + days(...afterOpening(row));
      // Whatever needs an open window is done with room to spare, however slow the machine that plays it.
      const last = closes - (daysToHandIn(story.beats(row.road)) + (isLong(row) ? restOfYear : roomDays)) * dayMs;
      return iso(outside(pause, Math.round(first + chance.unit() * Math.max(0, last - first))));
    }
  }
}

/** What would still be under way in the pause begins after it. */
function outside(pause: Pause, at: number): number {
  if (pause === null) return at;
  const [from, to] = [ms(pause.from), ms(pause.to)];
  return from <= at && at < to ? to + ((at - from) % (60 * dayMs)) : at;
}

/** Draws the time of each beat. */
export function drawBeats(story: Story, row: Row, chance: Chance): PlannedBeat[] {
  const hours = ([from, to]: Days): number => Math.round((from + chance.unit() * (to - from)) * 24);
  const drawn = ({ when }: Beat): PlannedWhen => {
    if ('days' in when) return { after: 'beat', hours: hours(when.days) };
    if ('afterDue' in when) return { after: 'due', hours: hours(when.afterDue) };
    const shift = 'afterWindow' in when ? hours(when.afterWindow) : -hours(when.beforeWindow);
    return { at: iso(ms(row.closesAt) + shift * hourMs) };
  };
  return story.beats(row.road).map((beat) => ({ ...beat, when: drawn(beat) }));
}

/** Gives when a nomination should be over, deadlines that must pass included. */
export function expectedEnd(
  programme: Programme,
  row: Row,
  openAt: string,
  beats: readonly PlannedBeat[],
  ends: Story['ends'],
): string {
  const stages = planStages(programme, findMovement(programme, row.movementId), row.closesAt);
  const dueMs = (state: Beat['in']): number => {
    if (state === 'returned' || state === 'appraisal') return askedDays[state] * dayMs;
    const name = deadlineOf[state];
    return name === null ? 0 : daysOf(stages[name]) * dayMs;
  };
  let at = ms(openAt);
  for (const { in: state, when } of beats) {
    if ('at' in when) at = Math.max(at, ms(when.at));
    else at += when.hours * hourMs + (when.after === 'due' ? dueMs(state) : 0);
    at += visitMs;
  }
  if (ends === 'expired')
    at = beats.length === 0 ? ms(row.closesAt) : Math.max(at + askedDays.returned * dayMs, ms(row.closesAt));
  if (ends === 'withdrawnForGood') at += dueMs('withdrawn');
  if (ends === 'cancelled') at = ms(row.timetable.cancelAt ?? openAt);
  return iso(at + dayMs);
}

/** Calendar days that a stage may take; of working days the weekends, and some holidays, come on top. */
function daysOf({ count, withinDays, grace }: StageDue): number {
  const days = count === undefined ? (withinDays ?? 0) : count.days * (count.kind === 'working' ? 1.6 : 1);
  return Math.ceil(days) + (grace?.days ?? 0);
}
