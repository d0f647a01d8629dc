import type { Help } from 'commander';
import { Command } from 'commander';
import { helpTexts } from '../../contract/texts/cli/help.ts';
import type { Locale } from '../../contract/texts/text.ts';
import { addAct, addShortcuts } from './commands/act.ts';
import { addCalendar } from './commands/calendar.ts';
import { addCheck } from './commands/check.ts';
import { addDeadline } from './commands/deadline.ts';
import { addDiagram } from './commands/diagram.ts';
import { addGantt } from './commands/gantt.ts';
import { addHistory } from './commands/history.ts';
import { addInbox } from './commands/inbox.ts';
import { addMail } from './commands/mail.ts';
import { addNominate } from './commands/nominate.ts';
import { addNotices } from './commands/notices.ts';
import { addPeople } from './commands/people.ts';
import { addProgrammes } from './commands/programmes.ts';
import { addNudge, addProgress } from './commands/progress.ts';
import { addReport, addReports } from './commands/report.ts';
import { addRound } from './commands/round.ts';
import { addRounds } from './commands/rounds.ts';
import { addList, addShow } from './commands/show.ts';
import { addStatus } from './commands/status.ts';
import { addTimeline } from './commands/timeline.ts';
import { addVerify } from './commands/verify.ts';
import { addWebhook } from './commands/webhook.ts';
import { addWhy } from './commands/why.ts';
import { exitCodes } from './exitCodes.ts';
import { widthOf } from './print/width.ts';
import type { Cli } from './session.ts';

/** Builds the whole command line in one language. */
export function buildProgram(cli: Cli, version: string): Command {
  const { locale, world } = cli;
  const program = new Command('vinhdanh');
  program
    .description(helpTexts.about[locale])
    .usage(helpTexts.usage[locale])
    .version(version, '-V, --version', helpTexts.version[locale])
    .option('--as <person>', helpTexts.as[locale])
    .option('--json', helpTexts.json[locale])
    .option('--lang <lang>', helpTexts.lang[locale])
    .option('--home <folder>', helpTexts.home[locale])
    .helpOption('-h, --help', helpTexts.help[locale])
    .helpCommand(false)
    .configureHelp(localHelp(locale))
    .configureOutput({
      writeOut: (text) => world.out(text.trimEnd()),
      // The failure is printed once, in the person's language, by `run`.
      writeErr: () => {},
      outputError: () => {},
      getOutHelpWidth: () => world.columns ?? 100,
      getErrHelpWidth: () => world.columns ?? 100,
      getOutHasColors: () => false,
    })
    .exitOverride()
    .addHelpText('after', `\n${exitText(locale)}\n\n${helpTexts.examplesHeading[locale]}\n${firstSteps}`);
  const add = [
    addProgrammes,
    addPeople,
    addNominate,
    addInbox,
    addWhy,
    addAct,
    addShow,
    addList,
    addTimeline,
    addDiagram,
    addHistory,
    addRounds,
    addRound,
    addDeadline,
    addGantt,
    addProgress,
    addNudge,
    addReport,
    addReports,
    addCalendar,
    addNotices,
    addMail,
    addWebhook,
    addVerify,
    addCheck,
    addStatus,
  ];
  for (const one of add) one(program, cli);
  addShortcuts(program, cli);
  localizeUsage(program, locale);
  return program;
}

/** Commands inherit from the program but for their own usage and help option. */
function localizeUsage(parent: Command, locale: Locale): void {
  for (const command of parent.commands) {
    command.helpOption('-h, --help', helpTexts.help[locale]).helpCommand(false).usage(usageOf(command, locale));
    localizeUsage(command, locale);
  }
}

const firstSteps = [
  'programmes',
  'nominate --as bvvt.clerk --form de-nghi.yaml',
  'inbox --as khtc.reviewer',
  'why 004-0001 --as khtc.reviewer',
  'sign-off 004-0001 --as bvvt.head',
]
  .map((example) => `  npx vinhdanh ${example}`)
  .join('\n');

function exitText(locale: Locale): string {
  const lines = Object.values(exitCodes).map((code) => `  ${code}  ${helpTexts[`exit${code}`][locale]}`);
  return [helpTexts.exitHeading[locale], ...lines].join('\n');
}

function usageOf(command: Command, locale: Locale): string {
  const child = command.commands.length > 0 ? helpTexts.commandToGive[locale] : argumentsOf(command);
  return [child, helpTexts.usageOfCommand[locale]].join(' ').trimStart();
}

function argumentsOf(command: Command): string {
  return command.registeredArguments
    .map((argument) => (argument.required ? `<${argument.name()}>` : `[${argument.name()}]`))
    .join(' ');
}

/** Commander's own headings are English; each passes through `styleTitle`. */
function localHelp(locale: Locale): Partial<Help> {
  const titles: Record<string, string> = {
    'Usage:': helpTexts.usageHeading[locale],
    'Options:': helpTexts.optionsHeading[locale],
    'Global Options:': helpTexts.globalOptionsHeading[locale],
    'Arguments:': helpTexts.argumentsHeading[locale],
    'Commands:': helpTexts.commandsHeading[locale],
  };
  return {
    showGlobalOptions: true,
    displayWidth: widthOf,
    styleTitle: (title) => titles[title] ?? title,
    subcommandTerm: (command) => [command.name(), argumentsOf(command)].join(' ').trimEnd(),
  };
}
