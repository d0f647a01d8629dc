import { z } from 'zod';
import { actTypes, appraisalOpinions, holdGrounds, refusalGrounds } from './events.ts';
import { day, optionalText, text } from './formParts.ts';
import { roleNames } from './roles.ts';
import { recipientKinds } from './states.ts';

/** What a person sends, in full, with its texts. Kept in the inbox row; only the facts go on to the engine. */

/** The nomination form: what the unit declares. Names and texts live in the database only. */
export const dossierSchema = z.strictObject({
  nomineeName: text,
  nomineeTitle: optionalText,
  directWorker: z.boolean().default(false),
  achievements: text,
  documents: z
    .array(
      z.strictObject({
        code: text,
        name: text,
        hash: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .optional(),
      }),
    )
    .default([]),
});
export type Dossier = z.infer<typeof dossierSchema>;

export const nominateSchema = z.strictObject({
  programmeId: z.string().min(1),
  movementId: z.string().min(1),
  unitId: z.string().min(1),
  nominee: z.strictObject({ kind: z.enum(recipientKinds), id: z.string().min(1).max(100) }),
  dossier: dossierSchema,
});
export type Nominate = z.infer<typeof nominateSchema>;

export const supplementItemSchema = z.strictObject({ code: text, text });

const bodies = {
  'draft.amend': z.strictObject({ dossier: dossierSchema, reason: optionalText }),
  'review.return': z.strictObject({
    items: z.array(supplementItemSchema).default([]),
    dueOn: day,
    reason: optionalText,
  }),
  'supplement.submit': z.strictObject({ dossier: dossierSchema, reason: optionalText }),
  'appraisal.request': z.strictObject({ divisions: z.array(text).default([]), dueOn: day, reason: optionalText }),
  'appraisal.give': z.strictObject({ division: text, opinion: z.enum(appraisalOpinions), reason: optionalText }),
  'council.recommend': z.strictObject({ resolution: text, reason: optionalText }),
  'council.notRecommend': z.strictObject({ resolution: text, reason: optionalText }),
  'authority.award': z.strictObject({
    decisionNumber: z.string().trim().default(''),
    decisionDate: day,
    reason: optionalText,
  }),
  'authority.refuse': z.strictObject({ ground: z.enum(refusalGrounds), reason: optionalText }),
  'nomination.hold': z.strictObject({ ground: z.enum(holdGrounds), reason: optionalText }),
} as const;
const plainBody = z.strictObject({ reason: optionalText });

/** Gives the zod schema of an act's body. */
export function actBodySchema(type: (typeof actTypes)[number]) {
  return type in bodies ? bodies[type as keyof typeof bodies] : plainBody;
}

export const actRequestSchema = z.strictObject({
  nominationId: z.string().min(1),
  type: z.enum(actTypes),
  as: z.enum(roleNames),
  expectedRevision: z.int().positive().optional(),
  body: z.unknown(),
});
export type ActRequest = z.infer<typeof actRequestSchema>;

/** Gives the body's schema-checked form. Throws ZodError naming each field that is wrong. */
export function parseActBody(request: ActRequest): Record<string, unknown> {
  return actBodySchema(request.type).parse(request.body ?? {}) as Record<string, unknown>;
}
