import type { Command } from 'commander';
import { optionTexts } from '../../../contract/texts/cli/help.ts';
import { noticePrintTexts } from '../../../contract/texts/cli/notices.ts';
import { cliTexts } from '../../../contract/texts/cli.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';
import { webhooksText } from '../print/webhooks.ts';
import type { Answer, Call, Cli } from '../session.ts';
import { onRun } from '../session.ts';
import { define, gather } from './define.ts';
import { withNotices } from './noticesOf.ts';
import { target } from './target.ts';

/** `webhook add|list|remove` */
export function addWebhook(program: Command, cli: Cli): void {
  const option = (name: keyof typeof optionTexts) => optionTexts[name][cli.locale];
  const command = define(program, cli, 'webhook', [
    'webhook add https://van-ban.example.vn/vinhdanh --template authority.award --as syt.admin',
    'webhook list --as syt.admin',
    'webhook remove wh_… --as syt.admin',
  ])
    .argument('<action>', option('webhookAction'))
    .argument('[target]', option('webhookTarget'))
    .option('--template <name>', option('template'), gather);
  onRun(command, cli, (call) => {
    const [action = ''] = call.args;
    const known = Object.hasOwn(actions, action) ? actions[action as keyof typeof actions] : null;
    if (known) return known(call);
    const values = { value: action, option: 'webhook', allowed: Object.keys(actions).join(', ') };
    throw new CliFailure({ exit: exitCodes.invalid, code: 'INVALID_OPTION', text: cliTexts.unknownValue, values });
  });
}

const actions = { add, list, remove };

async function add(call: Call): Promise<Answer> {
  const url = target(call, 'webhook add');
  const templates = call.texts('template');
  const added = await withNotices(call, (client) => client.addWebhook(call.person(), { url, templates }));
  const named = added.templates.join(', ') || call.say(noticePrintTexts.webhookAll);
  const text = [
    call.say(added.reactivated ? noticePrintTexts.webhookReactivated : noticePrintTexts.webhookAdded, {
      id: added.id,
      url: added.url,
    }),
    call.say(noticePrintTexts.webhookTemplates, { templates: named }),
    call.say(noticePrintTexts.webhookSecret, { secret: added.secret }),
  ].join('\n');
  return { text, json: added };
}

async function list(call: Call): Promise<Answer> {
  const webhooks = await withNotices(call, (client) => client.webhooks(call.person()));
  return { text: webhooksText(webhooks, call), json: { webhooks } };
}

async function remove(call: Call): Promise<Answer> {
  const id = target(call, 'webhook remove');
  await withNotices(call, (client) => client.removeWebhook(call.person(), id));
  return { text: call.say(noticePrintTexts.webhookRemoved, { id }), json: { id, removed: true } };
}
