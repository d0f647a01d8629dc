import type { Command } from 'commander';
import { helpTexts } from '../../../contract/texts/cli/help.ts';
import { cliTexts } from '../../../contract/texts/cli.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';
import { historyText } from '../print/history.ts';
import type { Cli } from '../session.ts';
import { onRun } from '../session.ts';
import { define } from './define.ts';
import { knownPerson, personName } from './person.ts';

/** `history <id>`, for administrators */
export function addHistory(program: Command, cli: Cli): void {
  const command = define(program, cli, 'history', [
    'history 004-0001 --as syt.admin',
    'history 004-0001 --as syt.admin --json',
  ]);
  command.argument('<nomination>', helpTexts.nominationId[cli.locale]);
  onRun(command, cli, async (call) => {
    const [nominationId = ''] = call.args;
    const person = call.person();
    const events = await call.within(async ({ client }) => {
      const { name, roles } = await knownPerson(client, person);
      if (!roles.some(({ role }) => role === 'administrator')) {
        const values = { person: personName({ id: person, name }), id: nominationId };
        throw new CliFailure({
          exit: exitCodes.refused,
          code: 'ADMINISTRATORS_ONLY',
          text: cliTexts.administratorsOnly,
          values,
        });
      }
      return client.history(nominationId);
    });
    return { text: historyText(nominationId, events, call), json: { nominationId, events } };
  });
}
