import type { Command } from 'commander';
import { roundStateNames } from '../../../contract/roundStates.ts';
import { optionTexts } from '../../../contract/texts/cli/help.ts';
import { roundFailTexts, roundOptionTexts } from '../../../contract/texts/cli/rounds.ts';
import { cliTexts } from '../../../contract/texts/cli.ts';
import { say } from '../../../contract/texts/text.ts';
import { together } from '../../core/together.ts';
import type { RoundSummary, VinhDanh } from '../../core/types.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';
import type { ListedRound } from '../print/rounds.ts';
import { coverageOf, roundsText } from '../print/rounds.ts';
import type { Call, Cli } from '../session.ts';
import { onRun } from '../session.ts';
import { define } from './define.ts';

/** `rounds [programme]` */
export function addRounds(program: Command, cli: Cli): void {
  const command = define(program, cli, 'rounds', ['rounds 004', 'rounds 003 --state open'])
    .argument('[programme]', optionTexts.programmeId[cli.locale])
    .option('--movement <id>', optionTexts.movement[cli.locale])
    .option('--state <state>', say(roundOptionTexts.state, cli.locale, { allowed: roundStateNames.join(', ') }));
  onRun(command, cli, async (call) => {
    const filter = filterOf(call);
    const { rounds, now } = await call.within(async ({ client }) => {
      const found = await client.rounds(filter);
      if (found.length === 0) await checkProgramme(client, filter.programmeId);
      return { rounds: await withCoverage(client, found), now: client.now() };
    });
    return { text: roundsText(rounds, now, call), json: { rounds } };
  });
}

function filterOf(call: Call) {
  const [programmeId] = call.args;
  const movementId = call.text('movement');
  const given = call.text('state');
  const state = roundStateNames.find((name) => name === given);
  if (given !== undefined && !state) {
    const values = { value: given, option: '--state', allowed: roundStateNames.join(', ') };
    throw new CliFailure({ exit: exitCodes.invalid, code: 'INVALID_OPTION', text: cliTexts.unknownValue, values });
  }
  return {
    ...(programmeId === undefined ? {} : { programmeId }),
    ...(movementId === undefined ? {} : { movementId }),
    ...(state ? { state } : {}),
  };
}

/** A mistyped programme must not look like one without rounds. */
async function checkProgramme(client: VinhDanh, id: string | undefined): Promise<void> {
  if (id === undefined) return;
  const known = (await client.programmes()).map((programme) => programme.id);
  if (known.includes(id)) return;
  const values = { value: id, allowed: known.join(', ') };
  const text = roundFailTexts.unknownProgramme;
  throw new CliFailure({ exit: exitCodes.invalid, code: 'UNKNOWN_PROGRAMME', text, values });
}

/** Only a movement that was launched asks its units. */
const unlaunched: readonly string[] = ['planning', 'planReview', 'approved', 'cancelled'];

async function withCoverage(client: VinhDanh, rounds: RoundSummary[]): Promise<ListedRound[]> {
  return together(
    rounds.map(async (round) => {
      if (unlaunched.includes(round.state)) return { ...round, coverage: null };
      const { coverage } = await client.round(round.roundId);
      return { ...round, coverage: coverageOf(coverage) };
    }),
  );
}
