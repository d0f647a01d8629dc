import { reportListTexts } from '../../../contract/texts/reports.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';
import type { Call } from '../session.ts';

/** Gives the local day of an option, or undefined. Throws CliFailure for what is no real day. */
export function dayOption(call: Call, option: string): string | undefined {
  const value = call.text(option);
  if (value === undefined) return undefined;
  const real = /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));
  if (real && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value)) return value;
  const values = { option: `--${option}`, value };
  throw new CliFailure({ exit: exitCodes.invalid, code: 'INVALID_OPTION', text: reportListTexts.notADay, values });
}
