import type { Command } from 'commander';
import type { Queue } from '../../../contract/roles.ts';
import { queueOf } from '../../../contract/roles.ts';
import { helpTexts, optionTexts } from '../../../contract/texts/cli/help.ts';
import { sayRefusal } from '../../../contract/texts/refusals.ts';
import { together } from '../../core/together.ts';
import type { VinhDanh, WhyAnswer } from '../../core/types.ts';
import { namesFor } from '../print/names.ts';
import type { Holders } from '../print/why.ts';
import { whatNowText, whyText } from '../print/why.ts';
import type { Cli } from '../session.ts';
import { onRun } from '../session.ts';
import { checkedActType } from './actTypes.ts';
import { define } from './define.ts';
import { knownPerson } from './person.ts';
import { checkedNominationId } from './roundIds.ts';

/** `why <id> [type]` */
export function addWhy(program: Command, cli: Cli): void {
  const command = define(program, cli, 'why', [
    'why 004-0001 --as khtc.reviewer',
    'why 004-0001 --as khtc.reviewer --all',
    'why 004-0001 award --as syt.director',
  ]);
  command
    .option('--all', optionTexts.all[cli.locale])
    .argument('<nomination>', helpTexts.nominationId[cli.locale])
    .argument('[act]', optionTexts.actType[cli.locale]);
  onRun(command, cli, async (call) => {
    const [id = '', given] = call.args;
    const person = call.person();
    const nominationId = checkedNominationId(id, `round show {id} --as ${person}`);
    const type = given === undefined ? undefined : checkedActType(given, call.locale);
    const known = await call.within(async ({ client }) => {
      const [answers, names, { name }] = await together([
        client.why(person, nominationId, type),
        client.bodyNames(),
        knownPerson(client, person),
      ]);
      return { nominationId, person: { id: person, name }, answers, names, holders: await holdersFor(client, answers) };
    });
    const { answers, names } = known;
    const said = answers.map((answer) => ({
      ...answer,
      refusals: answer.refusals.map((one) => ({ ...one, ...sayRefusal(one, call.locale, namesFor(one, names)) })),
    }));
    const text = type === undefined ? whatNowText(known, call.flag('all'), call) : whyText(known, call);
    return { text, json: { nominationId, person, answers: said } };
  });
}

/** Gives who holds the queues that can do what the person cannot. */
async function holdersFor(client: VinhDanh, answers: WhyAnswer[]): Promise<Holders> {
  const queues = [...new Set(answers.flatMap(({ allowed, who }) => (allowed ? [] : who)))];
  const people = await client.people();
  const holds = (queue: Queue) =>
    people.filter(({ roles }) => roles.some(({ role, body }) => queueOf(role, body) === queue));
  return new Map(queues.map((queue) => [queue, holds(queue)]));
}
