import type { Command } from 'commander';
import type { Queue } from '../../../contract/roles.ts';
import { parseQueue, queueOf, roleNames } from '../../../contract/roles.ts';
import { optionTexts } from '../../../contract/texts/cli/help.ts';
import { cliTexts } from '../../../contract/texts/cli.ts';
import { together } from '../../core/together.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';
import { inboxText } from '../print/inbox.ts';
import { queueName } from '../print/names.ts';
import type { Call, Cli } from '../session.ts';
import { onRun } from '../session.ts';
import { define } from './define.ts';
import { knownPerson, personName } from './person.ts';

/** `inbox` of a person or of a queue */
export function addInbox(program: Command, cli: Cli): void {
  const command = define(program, cli, 'inbox', ['inbox --as bvvt.clerk', 'inbox --queue reviewer@vanPhongSo']);
  command.option('--queue <queue>', optionTexts.queue[cli.locale]);
  onRun(command, cli, async (call) => {
    const of = whose(call);
    const [items, names, person] = await call.within(({ client }) =>
      // Asking for the person too: a mistyped name must not look like an empty desk.
      together([client.inbox(of), client.bodyNames(), 'person' in of ? knownPerson(client, of.person) : null]),
    );
    const queue = 'queue' in of ? queueName(of.queue, names, call.locale) : '';
    const whom = person ? personName(person) : queue;
    return { text: inboxText(items, whom, names, call), json: { ...of, items } };
  });
}

function whose(call: Call): { person: string } | { queue: Queue } {
  const queue = call.text('queue');
  if (queue !== undefined) return { queue: checkedQueue(queue) };
  const person = call.text('as') ?? call.world.env.VINHDANH_AS;
  if (person) return { person };
  throw new CliFailure({ exit: exitCodes.invalid, code: 'NOBODY_ACTS', text: cliTexts.inboxOfWhom });
}

function checkedQueue(given: string): Queue {
  try {
    const { role, body } = parseQueue(given);
    return queueOf(role, body);
  } catch {
    const allowed = roleNames.map((role) => `${role}@…`).join(', ');
    const values = { value: given, option: '--queue', allowed };
    throw new CliFailure({ exit: exitCodes.invalid, code: 'INVALID_OPTION', text: cliTexts.unknownValue, values });
  }
}
