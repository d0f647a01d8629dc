import { z } from 'zod';
import { day } from './formParts.ts';

/** How a definition or a movement plan says when a stage is due. Not for workflows: this file imports zod. */

const mostDays = 3_660;
const mostDaysAside = 366;
const mostReminders = 10;

/** The keys shared by definitions and plans; `withinDays` counts as `counting` says. */
export const dayCountShape = {
  withinDays: z.int().min(1).max(mostDays).exactOptional(),
  counting: z.enum(['calendar', 'working']).exactOptional(),
  firstDay: z.enum(['excluded', 'counted']).exactOptional(),
  /** Local hour from which an event counts as of the next day. */
  cutOffHour: z.int().min(1).max(23).exactOptional(),
  /** Local hour at which the last day ends; absent: with the day. */
  endHour: z.int().min(1).max(23).exactOptional(),
  rollForward: z.boolean().exactOptional(),
  grace: z.strictObject({ kind: z.enum(['soft', 'hard']), days: z.int().min(1).max(mostDaysAside) }).exactOptional(),
  /** Days before it is due on which its owner is reminded; working days where the stage counts working days. */
  remindBefore: z.array(z.int().min(0).max(mostDaysAside)).max(mostReminders).exactOptional(),
  /** Of a nomination's `review` only: the clock stands still while the dossier is with the unit for a supplement. */
  pausesWhileReturned: z.literal(true).exactOptional(),
};

/** A rule of a movement plan: a fixed day, a count, or both (the later holds). */
export const dayCountRule = z.strictObject({ on: day.exactOptional(), ...dayCountShape });
export type DayCountRule = z.infer<typeof dayCountRule>;
