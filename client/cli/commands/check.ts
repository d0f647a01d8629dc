import type { Command } from 'commander';
import { optionTexts } from '../../../contract/texts/cli/help.ts';
import { exitCodes } from '../exitCodes.ts';
import { checkText } from '../print/check.ts';
import type { Cli } from '../session.ts';
import { onRun } from '../session.ts';
import { define } from './define.ts';
import { knownPerson } from './person.ts';

/** `check`: nothing without an owner, over the whole database */
export function addCheck(program: Command, cli: Cli): void {
  const command = define(program, cli, 'check', ['check', 'check --engine', 'check --json']);
  command.option('--engine', optionTexts.withEngine[cli.locale]);
  onRun(command, cli, async (call) => {
    // Anybody may check; a name nobody has is still a mistake worth telling.
    const by = call.text('as');
    if (by !== undefined) await call.within(({ client }) => knownPerson(client, by));
    const report = await call.patiently(() => call.world.check(call.text('home'), call.flag('engine')));
    const clean = report.violations.length === 0;
    return {
      text: checkText(report, call),
      json: { clean, ...report },
      exit: clean ? exitCodes.done : exitCodes.unexpected,
    };
  });
}
