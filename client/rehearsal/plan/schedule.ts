import { dayMs } from '../../../contract/calendarDay.ts';
import type { Programme } from '../../../contract/programme.ts';
import { deadlineOf } from '../../../machines/deadlines.ts';
import { findMovement } from '../../../programmes/find.ts';
import { planStages } from '../../../programmes/plan.ts';
import type { Story } from '../stories/story.ts';
import type { Beat, Days } from './beats.ts';
import type { PlannedBeat, PlannedWhen } from './planned.ts';
import type { Row } from './rows.ts';
import { isLong } from './rows.ts';
import type { Chance } from './seeded.ts';

const ms = (at: string): number => Date.parse(at);
const iso = (at: number): string => new Date(at).toISOString();

/** Days the unit is given to supplement, and a division to give its opinion: the person asks for them on the form. */
export const askedDays = { returned: 15, appraisal: 10 } as const;

/** People come to their matters at whole half days; the plan reckons with one for each beat. */
const visitMs = dayMs / 2;

/** Days that movements open all year leave to those of the last two months. */
const restOfYear = 55;

/** Draws when a nomination is opened. */
export function drawOpening(story: Story, row: Row, chance: Chance): string {
  const [opens, closes] = [ms(row.opensAt), ms(row.closesAt)];
  const days = (from: number, to: number): number => Math.round((from + chance.unit() * (to - from)) * dayMs);
  if (story.opens === 'afterWindow') return iso(closes + days(0.5, 5));
  if (story.opens === 'beforeWindow') return iso(opens - days(2, 6));
  if (story.opens === 'lastDays') return iso(closes - days(9, 12));
  const first = opens + days(1, 4);
  // Whatever needs an open window is done with room to spare, however slow the machine that plays it.
  const last = closes - (daysToHandIn(story.beats(row.road)) + (isLong(row) ? restOfYear : 7)) * dayMs;
  return iso(Math.round(first + chance.unit() * Math.max(0, last - first)));
}

/** The longest the unit takes until its last sign-off. */
function daysToHandIn(beats: readonly Beat[]): number {
  const last = beats.findLastIndex(({ act }) => act === 'draft.signOff');
  return beats.slice(0, last + 1).reduce((sum, { when }) => sum + ('days' in when ? when.days[1] + 0.5 : 0), 0);
}

/** Draws the time of each beat. */
export function drawBeats(story: Story, row: Row, chance: Chance): PlannedBeat[] {
  const hours = ([from, to]: Days): number => Math.round((from + chance.unit() * (to - from)) * 24);
  const drawn = ({ when }: Beat): PlannedWhen => {
    if ('days' in when) return { after: 'beat', hours: hours(when.days) };
    if ('afterDue' in when) return { after: 'due', hours: hours(when.afterDue) };
    const shift = 'afterWindow' in when ? hours(when.afterWindow) : -hours(when.beforeWindow);
    return { at: iso(ms(row.closesAt) + shift * 3_600_000) };
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
  const stages = planStages(programme, findMovement(programme, row.id));
  const dueMs = (state: Beat['in']): number => {
    if (state === 'returned' || state === 'appraisal') return askedDays[state] * dayMs;
    const name = deadlineOf[state];
    return name === null ? 0 : (stages[name].withinDays ?? 0) * dayMs;
  };
  let at = ms(openAt);
  for (const { in: state, when } of beats) {
    if ('at' in when) at = Math.max(at, ms(when.at));
    else at += when.hours * 3_600_000 + (when.after === 'due' ? dueMs(state) : 0);
    at += visitMs;
  }
  if (ends === 'expired')
    at = beats.length === 0 ? ms(row.closesAt) : Math.max(at + askedDays.returned * dayMs, ms(row.closesAt));
  if (ends === 'withdrawnForGood') at += dueMs('withdrawn');
  // Left open: long enough to see it escalated to the top of the chain.
  if (ends === 'departmentReview') at += dueMs('departmentReview') + 12 * dayMs;
  return iso(at + dayMs);
}
