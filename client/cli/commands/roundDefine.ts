import type { Command } from 'commander';
import { optionTexts } from '../../../contract/texts/cli/help.ts';
import { roundCommandTexts } from '../../../contract/texts/cli/rounds.ts';
import type { Cli } from '../session.ts';
import { withExamples } from './define.ts';

/** Adds a command on one round, with its line of help and an example. */
export function defineOnRound(
  round: Command,
  cli: Cli,
  name: keyof typeof roundCommandTexts,
  example: string,
): Command {
  const command = round.command(name).description(roundCommandTexts[name][cli.locale]);
  command.argument('<round>', optionTexts.roundId[cli.locale]);
  return withExamples(command, cli, [`round ${name} 004/2.9/nam2021${example === '' ? '' : ` ${example}`}`]);
}
