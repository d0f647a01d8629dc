import type { Command } from 'commander';
import type { RoleName } from '../../../contract/roles.ts';
import type { RoundActType } from '../../../contract/roundEvents.ts';
import { optionTexts } from '../../../contract/texts/cli/help.ts';
import { roundOptionTexts } from '../../../contract/texts/cli/rounds.ts';
import { roundRules } from '../../../machines/round/rules.ts';
import type { VinhDanh } from '../../core/types.ts';
import type { Form } from '../form/read.ts';
import { outcomeAnswer } from '../print/outcome.ts';
import type { Answer, Call, Cli } from '../session.ts';
import { checkedRole } from './actRole.ts';
import { knownPerson } from './person.ts';
import { namesToSay, send } from './send.ts';

/** Adds the options every act on a round has. */
export function withActOptions(command: Command, cli: Cli): Command {
  return command
    .option('--reason <text>', optionTexts.reason[cli.locale])
    .option('--role <role>', optionTexts.role[cli.locale])
    .option('--if-revision <n>', roundOptionTexts.ifRevision[cli.locale])
    .option('--key <key>', optionTexts.key[cli.locale]);
}

/** What is sent to a round. */
export type RoundAct = { roundId: string; type: RoundActType; body: Form };

/** Sends the act as whoever acts and says what became of it. Throws CliFailure when it was refused. */
export async function sendToRound(call: Call, client: VinhDanh, act: RoundAct): Promise<Answer> {
  const by = call.person();
  const expectedRevision = call.count('ifRevision');
  const as = await roundRoleFor(call, client, by, act);
  const request = { ...act, as, ...(expectedRevision ? { expectedRevision } : {}) };
  const result = await send(call, (key) => client.actOnRound(by, request, key));
  return outcomeAnswer(result, act.type, { locale: call.locale, names: await namesToSay(client, result) });
}

/** Chosen as for nominations: the role named, else the one in which the person may, else one of those who may. */
async function roundRoleFor(call: Call, client: VinhDanh, by: string, { roundId, type }: RoundAct): Promise<RoleName> {
  const named = call.text('role');
  if (named !== undefined) return checkedRole(named);
  const fitting = (await client.whyRound(by, roundId)).find((answer) => answer.type === type)?.as;
  if (fitting) return fitting;
  const able = roundRules[type].who.map(({ role }) => role);
  const held = (await knownPerson(client, by)).roles.map(({ role }) => role);
  const role = able.find((one) => held.includes(one)) ?? able[0];
  if (!role) throw new Error(`Nobody may do ${type}`);
  return role;
}
