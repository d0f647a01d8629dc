import { z } from 'zod';
import type { HolidayId } from '../../contract/texts/calendar.ts';
import { holidayTexts } from '../../contract/texts/calendar.ts';

/** The three files of the working-day calendar: what the law says, lunar dates, yearly notices. */

/** Same convention as `contract/programme.ts`: the error for an unknown key is the list of allowed keys. */
function strict<S extends z.core.$ZodLooseShape>(shape: S) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(', ') : undefined),
  });
}

const text = z.string().regex(/\S/);
const day = z.iso.date({ abort: true });
const year = z.int().min(2000).max(2100);
const readIn = z.array(text).min(1);
/** A span of local days in which a rule is in force; without `through`, until further notice. */
const inForce = strict({ from: day, through: day.exactOptional(), basis: text, readIn });
export type InForce = z.infer<typeof inForce>;

const rule = z.discriminatedUnion('kind', [
  strict({ kind: z.literal('solar'), month: z.int().min(1).max(12), day: z.int().min(1).max(31) }),
  strict({ kind: z.literal('hungKings') }),
  /** `days` by law; `certain` from mùng 1 are taken while no notice says which. */
  strict({ kind: z.literal('tet'), days: z.int().min(1), certain: z.int().min(1) }),
  strict({ kind: z.literal('besideNationalDay') }),
]);
const lawStatus = z.enum(['computedFromLaw', 'unconfirmed']);
const holidaySchema = strict({
  id: z.enum(Object.keys(holidayTexts) as [HolidayId, ...HolidayId[]]),
  rule,
  /** Whether one on a weekly rest day is made up. */
  inLieu: z.boolean(),
  status: lawStatus,
  inForce: z.array(inForce).min(1),
});
export type HolidayRule = z.infer<typeof holidaySchema>;

export const lawFileSchema = strict({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  version: z.int().min(1),
  covers: strict({ from: year, through: year }),
  sources: z.array(strict({ mark: text, what: text })).min(1),
  weeklyRest: strict({ days: z.tuple([z.literal('saturday'), z.literal('sunday')]), basis: text, readIn }),
  inLieu: z.array(inForce).min(1),
  holidays: z.array(holidaySchema).min(1),
});
export type CalendarLaw = z.infer<typeof lawFileSchema>;

export const lunarFileSchema = strict({
  statement: text,
  status: lawStatus,
  readIn,
  years: z.array(strict({ year, tet: day, hungKings: day })).min(1),
});
export type LunarDates = z.infer<typeof lunarFileSchema>;

const status = z.enum(['announced', 'unconfirmed']);
const noticeSchema = strict({
  year,
  /** Null where it is not known. */
  number: text.nullable(),
  issuer: text,
  tet: strict({ days: z.array(day).min(1), status, readIn }).exactOptional(),
  besideNationalDay: strict({ day, status, readIn }).exactOptional(),
  /** `working` may be missing only while the swap is unconfirmed. */
  swaps: z.array(strict({ off: day, working: day.exactOptional(), status, readIn })).exactOptional(),
});
export type Notice = z.infer<typeof noticeSchema>;
export const noticesFileSchema = strict({ notices: z.array(noticeSchema) });

/** All facts the calendar is computed from. */
export type CalendarFacts = { law: CalendarLaw; lunar: LunarDates; notices: Notice[] };
