import type { Command } from 'commander';
import type { Queue } from '../../../contract/roles.ts';
import { parseQueue, queueOf, roleNames } from '../../../contract/roles.ts';
import { optionTexts } from '../../../contract/texts/cli/help.ts';
import { cliTexts } from '../../../contract/texts/cli.ts';
import { together } from '../../core/together.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';
import { nudgeText, progressText } from '../print/progress.ts';
import type { Cli } from '../session.ts';
import { onRun } from '../session.ts';
import { define } from './define.ts';
import { checkedRoundId } from './roundIds.ts';

/** `progress [programme]`: how work stands, queue by queue and person by person */
export function addProgress(program: Command, cli: Cli): void {
  const say = (name: keyof typeof optionTexts) => optionTexts[name][cli.locale];
  const command = define(program, cli, 'progress', ['progress 004', 'progress 004 --queue reviewer@vanPhongSo'])
    .argument('[programme]', say('programme'))
    .option('--round <id>', say('roundId'))
    .option('--queue <queue>', say('queue'));
  onRun(command, cli, async (call) => {
    const [programmeId] = call.args;
    const roundId = call.text('round');
    const queue = call.text('queue');
    const scope = {
      ...(programmeId === undefined ? {} : { programmeId }),
      ...(roundId === undefined ? {} : { roundId: checkedRoundId(roundId, 'show {id}') }),
      ...(queue === undefined ? {} : { queue: checkedQueue(queue, '--queue') }),
    };
    const [queues, names] = await call.within(({ client }) =>
      together([client.insight.progress(scope), client.bodyNames()]),
    );
    return { text: progressText(queues, names, call), json: { ...scope, queues } };
  });
}

/** `nudge <person|queue>`: one notice a person and day, listing what is open for them */
export function addNudge(program: Command, cli: Cli): void {
  const say = (name: keyof typeof optionTexts) => optionTexts[name][cli.locale];
  const command = define(program, cli, 'nudge', [
    'nudge khtc.reviewer --as vps.secretary',
    'nudge reviewer@vanPhongSo --as syt.director --message "Đề nghị xử lý trước thứ Sáu"',
  ])
    .argument('<person-or-queue>', say('nudgeTarget'))
    .option('--message <text>', say('nudgeMessage'));
  onRun(command, cli, async (call) => {
    const [given = ''] = call.args;
    const target = given.includes('@') ? { queue: checkedQueue(given, '<person-or-queue>') } : { person: given };
    const message = call.text('message')?.trim().normalize('NFC') || null;
    const by = call.person();
    const outcomes = await call.within(({ client }) => client.insight.nudge(by, target, message));
    const sent = outcomes.some(({ kind }) => kind === 'nudged');
    return { text: nudgeText(outcomes, call), json: { outcomes }, exit: sent ? exitCodes.done : exitCodes.refused };
  });
}

function checkedQueue(given: string, option: string): Queue {
  try {
    const { role, body } = parseQueue(given);
    return queueOf(role, body);
  } catch {
    const allowed = roleNames.map((role) => `${role}@…`).join(', ');
    const values = { value: given, option, allowed };
    throw new CliFailure({ exit: exitCodes.invalid, code: 'INVALID_OPTION', text: cliTexts.unknownValue, values });
  }
}
