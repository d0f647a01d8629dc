import type { Command } from 'commander';
import { helpTexts } from '../../../contract/texts/cli/help.ts';
import { together } from '../../core/together.ts';
import { timelineText } from '../print/timeline.ts';
import type { Cli } from '../session.ts';
import { onRun } from '../session.ts';
import { define } from './define.ts';
import { checkedNominationId } from './roundIds.ts';

/** `timeline <id>` */
export function addTimeline(program: Command, cli: Cli): void {
  const command = define(program, cli, 'timeline', ['timeline 004-0001', 'timeline 004-0001 --lang en']);
  command.argument('<nomination>', helpTexts.nominationId[cli.locale]);
  onRun(command, cli, async (call) => {
    const nominationId = checkedNominationId(call.args[0] ?? '', 'round timeline {id}');
    const [entries, names] = await call.within(({ client }) =>
      together([client.timeline(nominationId), client.bodyNames()]),
    );
    return { text: timelineText(nominationId, entries, names, call), json: { nominationId, entries } };
  });
}
