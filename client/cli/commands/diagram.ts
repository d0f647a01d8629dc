import { resolve } from 'node:path';
import type { Command } from 'commander';
import { helpTexts, optionTexts } from '../../../contract/texts/cli/help.ts';
import { printTexts } from '../../../contract/texts/cli/print.ts';
import { cliTexts } from '../../../contract/texts/cli.ts';
import type { Locale } from '../../../contract/texts/text.ts';
import type { Position } from '../../../machines/diagram/drawing.ts';
import { nominationSvg, toMermaid } from '../../../machines/diagram/drawing.ts';
import { arrows, isNext } from '../../../machines/diagram/graph.ts';
import { together } from '../../core/together.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';
import type { Call, Cli } from '../session.ts';
import { onRun } from '../session.ts';
import { define } from './define.ts';

const diagramFormats = ['mermaid', 'svg'] as const;
type DiagramFormat = (typeof diagramFormats)[number];

/** `diagram <id>`: current state, path taken, what can come next */
export function addDiagram(program: Command, cli: Cli): void {
  const command = define(program, cli, 'diagram', ['diagram 004-0001', 'diagram 004-0001 --format svg --out so-do.svg'])
    .argument('<nomination>', helpTexts.nominationId[cli.locale])
    .option('--format <format>', optionTexts.format[cli.locale])
    .option('--out <file>', optionTexts.out[cli.locale]);
  onRun(command, cli, async (call) => {
    const [nominationId = ''] = call.args;
    const format = formatOf(call);
    const position = await call.within(async ({ client }) => {
      const [{ state, road }, pathTaken] = await together([client.show(nominationId), client.path(nominationId)]);
      return { current: state, pathTaken, road };
    });
    const diagram = draw(format, position, call.locale);
    const out = call.text('out');
    const next = arrows.filter((arrow) => isNext(arrow, position)).map(({ to, types }) => ({ to, types }));
    const json = {
      nominationId,
      ...position,
      next,
      format,
      ...(out === undefined ? { diagram } : { file: resolve(out) }),
    };
    if (out === undefined) return { text: diagram.trimEnd(), json };
    write(call, out, diagram);
    return { text: call.say(printTexts.diagramWritten, { file: out }), json };
  });
}

function draw(format: DiagramFormat, position: Position, locale: Locale): string {
  return format === 'svg' ? nominationSvg(locale, position) : toMermaid(locale, position);
}

function write(call: Call, file: string, diagram: string): void {
  try {
    call.world.writeText(file, diagram);
  } catch (error) {
    const values = { file, reason: error instanceof Error ? error.message : String(error) };
    throw new CliFailure({ exit: exitCodes.invalid, code: 'FILE_UNWRITABLE', text: cliTexts.fileUnwritable, values });
  }
}

function formatOf(call: Call): DiagramFormat {
  const out = call.text('out');
  const given = call.text('format') ?? (out?.toLowerCase().endsWith('.svg') ? 'svg' : 'mermaid');
  const format = diagramFormats.find((name) => name === given);
  if (format) return format;
  const values = { value: given, option: '--format', allowed: diagramFormats.join(', ') };
  throw new CliFailure({ exit: exitCodes.invalid, code: 'INVALID_OPTION', text: cliTexts.unknownValue, values });
}
