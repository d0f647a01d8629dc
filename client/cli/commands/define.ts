import type { Command } from 'commander';
import type { CommandName } from '../../../contract/texts/cli/help.ts';
import { commandTexts, helpTexts } from '../../../contract/texts/cli/help.ts';
import type { Cli } from '../session.ts';

/** Adds a command with its line of help and examples (each without `npx vinhdanh`). */
export function define(program: Command, cli: Cli, name: CommandName, examples: string[]): Command {
  return withExamples(program.command(name).description(commandTexts[name][cli.locale]), cli, examples);
}

/** Adds examples below the command's help. */
export function withExamples(command: Command, cli: Cli, examples: string[]): Command {
  const lines = examples.map((example) => `  npx vinhdanh ${example}`);
  return command.addHelpText('after', `\n${helpTexts.examplesHeading[cli.locale]}\n${lines.join('\n')}`);
}

/** Gathers the values of an option that may be repeated. */
export function gather(value: string, earlier: string[] | undefined): string[] {
  return [...(earlier ?? []), value];
}
