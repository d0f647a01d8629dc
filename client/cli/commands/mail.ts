import type { Command } from 'commander';
import { optionTexts } from '../../../contract/texts/cli/help.ts';
import { cliTexts } from '../../../contract/texts/cli.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';
import { mailListText, mailText } from '../print/mail.ts';
import type { Answer, Call, Cli } from '../session.ts';
import { onRun } from '../session.ts';
import { bounce } from './bounce.ts';
import { define } from './define.ts';

/** `mail [id]`, `mail bounce <file|->` */
export function addMail(program: Command, cli: Cli): void {
  const say = (name: keyof typeof optionTexts) => optionTexts[name][cli.locale];
  const command = define(program, cli, 'mail', [
    'mail --to bvvt.clerk@',
    'mail --nomination 004-0001',
    'mail 5f2b…',
    'mail bounce bao-cao.eml',
  ])
    .argument('[mail]', say('mailId'))
    .argument('[file]', say('bounceFile'))
    .option('--to <recipient>', say('to'))
    .option('--nomination <id>', say('nomination'))
    .option('--limit <n>', say('limit'));
  onRun(command, cli, async (call) => {
    const [id] = call.args;
    if (id === 'bounce') return bounce(call);
    return id === undefined ? listed(call) : read(call, id);
  });
}

async function listed(call: Call): Promise<Answer> {
  const recipient = call.text('to');
  const nomination = call.text('nomination');
  const limit = call.count('limit');
  const filter = {
    ...(recipient ? { recipient } : {}),
    ...(nomination ? { nomination } : {}),
    ...(limit ? { limit } : {}),
  };
  const list = await call.patiently(() => call.world.mailbox(call.text('home')).list(filter));
  return { text: mailListText(list, call), json: list };
}

async function read(call: Call, id: string): Promise<Answer> {
  const mail = await call.patiently(() => call.world.mailbox(call.text('home')).read(id));
  if (!mail)
    throw new CliFailure({ exit: exitCodes.invalid, code: 'UNKNOWN_MAIL', text: cliTexts.unknownMail, values: { id } });
  return { text: mailText(mail, call), json: mail };
}
