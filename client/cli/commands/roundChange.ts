import type { Command } from 'commander';
import { changeCommandTexts, changeOptionTexts } from '../../../contract/texts/cli/changes.ts';
import { optionTexts } from '../../../contract/texts/cli/help.ts';
import { cliTexts } from '../../../contract/texts/cli.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';
import type { Call, Cli } from '../session.ts';
import { onRun } from '../session.ts';
import { addChangeOptions } from './changeOptions.ts';
import { applied, previewed } from './deadline.ts';
import { withExamples } from './define.ts';

const kinds = ['suspend', 'resume', 'cancel'] as const;

/** `round suspend|resume|cancel preview|apply <round>` */
export function addRoundChange(roundCommand: Command, cli: Cli): void {
  const { locale } = cli;
  for (const kind of kinds) {
    const example = `round ${kind} preview 004/2.4/nam2021 --reason "…" --as syt.director`;
    const command = withExamples(roundCommand.command(kind).description(changeCommandTexts[kind][locale]), cli, [
      example,
    ])
      .argument('<action>', changeOptionTexts.action[locale])
      .argument('<round>', optionTexts.roundId[locale])
      .option('--hash <hash>', changeOptionTexts.hash[locale])
      .option('--wait', changeOptionTexts.wait[locale]);
    onRun(addChangeOptions(command, cli), cli, (call) => {
      const spec = () => ({ kind, scope: { roundId: call.args[1] ?? '' } });
      return isApply(call) ? applied(call, spec) : previewed(call, spec, `round ${kind} apply`);
    });
  }
}

function isApply({ args: [action = ''] }: Call): boolean {
  if (action === 'apply' || action === 'preview') return action === 'apply';
  const values = { value: action, option: '<action>', allowed: 'preview, apply' };
  throw new CliFailure({ exit: exitCodes.invalid, code: 'INVALID_OPTION', text: cliTexts.unknownValue, values });
}
