import { z } from 'zod';
import { day } from './formParts.ts';
import { roleNames } from './roles.ts';
import { roundDeadlineNames } from './roundStates.ts';
import { deadlineNames } from './states.ts';

/** What an administrator proposes to change. Not for workflows: this file imports zod. */

const id = z.string().trim().min(1).max(100);

/** Which nominations: one, those of a round (all, of one unit, or waiting for one person), or all of a programme. */
const changeScopeSchema = z.union([
  z.strictObject({ nominationId: id }),
  z.strictObject({ roundId: id, unitId: id.exactOptional(), personId: id.exactOptional() }),
  z.strictObject({ programmeId: id }),
]);
export type ChangeScope = z.infer<typeof changeScopeSchema>;

/** A new day (its end), or so many days more or fewer than now. */
const newDueSchema = z.union([
  z.strictObject({ on: day }),
  z.strictObject({
    addDays: z
      .int()
      .min(-366)
      .max(366)
      .refine((days) => days !== 0, { params: { problem: 'zero' } }),
    counting: z.enum(['calendar', 'working']),
  }),
]);

export const changeSpecSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('deadline'),
    scope: changeScopeSchema,
    /**
     * A nomination's deadline, or one of the round itself. Of a unit, a round or a programme `draft` and `closing` are one:
     * the end of nominating, for round and drafts. Of a nomination or a person `closing` ends the complaint window.
     */
    deadline: z.enum([...deadlineNames, ...roundDeadlineNames]),
    to: newDueSchema,
  }),
  z.strictObject({ kind: z.literal('suspend'), scope: z.strictObject({ roundId: id }) }),
  z.strictObject({ kind: z.literal('resume'), scope: z.strictObject({ roundId: id }) }),
  z.strictObject({ kind: z.literal('cancel'), scope: z.strictObject({ roundId: id }) }),
  /** Recomputes running working-day deadlines with the calendar in force now, after a yearly notice. */
  z.strictObject({ kind: z.literal('calendar'), scope: z.strictObject({ programmeId: id }) }),
]);
export type ChangeSpec = z.infer<typeof changeSpecSchema>;

export const changeRequestSchema = z.strictObject({
  spec: changeSpecSchema,
  as: z.enum(roleNames),
  /** Goes to everyone the change touches. */
  reason: z.string().trim().min(1).max(2_000),
  /** Keep the notices back until somebody has seen and released them. */
  holdNotices: z.boolean().default(false),
});
export type ChangeRequest = z.infer<typeof changeRequestSchema>;
