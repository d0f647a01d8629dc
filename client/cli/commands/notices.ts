import type { Command } from 'commander';
import { optionTexts } from '../../../contract/texts/cli/help.ts';
import { deliveryStatusTexts, noticePrintTexts } from '../../../contract/texts/cli/notices.ts';
import { cliTexts } from '../../../contract/texts/cli.ts';
import { say } from '../../../contract/texts/text.ts';
import type { OutboxStatus } from '../../../store/schema/outbox.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';
import { batchPreviewText, heldText, settledText } from '../print/heldBatches.ts';
import { noticeLogText } from '../print/noticeLog.ts';
import { noticesText } from '../print/notices.ts';
import type { Answer, Call, Cli } from '../session.ts';
import { onRun } from '../session.ts';
import { define } from './define.ts';
import { withNotices } from './noticesOf.ts';
import { target } from './target.ts';

const statuses = Object.keys(deliveryStatusTexts) as OutboxStatus[];

/** `notices`, `notices <id>`, `notices held|preview|release|drop|log|retry` */
export function addNotices(program: Command, cli: Cli): void {
  const option = (name: keyof typeof optionTexts, values = {}) => say(optionTexts[name], cli.locale, values);
  const command = define(program, cli, 'notices', [
    'notices --as bvvt.clerk --unread',
    'notices held --as syt.admin',
    'notices preview 3f… --as syt.admin',
    'notices log --status dead --as syt.admin',
  ])
    .argument('[action]', option('noticeAction'))
    .argument('[id]', option('noticeTarget'))
    .option('--unread', option('unread'))
    .option('--status <status>', option('noticeStatus', { allowed: statuses.join(', ') }))
    .option('--subject <id>', option('noticeSubject'))
    .option('--reason <text>', option('reason'))
    .option('--limit <n>', option('limit'));
  onRun(command, cli, (call) => {
    const [action] = call.args;
    const known =
      action !== undefined && Object.hasOwn(actions, action) ? actions[action as keyof typeof actions] : null;
    return known ? known(call) : action === undefined ? listed(call) : read(call, action);
  });
}

const actions = { held, preview, release, drop, log, retry };

async function listed(call: Call): Promise<Answer> {
  const person = call.person();
  const limit = call.count('limit');
  const filter = { unread: call.flag('unread'), ...(limit ? { limit } : {}) };
  const notices = await withNotices(call, (client) => client.mine(person, filter));
  return { text: noticesText(notices, person, call), json: { person, notices } };
}

async function read(call: Call, id: string): Promise<Answer> {
  const person = call.person();
  const notice = await withNotices(call, (client) => client.read(person, id));
  return { text: `${notice.subject}\n\n${notice.text.trimEnd()}`, json: notice };
}

async function held(call: Call): Promise<Answer> {
  const batches = await withNotices(call, (client) => client.held(call.person()));
  return { text: heldText(batches, call), json: { batches } };
}

async function preview(call: Call): Promise<Answer> {
  const batch = target(call, 'notices preview');
  const found = await withNotices(call, (client) => client.preview(call.person(), batch));
  return { text: batchPreviewText(found, call), json: found };
}

async function release(call: Call): Promise<Answer> {
  const batch = target(call, 'notices release');
  const settled = await withNotices(call, (client) => client.release(call.person(), batch));
  return {
    text: settledText(batch, settled, noticePrintTexts.released, call),
    json: { batch, released: settled.notices, posts: settled.posts },
  };
}

async function drop(call: Call): Promise<Answer> {
  const batch = target(call, 'notices drop');
  const settled = await withNotices(call, (client) => client.drop(call.person(), batch, call.text('reason') ?? ''));
  return {
    text: settledText(batch, settled, noticePrintTexts.dropped, call),
    json: { batch, dropped: settled.notices, posts: settled.posts },
  };
}

async function log(call: Call): Promise<Answer> {
  const status = statusOf(call);
  const subjectId = call.text('subject');
  const limit = call.count('limit');
  const filter = { ...(status ? { status } : {}), ...(subjectId ? { subjectId } : {}), ...(limit ? { limit } : {}) };
  const notices = await withNotices(call, (client) => client.log(call.person(), filter));
  return { text: noticeLogText(notices, call), json: { notices } };
}

async function retry(call: Call): Promise<Answer> {
  const id = target(call, 'notices retry');
  await withNotices(call, (client) => client.retry(call.person(), id));
  return { text: call.say(noticePrintTexts.retried, { id }), json: { id, retried: true } };
}

function statusOf(call: Call): OutboxStatus | undefined {
  const given = call.text('status');
  const status = statuses.find((one) => one === given);
  if (given === undefined || status) return status;
  const values = { value: given, option: '--status', allowed: statuses.join(', ') };
  throw new CliFailure({ exit: exitCodes.invalid, code: 'INVALID_OPTION', text: cliTexts.unknownValue, values });
}
