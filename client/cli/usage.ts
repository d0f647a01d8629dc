import type { CommanderError } from 'commander';
import { cliTexts } from '../../contract/texts/cli.ts';
import type { Locale, Text } from '../../contract/texts/text.ts';
import { say } from '../../contract/texts/text.ts';
import { exitCodes } from './exitCodes.ts';
import { CliFailure } from './failure.ts';

const textOf: Record<string, Text> = {
  'commander.unknownOption': cliTexts.usageUnknownOption,
  'commander.unknownCommand': cliTexts.usageUnknownCommand,
  'commander.missingArgument': cliTexts.usageMissingArgument,
  'commander.optionMissingArgument': cliTexts.usageMissingValue,
  'commander.excessArguments': cliTexts.usageExcess,
  // A command that has commands of its own, and none was named.
  'commander.help': cliTexts.usageNeedsCommand,
};

/** Gives the failure of a wrongly written command line: commander knows only English, its message holds the names. */
export function usageFailure(error: CommanderError, locale: Locale, command: string): CliFailure {
  const message = error.message.replace(/^error: /, '');
  const text = textOf[error.code] ?? cliTexts.usageOther;
  const name =
    (error.code === 'commander.excessArguments' ? excess(message) : /'([^']*)'/.exec(message)?.[1]) ?? message;
  const nearest = /\(Did you mean (?:one of )?(.*)\?\)/.exec(message)?.[1];
  const hint = say(cliTexts.usageSeeHelp, locale, { command });
  const lines = [...(nearest ? [say(cliTexts.usageNearest, locale, { name: nearest })] : []), hint];
  return new CliFailure({
    exit: exitCodes.invalid,
    code: 'WRONG_USAGE',
    text,
    values: { name, command },
    lines,
    details: { ...(nearest ? { nearest } : {}), hint },
  });
}

function excess(message: string): string | undefined {
  const [, expected, received] = /Expected (\d+) arguments? but got \d+: (.*)\.$/.exec(message) ?? [];
  return received?.split(', ').slice(Number(expected)).join(', ');
}
