import type { Command } from 'commander';
import { cliTexts } from '../../contract/texts/cli.ts';
import type { Locale, Text } from '../../contract/texts/text.ts';
import { say } from '../../contract/texts/text.ts';
import type { ExitCode } from './exitCodes.ts';
import { exitCodes } from './exitCodes.ts';
import { CliFailure } from './failure.ts';
import { withProgress } from './progress.ts';
import type { Installation, World } from './world.ts';

/** What a command gives back: the same information for people and for programs. */
export type Answer = { text: string; json: unknown; exit?: ExitCode };

/** Shared by all commands of one run. */
export type Cli = { world: World; locale: Locale; answer: Answer | null };

type OptionValue = string | string[] | boolean | undefined;

/** One command as it was called. */
export type Call = {
  world: World;
  locale: Locale;
  args: string[];
  text(option: string): string | undefined;
  texts(option: string): string[];
  flag(option: string): boolean;
  /** The positive whole number given. Throws CliFailure for anything else. */
  count(option: string): number | undefined;
  /** Who acts. Throws CliFailure when nobody was named. */
  person(): string;
  say(text: Text, values?: Record<string, string | number>): string;
  /** Does `work`, saying on stderr that it waits when it takes long. */
  patiently<T>(work: () => Promise<T>): Promise<T>;
  /** Opens the running installation for `work` and closes it after, patiently. */
  within<T>(work: (installation: Installation) => Promise<T>): Promise<T>;
};

/** Makes `run` what the command does. */
export function onRun(command: Command, cli: Cli, run: (call: Call) => Promise<Answer>): void {
  command.action(async () => {
    cli.answer = await run(callOf(cli, command.args, command.optsWithGlobals<Record<string, OptionValue>>()));
  });
}

function callOf(cli: Cli, args: string[], options: Record<string, OptionValue>): Call {
  const { world, locale } = cli;
  const text = (option: string): string | undefined => {
    const value = options[option];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    world,
    locale,
    args,
    text,
    texts(option) {
      const value = options[option];
      return Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
    },
    flag: (option) => options[option] === true,
    count: (option) => countOf(option, text(option)),
    person() {
      const person = text('as') ?? world.env.VINHDANH_AS;
      if (!person) throw new CliFailure({ exit: exitCodes.invalid, code: 'NOBODY_ACTS', text: cliTexts.whoActs });
      return person;
    },
    say: (wanted, values) => say(wanted, locale, values),
    patiently: (work) => withProgress(world, locale, work),
    within: (work) => withProgress(world, locale, () => within(world, text('home'), work)),
  };
}

async function within<T>(
  world: World,
  home: string | undefined,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const installation = await world.open(home);
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}

function countOf(option: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(given)) return Number(given);
  const name = `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  throw new CliFailure({
    exit: exitCodes.invalid,
    code: 'INVALID_OPTION',
    text: cliTexts.notPositiveInteger,
    values: { option: name },
  });
}
