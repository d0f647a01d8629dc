import { z } from 'zod';
import type { ChangeRequest } from '../../../contract/changeSpec.ts';
import { changeRequestSchema } from '../../../contract/changeSpec.ts';
import { checkForm, readForm } from '../form/read.ts';
import type { Call } from '../session.ts';
import { writeOut } from './writeOut.ts';

/** A preview kept in a file, to be applied as it is: somebody else may look at it first. */
const savedSchema = z.strictObject({ request: changeRequestSchema, hash: z.string().regex(/^[0-9a-f]{64}$/) });
export type SavedPreview = z.infer<typeof savedSchema>;

/** Keeps what was previewed in the file `--save` names. Throws CliFailure when it cannot be written. */
export function savePreview(call: Call, file: string, request: ChangeRequest, hash: string): void {
  writeOut(file, () => call.world.writeText(file, `${JSON.stringify({ request, hash }, null, 2)}\n`));
}

/** Gives what `--preview` names, or null without it. Throws CliFailure when it cannot be read or is no preview. */
export function readPreview(call: Call): SavedPreview | null {
  const file = call.text('preview');
  if (file === undefined) return null;
  return checkForm(savedSchema, readForm(call.world, file, call.locale), call.locale);
}
