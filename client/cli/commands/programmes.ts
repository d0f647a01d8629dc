import type { Command } from 'commander';
import { optionTexts } from '../../../contract/texts/cli/help.ts';
import { cliTexts } from '../../../contract/texts/cli.ts';
import { together } from '../../core/together.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';
import { programmesText } from '../print/programmes.ts';
import type { Cli } from '../session.ts';
import { onRun } from '../session.ts';
import { define } from './define.ts';

/** `programmes [id]` */
export function addProgrammes(program: Command, cli: Cli): void {
  const command = define(program, cli, 'programmes', ['programmes', 'programmes 004 --json']);
  command.argument('[id]', optionTexts.programmeId[cli.locale]);
  onRun(command, cli, async (call) => {
    const [all, names] = await call.within(({ client }) => together([client.programmes(), client.bodyNames()]));
    const [id] = call.args;
    const programmes = id === undefined ? all : all.filter((one) => one.id === id);
    if (id !== undefined && programmes.length === 0) {
      const values = { id, allowed: all.map((one) => one.id).join(', ') };
      throw new CliFailure({
        exit: exitCodes.invalid,
        code: 'UNKNOWN_PROGRAMME',
        text: cliTexts.unknownProgramme,
        values,
      });
    }
    return { text: programmesText(programmes, names, call), json: { programmes } };
  });
}
