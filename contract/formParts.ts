import { z } from 'zod';

/** Fields that forms have in common. Not for workflows: this file imports zod. */

/** A local day, `YYYY-MM-DD`. */
export const day = z.iso.date();

/** What a person writes: trimmed, not empty, NFC. */
export const text = z
  .string()
  .trim()
  .min(1)
  .max(20_000)
  .transform((value) => value.normalize('NFC'));
export const optionalText = text.optional();
