import type { Command } from 'commander';
import { partTexts, printTexts } from '../../../contract/texts/cli/print.ts';
import type { Status } from '../../status.ts';
import { exitCodes } from '../exitCodes.ts';
import { table } from '../print/table.ts';
import type { Call, Cli } from '../session.ts';
import { onRun } from '../session.ts';
import { define } from './define.ts';

/** `status`: done only when every part answers */
export function addStatus(program: Command, cli: Cli): void {
  const command = define(program, cli, 'status', ['status', 'status --json']);
  onRun(command, cli, async (call) => {
    const status = await call.patiently(() => call.world.status(call.text('home')));
    return { text: statusText(status, call), json: status, exit: status.ok ? exitCodes.done : exitCodes.unreachable };
  });
}

function statusText({ ok, parts }: Status, call: Call): string {
  const header = [printTexts.colPart, printTexts.colWell, printTexts.colDetail].map((text) => call.say(text));
  const rows = parts.map((part) => [
    call.say(partTexts[part.name]),
    call.say(part.ok ? printTexts.yes : printTexts.no),
    part.detail,
  ]);
  const failed = parts.filter((part) => !part.ok).map((part) => call.say(partTexts[part.name]));
  const verdict = ok ? call.say(printTexts.statusGood) : call.say(printTexts.statusBad, { parts: failed.join(', ') });
  return `${table(header, rows, call.world.columns)}\n\n${verdict}`;
}
