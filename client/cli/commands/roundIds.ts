import { roundParts } from '../../../contract/round.ts';
import { roundFailTexts } from '../../../contract/texts/cli/rounds.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';

/** Gives the id when it may be a round's. Throws CliFailure naming the right command for a nomination's id. */
export function checkedRoundId(given: string, rightCommand: string): string {
  // Ids of nominations have no slash and end with their number; whatever else is no round is told with those there are.
  if (roundParts(given) || !/^[^/\s]+-\d+$/.test(given)) return given;
  const values = { id: given, command: rightCommand.replace('{id}', given) };
  throw new CliFailure({ exit: exitCodes.invalid, code: 'UNKNOWN_ROUND', text: roundFailTexts.isNomination, values });
}

/** Gives the id when it may be a nomination's. Throws CliFailure naming the right command for a round's id. */
export function checkedNominationId(given: string, rightCommand: string): string {
  if (!roundParts(given)) return given;
  const values = { id: given, command: rightCommand.replace('{id}', given) };
  throw new CliFailure({ exit: exitCodes.invalid, code: 'UNKNOWN_NOMINATION', text: roundFailTexts.isRound, values });
}
