import type { Command } from 'commander';
import type { ActType } from '../../../contract/events.ts';
import { helpTexts, optionTexts } from '../../../contract/texts/cli/help.ts';
import { transitionTexts } from '../../../contract/texts/transitions.ts';
import { outcomeAnswer } from '../print/outcome.ts';
import type { Answer, Call, Cli } from '../session.ts';
import { onRun } from '../session.ts';
import { bodyOf } from './actBody.ts';
import { addActOptions } from './actOptions.ts';
import { roleFor } from './actRole.ts';
import { actTypeLines, checkedActType, shortcuts } from './actTypes.ts';
import { define, withExamples } from './define.ts';
import { namesToSay, send } from './send.ts';

const examples = [
  'act 004-0001 draft.signOff --as bvvt.head',
  'act 004-0001 review.return --as khtc.reviewer --due 2021-11-30 --item "bienBan=Thiếu biên bản họp bình xét" --reason "Bổ sung theo Điều 84"',
  'act 004-0001 authority.award --as syt.director --decision-number 123/QĐ-SYT --decision-date 2021-12-20 --if-revision 7',
];

/** `act <id> <type>` */
export function addAct(program: Command, cli: Cli): void {
  const command = define(program, cli, 'act', examples);
  command
    .argument('<nomination>', helpTexts.nominationId[cli.locale])
    .argument('<act>', optionTexts.actType[cli.locale]);
  addActOptions(command, null, cli.locale);
  command.addHelpText('after', `\n${helpTexts.actsHeading[cli.locale]}\n${actTypeLines(cli.locale).join('\n')}`);
  onRun(command, cli, async (call) => {
    const [nominationId = '', type = ''] = call.args;
    return act(call, nominationId, checkedActType(type, call.locale));
  });
}

/** `sign-off <id>`, `return <id>`, …: one for each act */
export function addShortcuts(program: Command, cli: Cli): void {
  program.commandsGroup(helpTexts.shortcutsHeading[cli.locale]);
  for (const [type, { name, example }] of Object.entries(shortcuts) as [ActType, { name: string; example: string }][]) {
    const command = program.command(name).description(`${transitionTexts[type][cli.locale]} (${type})`);
    command.argument('<nomination>', helpTexts.nominationId[cli.locale]);
    addActOptions(withExamples(command, cli, [`${name} 004-0001 ${example}`]), type, cli.locale);
    onRun(command, cli, async (call) => act(call, call.args[0] ?? '', type));
  }
}

async function act(call: Call, nominationId: string, type: ActType): Promise<Answer> {
  const by = call.person();
  const body = bodyOf(call, type);
  const expectedRevision = call.count('ifRevision');
  return call.within(async ({ client }) => {
    const as = await roleFor(call, client, by, { nominationId, type });
    const request = { nominationId, type, as, body, ...(expectedRevision ? { expectedRevision } : {}) };
    const result = await send(call, (key) => client.act(by, request, key));
    return outcomeAnswer(result, type, { locale: call.locale, names: await namesToSay(client, result) });
  });
}
