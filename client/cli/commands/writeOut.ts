import { cliTexts } from '../../../contract/texts/cli.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';

/** Writes a file. Throws CliFailure when it cannot be written. */
export function writeOut(file: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    const values = { file, reason: error instanceof Error ? error.message : String(error) };
    throw new CliFailure({ exit: exitCodes.invalid, code: 'FILE_UNWRITABLE', text: cliTexts.fileUnwritable, values });
  }
}
