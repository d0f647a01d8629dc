import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { optionTexts } from '../../../contract/texts/cli/help.ts';
import { cliTexts } from '../../../contract/texts/cli.ts';
import { ganttTexts } from '../../../contract/texts/gantt.ts';
import type { Gantt } from '../../gantt/types.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';
import { homeFolder } from '../home.ts';
import type { Call, Cli } from '../session.ts';
import { onRun } from '../session.ts';
import { dayOption } from './dayOption.ts';
import { define } from './define.ts';
import { writeOut } from './writeOut.ts';

/** `gantt <programme>`: what is due when; without a running installation from the definitions alone */
export function addGantt(program: Command, cli: Cli): void {
  const say = (name: keyof typeof optionTexts) => optionTexts[name][cli.locale];
  const command = define(program, cli, 'gantt', ['gantt 004', 'gantt 003 --svg tien-do.svg --today 2020-07-20'])
    .argument('<programme>', say('programme'))
    .option('--svg [file]', say('svg'))
    .option('--today <day>', say('today'));
  onRun(command, cli, async (call) => {
    const [programmeId = ''] = call.args;
    const gantt = await ganttFor(call, programmeId, dayOption(call, 'today'));
    const file = call.text('svg');
    if (file === undefined && !call.flag('svg')) {
      const { ganttText } = await import('../../gantt/text.ts');
      return { text: ganttText(gantt, call.locale, call.world.columns), json: gantt };
    }
    const { ganttSvg } = await import('../../gantt/svg.ts');
    const svg = ganttSvg(gantt, call.locale);
    if (file === undefined) return { text: svg.trimEnd(), json: { ...gantt, svg } };
    writeOut(file, () => call.world.writeText(file, svg));
    return { text: call.say(ganttTexts.written, { file }), json: { ...gantt, file: resolve(file) } };
  });
}

async function ganttFor(call: Call, programmeId: string, today: string | undefined): Promise<Gantt> {
  try {
    return await call.within(({ client }) => client.insight.gantt(programmeId, call.locale, today));
  } catch (error) {
    if (!(error instanceof CliFailure) || error.facts.code !== 'NOT_RUNNING') throw error;
    return fromDefinition(call, programmeId, today);
  }
}

async function fromDefinition(call: Call, programmeId: string, today: string | undefined): Promise<Gantt> {
  const { loadProgrammes } = await import('../../../programmes/loader/load.ts');
  const { ganttOf } = await import('../../gantt/data.ts');
  const { programmes, directory } = loadProgrammes(call.world.env.VINHDANH_PROGRAMMES);
  const programme = programmes.get(programmeId)?.programme;
  if (!programme) {
    const values = { id: programmeId, allowed: [...programmes.keys()].join(', ') };
    throw new CliFailure({
      exit: exitCodes.invalid,
      code: 'UNKNOWN_PROGRAMME',
      text: cliTexts.unknownProgramme,
      values,
    });
  }
  const names = Object.fromEntries(directory.bodies.map(({ id, short }) => [id, short]));
  // Without an installation there is no programme clock: the day is the real one unless another is named.
  const now = today === undefined ? new Date().toISOString() : `${today}T05:00:00.000Z`;
  return ganttOf({
    programme,
    record: null,
    begunAt: null,
    stopped: wasInstalled(call),
    now,
    names,
    locale: call.locale,
  });
}

/** Every data folder is stamped with its version when it is made: then there is a record, which only the database can read. */
function wasInstalled(call: Call): boolean {
  try {
    call.world.readText(join(homeFolder(call.text('home'), call.world.env), 'version.json'));
    return true;
  } catch {
    return false;
  }
}
