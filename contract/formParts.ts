import { z } from 'zod';

/** Fields that forms have in common. Not for workflows: this file imports zod. */

/** The days a person or a definition may name: no season lies outside them, and no instant reckoned from them is out of range. */
export const namedDays = { earliest: '2000-01-01', latest: '2099-12-31' } as const;

/** A local day, `YYYY-MM-DD`, from 2000 to 2099. `abort`: inside a union, a wrong day is reported with the words that would do as well. */
export const day = z.iso
  .date({ abort: true })
  .refine((value) => value >= namedDays.earliest && value <= namedDays.latest, {
    abort: true,
    error: `Not a day from ${namedDays.earliest} to ${namedDays.latest}`,
    params: { problem: 'dayOutside', ...namedDays },
  });

/** What a person writes: trimmed, not empty, NFC. */
export const text = z
  .string()
  .trim()
  .min(1)
  .max(20_000)
  .transform((value) => value.normalize('NFC'));
export const optionalText = text.optional();
