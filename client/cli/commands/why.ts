import type { Command } from 'commander';
import { helpTexts, optionTexts } from '../../../contract/texts/cli/help.ts';
import { sayRefusal } from '../../../contract/texts/refusals.ts';
import { whyText } from '../print/why.ts';
import type { Cli } from '../session.ts';
import { onRun } from '../session.ts';
import { checkedActType } from './actTypes.ts';
import { define } from './define.ts';

/** `why <id> [type]` */
export function addWhy(program: Command, cli: Cli): void {
  const command = define(program, cli, 'why', [
    'why 004-0001 --as khtc.reviewer',
    'why 004-0001 award --as syt.director',
  ]);
  command
    .argument('<nomination>', helpTexts.nominationId[cli.locale])
    .argument('[act]', optionTexts.actType[cli.locale]);
  onRun(command, cli, async (call) => {
    const [nominationId = '', given] = call.args;
    const person = call.person();
    const type = given === undefined ? undefined : checkedActType(given, call.locale);
    const answers = await call.within(({ client }) => client.why(person, nominationId, type));
    const said = answers.map((answer) => ({
      ...answer,
      refusals: answer.refusals.map((refusal) => ({ ...refusal, ...sayRefusal(refusal, call.locale) })),
    }));
    return { text: whyText(person, nominationId, answers, call), json: { nominationId, person, answers: said } };
  });
}
