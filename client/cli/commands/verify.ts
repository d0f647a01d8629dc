import type { Command } from 'commander';
import { exitCodes } from '../exitCodes.ts';
import { verifyText } from '../print/verify.ts';
import type { Cli } from '../session.ts';
import { onRun } from '../session.ts';
import { define } from './define.ts';

/** `verify`: the audit chain */
export function addVerify(program: Command, cli: Cli): void {
  const command = define(program, cli, 'verify', ['verify', 'verify --json']);
  onRun(command, cli, async (call) => {
    const report = await call.within(({ client }) => client.verify());
    const sound = report.broken.length === 0;
    const json = { sound, ...report };
    return { text: verifyText(report, call), json, exit: sound ? exitCodes.done : exitCodes.unexpected };
  });
}
