import { CommanderError } from 'commander';
import { cliTexts } from '../../contract/texts/cli.ts';
import type { Locale } from '../../contract/texts/text.ts';
import { failureOf } from './errors.ts';
import type { ExitCode } from './exitCodes.ts';
import { exitCodes } from './exitCodes.ts';
import { CliFailure, failureForPeople, failureForPrograms } from './failure.ts';
import { buildProgram } from './program.ts';
import type { Cli } from './session.ts';
import { usageFailure } from './usage.ts';
import type { World } from './world.ts';

/**
 * Runs one command line (without `node` and the script) and gives what the process is to end with. Never throws:
 * whatever goes wrong is printed as a sentence, or under --json as one document, never as a stack.
 */
export async function run(argv: string[], world: World, version = '0'): Promise<ExitCode> {
  const json = argv.includes('--json');
  const cli: Cli = { world, locale: 'vi', answer: null };
  try {
    cli.locale = localeOf(argv, world);
    const program = buildProgram(cli, version);
    await program.parseAsync(argv.length === 0 ? ['--help'] : argv, { from: 'user' });
    const { answer } = cli;
    if (!answer) return exitCodes.done;
    world.out(json ? JSON.stringify(answer.json, null, 2) : answer.text);
    return answer.exit ?? exitCodes.done;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.done;
    const failure =
      error instanceof CommanderError
        ? usageFailure(error, cli.locale, commandOf(argv, cli))
        : failed(error, argv, cli);
    tell(failure, cli, json);
    return failure.facts.exit;
  }
}

function failed(error: unknown, argv: string[], { world, locale }: Cli): CliFailure {
  return failureOf(error, locale, (details) => world.log(optionIn(argv, '--home'), details));
}

function tell(failure: CliFailure, { world, locale }: Cli, json: boolean): void {
  if (json) world.out(JSON.stringify(failureForPrograms(failure, locale), null, 2));
  else world.err(failureForPeople(failure, locale));
}

/** The language must be known before the program is built, so it is looked for by hand. */
function localeOf(argv: string[], world: World): Locale {
  const given = optionIn(argv, '--lang');
  // A wrong word in the environment must not make every command fail; a wrong option is told.
  if (given === undefined) return world.env.VINHDANH_LANG === 'en' ? 'en' : 'vi';
  if (given === 'vi' || given === 'en') return given;
  const values = { value: given, option: '--lang', allowed: 'vi, en' };
  throw new CliFailure({ exit: exitCodes.invalid, code: 'INVALID_OPTION', text: cliTexts.unknownValue, values });
}

function optionIn(argv: string[], option: string): string | undefined {
  const joined = argv.find((arg) => arg.startsWith(`${option}=`));
  if (joined) return joined.slice(option.length + 1);
  const at = argv.indexOf(option);
  return at === -1 ? undefined : (argv[at + 1] ?? '');
}

function commandOf(argv: string[], cli: Cli): string {
  const names = buildProgram(cli, '0').commands.map((command) => command.name());
  const name = argv.find((arg) => names.includes(arg));
  return name ? `npx vinhdanh ${name}` : 'npx vinhdanh';
}
