import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const caseSchema = z.strictObject({
  name: z.string(),
  find: z.string(),
  replace: z.string(),
  expected: z.array(z.string()),
});
export type MalformedCase = z.infer<typeof caseSchema>;

/** Gives the text of a file beside this one. */
export function supportText(name: string): string {
  return readFileSync(`${import.meta.dirname}/${name}`, 'utf8');
}

/** Gives the cases of a file: one definition, one change, and everything the loader then says. */
export function malformedCases(name: string): MalformedCase[] {
  return z.array(caseSchema).parse(parse(supportText(name)));
}

/** Gives the text with the case's one change; `NFD` instead of a replacement decomposes what was found. */
export function changed(text: string, { name, find, replace }: MalformedCase): string {
  if (!text.includes(find)) throw new Error(`Case "${name}" changes nothing`);
  return text.replace(find, () => (replace === 'NFD' ? find.normalize('NFD') : replace));
}
