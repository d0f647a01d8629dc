import { z } from 'zod';
import type { ChangeRequest } from '../../../contract/changeSpec.ts';
import { changeRequestSchema } from '../../../contract/changeSpec.ts';
import type { ChangePreview } from '../../../contract/changes.ts';
import { changePrintTexts } from '../../../contract/texts/cli/changes.ts';
import type { Text } from '../../../contract/texts/text.ts';
import { effectsOf } from '../../core/changes/hash.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';
import { checkForm, readForm } from '../form/read.ts';
import type { Call } from '../session.ts';
import { refuseBeside } from './changeOptions.ts';
import { writeOut } from './writeOut.ts';

/** A preview kept in a file, to be applied as it is: somebody else may look at it first. Earlier versions kept less. */
const savedSchema = z.strictObject({
  request: changeRequestSchema,
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** The hash holds for its author. */
  by: z.string().min(1).exactOptional(),
  effects: z.record(z.string(), z.string()).exactOptional(),
});
export type SavedPreview = z.infer<typeof savedSchema>;

/** What the file says already. */
const saidInFile = [
  ...['nomination', 'round', 'programme', 'unit', 'person', 'deadline', 'to', 'addDays', 'working', 'calendar'],
  ...['reason', 'role', 'holdNotices'],
];

/** Keeps what `by` previewed in the file `--save` names. Throws CliFailure when it cannot be written. */
export function savePreview(
  call: Call,
  file: string,
  { request, by, preview }: { request: ChangeRequest; by: string; preview: ChangePreview },
): void {
  const saved: SavedPreview = { request, hash: preview.hash, by, effects: effectsOf(request, preview) };
  writeOut(file, () => call.world.writeText(file, `${JSON.stringify(saved, null, 2)}\n`));
}

/**
 * Gives what `--preview` names, or null without it. Throws CliFailure when it cannot be read or is no preview, is another
 * person's than `by`, or when an option says something else.
 */
export function readPreview(call: Call, by: string): SavedPreview | null {
  const file = call.text('preview');
  if (file === undefined) return null;
  refuseBeside(call, '--preview', saidInFile);
  const saved = checkForm(savedSchema, readForm(call.world, file, call.locale), call.locale);
  const hash = call.text('hash');
  if (hash !== undefined && hash !== saved.hash) throw wrong('HASH_DIFFERS', changePrintTexts.otherHash, { file });
  const { by: author = by } = saved;
  if (author !== by) throw wrong('OTHER_AUTHOR', changePrintTexts.otherAuthor, { file, by: author });
  return saved;
}

function wrong(code: string, text: Text, values: Record<string, string>): CliFailure {
  return new CliFailure({ exit: exitCodes.invalid, code, text, values });
}
