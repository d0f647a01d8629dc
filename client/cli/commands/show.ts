import type { Command } from 'commander';
import { stateNames } from '../../../contract/states.ts';
import { helpTexts, optionTexts } from '../../../contract/texts/cli/help.ts';
import { cliTexts } from '../../../contract/texts/cli.ts';
import { together } from '../../core/together.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';
import { listText } from '../print/list.ts';
import { showText } from '../print/show.ts';
import type { Call, Cli } from '../session.ts';
import { onRun } from '../session.ts';
import { define } from './define.ts';
import { checkedNominationId } from './roundIds.ts';

/** `show <id>` */
export function addShow(program: Command, cli: Cli): void {
  const command = define(program, cli, 'show', ['show 004-0001', 'show 004-0001 --json']);
  command.argument('<nomination>', helpTexts.nominationId[cli.locale]);
  onRun(command, cli, async (call) => {
    const nominationId = checkedNominationId(call.args[0] ?? '', 'round show {id}');
    const [view, names] = await call.within(({ client }) => together([client.show(nominationId), client.bodyNames()]));
    return { text: showText(view, names, call), json: view };
  });
}

/** `list` with filters */
export function addList(program: Command, cli: Cli): void {
  const say = (name: keyof typeof optionTexts) => optionTexts[name][cli.locale];
  const command = define(program, cli, 'list', [
    'list --programme 004 --movement 2.2',
    'list --state returned --unit benhVienVungTau',
  ])
    .option('--programme <id>', say('programme'))
    .option('--movement <id>', say('movement'))
    .option('--state <state>', say('state'))
    .option('--unit <id>', say('unit'))
    .option('--limit <n>', say('limit'));
  onRun(command, cli, async (call) => {
    const filter = filterOf(call);
    const nominations = await call.within(({ client }) => client.list(filter));
    return { text: listText(nominations, call), json: { nominations } };
  });
}

function filterOf(call: Call) {
  const programmeId = call.text('programme');
  const movementId = call.text('movement');
  const unitId = call.text('unit');
  const limit = call.count('limit');
  const state = stateOf(call);
  return {
    ...(programmeId ? { programmeId } : {}),
    ...(movementId ? { movementId } : {}),
    ...(unitId ? { unitId } : {}),
    ...(limit ? { limit } : {}),
    ...(state ? { state } : {}),
  };
}

function stateOf(call: Call) {
  const given = call.text('state');
  if (given === undefined) return undefined;
  const state = stateNames.find((name) => name === given);
  if (state) return state;
  const values = { value: given, option: '--state', allowed: stateNames.join(', ') };
  throw new CliFailure({ exit: exitCodes.invalid, code: 'INVALID_OPTION', text: cliTexts.unknownValue, values });
}
