import { z } from 'zod';
import { day, optionalText, text } from './formParts.ts';
import { roleNames } from './roles.ts';
import type { RoundActType } from './roundEvents.ts';
import { roundActTypes } from './roundEvents.ts';
import { awardForms, covenantKinds } from './roundStates.ts';
import { dayCountRule } from './stageRule.ts';
import { deadlineNames, recipientKinds } from './states.ts';

/** What a person sends to a round, in full, with its texts. Kept in the inbox row; only the facts go on to the engine. */

const quota = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), count: z.int().min(0) }),
  z.strictObject({ kind: z.literal('perProgramme'), count: z.int().min(0), programmes: z.array(text).min(1) }),
  z.strictObject({ kind: z.literal('unlimited') }),
  z.strictObject({ kind: z.literal('none') }),
]);

/**
 * The plan of a movement for one phase: 004 III.2 “cần phải có tiêu chí cụ thể”, “trình Lãnh đạo Sở Y tế phê duyệt”;
 * Luật TĐKT 2022 Đ.17. Frozen and hashed when it is approved.
 */
export const movementPlanSchema = z.strictObject({
  criteria: z.array(z.strictObject({ code: text, text })).min(1),
  awardForm: z.enum(awardForms),
  /** Both days inclusive; `opensOn` may lie before the document. */
  opensOn: day,
  window: z.strictObject({ from: day, to: day }),
  quota: z.strictObject({ collective: quota, individual: quota }),
  /** The most nominations of a kind one unit may have in the round; none of the five documents states one. */
  nominationsPerUnit: z.partialRecord(z.enum(recipientKinds), z.int().min(1)).optional(),
  answerBy: day.optional(),
  deadlines: z.partialRecord(z.enum(deadlineNames), dayCountRule).default({}),
  note: optionalText,
});
export type MovementPlan = z.infer<typeof movementPlanSchema>;

const bodies = {
  'plan.submit': z.strictObject({ plan: movementPlanSchema, reason: optionalText }),
  'plan.approve': z.strictObject({ planHash: z.string().regex(/^[0-9a-f]{64}$/), reason: optionalText }),
  'plan.return': z.strictObject({ reason: optionalText }),
  'unit.answer': z.strictObject({ unit: text, takesPart: z.boolean(), unitPlan: optionalText, reason: optionalText }),
  'unit.register': z.strictObject({
    unit: text,
    nominees: z
      .array(z.strictObject({ kind: z.enum(recipientKinds), id: text, name: text, title: optionalText }))
      .min(1)
      .max(500),
    reason: optionalText,
  }),
  'unit.signCovenant': z.strictObject({
    unit: text,
    kind: z.enum(covenantKinds),
    parties: z
      .array(text)
      .min(2)
      .max(50)
      .refine((parties) => new Set(parties).size === parties.length, { params: { problem: 'repeated' } }),
    signedOn: day,
    content: optionalText,
    reason: optionalText,
  }),
} as const satisfies Record<RoundActType, z.ZodType>;

/** Gives the zod schema of a round act's body. */
export function roundActBodySchema<T extends RoundActType>(type: T): (typeof bodies)[T] {
  return bodies[type];
}

export const roundActRequestSchema = z.strictObject({
  roundId: z.string().min(1),
  type: z.enum(roundActTypes),
  as: z.enum(roleNames),
  expectedRevision: z.int().positive().optional(),
  body: z.unknown(),
});
export type RoundActRequest = z.infer<typeof roundActRequestSchema>;
