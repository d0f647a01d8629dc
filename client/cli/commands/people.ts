import type { Command } from 'commander';
import { roleNames } from '../../../contract/roles.ts';
import { optionTexts } from '../../../contract/texts/cli/help.ts';
import { cliTexts } from '../../../contract/texts/cli.ts';
import { say } from '../../../contract/texts/text.ts';
import { together } from '../../core/together.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';
import { peopleText } from '../print/people.ts';
import type { Cli } from '../session.ts';
import { onRun } from '../session.ts';
import { checkedRole } from './actRole.ts';
import { define } from './define.ts';

/** `people` with filters */
export function addPeople(program: Command, cli: Cli): void {
  const command = define(program, cli, 'people', ['people', 'people --role reviewer', 'people --body benhVienBaRia'])
    .option('--role <role>', say(optionTexts.roleHeld, cli.locale, { allowed: roleNames.join(', ') }))
    .option('--body <id>', optionTexts.body[cli.locale]);
  onRun(command, cli, async (call) => {
    const role = call.text('role');
    const body = call.text('body');
    const filter = { ...(role === undefined ? {} : { role: checkedRole(role) }), ...(body ? { body } : {}) };
    const [people, names] = await call.within(({ client }) => together([client.people(filter), client.bodyNames()]));
    if (body !== undefined && !Object.hasOwn(names, body)) throw unknownBody(body);
    return { text: peopleText(people, names, call), json: { people } };
  });
}

/** A mistyped body must not look like one without people. */
function unknownBody(value: string): CliFailure {
  return new CliFailure({
    exit: exitCodes.invalid,
    code: 'UNKNOWN_BODY',
    text: cliTexts.unknownBody,
    values: { value },
  });
}
