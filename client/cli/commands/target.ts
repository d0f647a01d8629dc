import { noticePrintTexts } from '../../../contract/texts/cli/notices.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';
import type { Call } from '../session.ts';

/** Gives the second argument of a command of two words. Throws CliFailure when it is missing. */
export function target(call: Call, command: string): string {
  const [, given] = call.args;
  if (given !== undefined && given !== '') return given;
  const text = noticePrintTexts.missingTarget;
  throw new CliFailure({ exit: exitCodes.invalid, code: 'WRONG_USAGE', text, values: { command } });
}
