import { z } from 'zod';
import { actTypes } from './events.ts';
import { day } from './formParts.ts';
import type { NoticeTemplate } from './nomination.ts';
import { recipientNames } from './roles.ts';
import { awardForms, roundDeadlineNames } from './roundStates.ts';
import { dayCountShape } from './stageRule.ts';
import { deadlineNames, optionalGuards, recipientKinds, roadNames } from './states.ts';

/**
 * A programme definition: what one document states, word for word and with its place, and — apart from it, under
 * `configured` — what the engine needs and the document leaves open. Not for workflows: this file imports zod.
 */
export const notStated = 'notStated';
export const configuredBy = 'demonstration configuration';
export const windowEnd = 'windowEnd';

/** Everything a notice can be about; the keys of a definition's `notices`. */
export const noticeTemplates = [
  'nomination.open',
  ...actTypes,
  'deadline.pass',
  'deadline.expired',
  'deadline.escalated',
] as const satisfies readonly NoticeTemplate[];

/** A strict object whose error for an unknown key is the list of allowed keys: the loader shows it. */
function strict<S extends z.core.$ZodLooseShape>(shape: S) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(', ') : undefined),
  });
}

/** A strict object with every name an optional key: unknown names are unknown keys, with the allowed ones listed. */
function optionalKeys<K extends string, S extends z.ZodType>(names: readonly K[], schema: S) {
  // `fromEntries` forgets the literal keys; they are exactly `names`.
  return strict(
    Object.fromEntries(names.map((name) => [name, schema.exactOptional()])) as Record<K, z.ZodExactOptional<S>>,
  );
}

const text = z.string().regex(/\S/);
/** The day of a document may lie before every season: nothing is counted from it. */
const documentDay = z.iso.date({ abort: true });
const bodyId = z.string().regex(/^[a-z][A-Za-z0-9]*$/);
const count = z.int().min(0);
const place = { source: text, quote: text };
const configuration = { by: z.literal(configuredBy), why: text };
const open = z.literal(notStated);

const orOpen = <S extends z.ZodType>(schema: S) => z.union([open, schema]);
const stated = <S extends z.ZodType>(value: S) => strict({ value, ...place });
const configured = <S extends z.ZodType>(value: S) => strict({ value, ...configuration });

/** A body as the document writes it; `body` is notStated where the words name a class of bodies, not one. */
const bodyFactSchema = strict({ phrase: text, body: orOpen(bodyId), ...place });
const bodyPointSchema = strict({ stated: orOpen(bodyFactSchema), configured: configured(bodyId).exactOptional() });
export type BodyPoint = z.infer<typeof bodyPointSchema>;

/** `windowEnd`: the end of the nominations of the round it is applied to. */
const dueSchema = strict({
  on: z.union([z.literal(windowEnd), day]).exactOptional(),
  ...dayCountShape,
  grace: strict(dayCountShape.grace.unwrap().shape).exactOptional(),
});
export type DueRule = z.infer<typeof dueSchema>;
const deadlinesSchema = optionalKeys(deadlineNames, dueSchema);

/**
 * Of rounds: when their own stages are due. `opening` and `closing` come from the plan; of `closing` only the reminders are
 * configured. With `answer` the units are asked to answer the launch, counted from the opening. `publication` is only drawn in
 * the plan of the season: the decision stage stays open until everything awarded is published, each in its own time.
 */
const roundDeadlinesSchema = optionalKeys(roundDeadlineNames, dueSchema);
/** Days without any act after which a movement counts as stalled; `duty` is what the document says about it. */
const stalledSchema = strict({ afterDays: z.int().min(1).max(366), duty: orOpen(strict(place)), ...configuration });
/** The most nominations of a kind that a plan proposes to take from one unit. */
const perUnitSchema = configured(optionalKeys(recipientKinds, z.int().min(1)));
const roundsSchema = strict({
  deadlines: roundDeadlinesSchema,
  stalled: stalledSchema.exactOptional(),
  nominationsPerUnit: perUnitSchema.exactOptional(),
});
/** `noRoundIn`: phases in which the movement takes no nominations, and why. */
const ownRoundsSchema = strict({
  deadlines: roundDeadlinesSchema.exactOptional(),
  stalled: stalledSchema.exactOptional(),
  nominationsPerUnit: perUnitSchema.exactOptional(),
  noRoundIn: z
    .array(strict({ phase: bodyId, why: text }))
    .min(1)
    .exactOptional(),
});
const awardFormSchema = configured(z.enum(awardForms));
const noticesSchema = optionalKeys(noticeTemplates, z.array(z.enum(recipientNames)).min(1));
const escalationSchema = strict({ everyDays: z.int().min(1).max(366), chain: z.array(text).min(1) });

/** `none`: awards of this movement do not go to this kind of recipient. `delegated`: the number is allocated elsewhere. */
const statedQuotaSchema = z.discriminatedUnion('kind', [
  strict({ kind: z.literal('fixed'), count, ...place }),
  strict({
    kind: z.literal('perProgramme'),
    count,
    ...place,
    programmes: strict({ stated: open, configured: configured(z.array(strict({ id: bodyId, name: text })).min(1)) }),
  }),
  strict({ kind: z.literal('delegated'), ...place }),
  strict({ kind: z.literal('none'), ...place }),
]);
/** What the engine applies where no number is stated; `unlimited`: no ceiling is enforced, the council judges. */
const configuredQuotaSchema = z.discriminatedUnion('kind', [
  strict({ kind: z.literal('fixed'), count }),
  strict({ kind: z.literal('unlimited') }),
  strict({ kind: z.literal('none') }),
]);
const quotaPointSchema = strict({
  stated: orOpen(statedQuotaSchema),
  configured: configured(configuredQuotaSchema).exactOptional(),
});
export type QuotaPoint = z.infer<typeof quotaPointSchema>;

/** `outsideSpan` gives the reason why the window may leave the programme's phases. */
const windowSchema = strict({ from: day, to: day, ...configuration, outsideSpan: text.exactOptional() });
export type ReviewWindow = z.infer<typeof windowSchema>;

const movementSchema = strict({
  id: z.string().regex(/^[1-9]\d*(\.[1-9]\d*)*$/),
  title: stated(text),
  host: bodyPointSchema,
  inCharge: bodyPointSchema,
  content: orOpen(stated(text)),
  reviewTime: strict({ stated: orOpen(stated(text)), window: windowSchema }),
  quota: strict({ collective: quotaPointSchema, individual: quotaPointSchema }),
  configured: strict({
    ...configuration,
    road: z.enum(roadNames),
    guards: z.array(z.enum(optionalGuards)),
    divisions: z.array(bodyId),
    council: bodyId.exactOptional(),
    standingBody: bodyId.exactOptional(),
    authorities: z.array(bodyId).min(1).exactOptional(),
    deadlines: deadlinesSchema.exactOptional(),
    escalation: escalationSchema.exactOptional(),
    notices: noticesSchema.exactOptional(),
    rounds: ownRoundsSchema.exactOptional(),
    awardForm: awardFormSchema.exactOptional(),
  }),
  notes: z.array(text),
});
export type Movement = z.infer<typeof movementSchema>;

/**
 * A phase stated by the document has its days in the quote; another is configured and says why. `nominations`: the days on
 * which movements take nominations whose review window does not touch the phase.
 */
const phaseSchema = strict({
  id: bodyId,
  name: text,
  from: day,
  to: day,
  stated: orOpen(strict(place)),
  configured: strict(configuration).exactOptional(),
  nominations: strict({ from: day, to: day, ...configuration }).exactOptional(),
});
export type Phase = z.infer<typeof phaseSchema>;

export const programmeSchema = strict({
  id: z.string().regex(/^\d{3}$/),
  version: z.int().min(1),
  title: orOpen(stated(text)),
  theme: orOpen(stated(text)),
  issuer: strict({ body: bodyPointSchema, place: orOpen(stated(text)) }),
  document: strict({
    kind: orOpen(stated(text)),
    number: orOpen(stated(text)),
    date: orOpen(stated(documentDay)),
    dateAsWritten: orOpen(stated(text)),
  }),
  basis: z.array(strict({ number: text, date: orOpen(documentDay), ...place })),
  /** `onBehalf`: the words of a deputy's signature (“KT. …”), null when the head signs. */
  signatory: orOpen(strict({ name: stated(text), position: stated(text), onBehalf: stated(text).nullable() })),
  desk: orOpen(stated(text)),
  launchingBodies: z.array(bodyPointSchema).min(1),
  standingBody: bodyPointSchema,
  council: bodyPointSchema,
  /** Tiers lowest first. */
  authorities: strict({ stated: orOpen(stated(text)), configured: configured(z.array(bodyId).min(1)) }),
  distribution: z.array(strict({ to: text, body: bodyId.exactOptional(), purpose: orOpen(text), ...place })).min(1),
  reporting: orOpen(
    z.array(
      strict({
        to: bodyPointSchema,
        via: orOpen(bodyFactSchema),
        frequency: orOpen(stated(text)),
        dueOn: configured(z.array(day).min(1)),
        /** Which of these days are final reports (tổng kết), the others being interim ones (sơ kết); absent: the last. */
        finalOn: configured(z.array(day).min(1)).exactOptional(),
      }),
    ),
  ),
  phases: z.array(phaseSchema).min(1),
  coverageTargets: z.array(strict({ percent: z.int().min(0).max(100), of: text, movement: text, ...place })),
  awardPrinciples: z.array(strict(place)).min(1),
  taskGroups: z.array(stated(text)),
  duties: z.array(strict({ who: text, ...place })),
  /** Every body this definition may name, units apart. */
  bodies: z.array(bodyId).min(1),
  configured: strict({
    ...configuration,
    maxReturns: count,
    deadlines: deadlinesSchema,
    escalation: escalationSchema,
    notices: noticesSchema,
    rounds: roundsSchema,
    /** No document names a form of award (`domain.md` §2.3): what a movement's plan proposes. */
    awardForm: awardFormSchema,
  }),
  movements: z.array(movementSchema).min(1),
  notes: z.array(text),
});
export type Programme = z.infer<typeof programmeSchema>;

/** Gives the body that acts: the one stated, else the one configured. The loader has checked that there is exactly one. */
export function bodyOf(point: BodyPoint): string {
  if (point.configured) return point.configured.value;
  if (point.stated === notStated || point.stated.body === notStated)
    throw new RangeError('Neither stated nor configured');
  return point.stated.body;
}
