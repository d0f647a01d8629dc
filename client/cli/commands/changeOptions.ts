import type { Command } from 'commander';
import type { ChangeRequest, ChangeSpec } from '../../../contract/changeSpec.ts';
import { changeRequestSchema } from '../../../contract/changeSpec.ts';
import { changeTypes } from '../../../contract/events.ts';
import type { RoleName } from '../../../contract/roles.ts';
import { roundDeadlineNames } from '../../../contract/roundStates.ts';
import { deadlineNames } from '../../../contract/states.ts';
import { changeOptionTexts, changePrintTexts } from '../../../contract/texts/cli/changes.ts';
import { optionTexts } from '../../../contract/texts/cli/help.ts';
import { roleTexts } from '../../../contract/texts/roles.ts';
import type { Text } from '../../../contract/texts/text.ts';
import { say } from '../../../contract/texts/text.ts';
import { rules } from '../../../machines/rules.ts';
import type { VinhDanh } from '../../core/types.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';
import { checkForm } from '../form/read.ts';
import type { Call, Cli } from '../session.ts';
import { checkedRole } from './actRole.ts';
import { knownPerson } from './person.ts';

/** Adds what every change takes: why, in which role, and whether its notices are kept back. */
export function addChangeOptions(command: Command, { locale }: Cli): Command {
  return command
    .option('--reason <text>', optionTexts.reason[locale])
    .option('--role <role>', optionTexts.role[locale])
    .option('--hold-notices', changeOptionTexts.holdNotices[locale]);
}

/** Adds what a change of a deadline takes: which, of whom, until when. */
export function addDeadlineOptions(command: Command, cli: Cli): Command {
  const allowed = [...new Set([...deadlineNames, ...roundDeadlineNames])].join(', ');
  const option = (name: keyof typeof changeOptionTexts) => say(changeOptionTexts[name], cli.locale, { allowed });
  command
    .option('--nomination <id>', option('nomination'))
    .option('--round <id>', option('round'))
    .option('--programme <id>', option('programme'))
    .option('--unit <id>', option('unit'))
    .option('--person <id>', option('person'))
    .option('--deadline <name>', option('deadline'))
    .option('--to <day>', option('to'))
    .option('--add-days <n>', option('addDays'))
    .option('--working', option('working'))
    .option('--calendar', option('calendar'));
  return addChangeOptions(command, cli);
}

/** Gives the change of a deadline that the options name. Throws CliFailure when they name none, or more than one. */
export function deadlineSpec(call: Call): unknown {
  const scope = scopeOf(call);
  if (call.flag('calendar')) {
    refuseBeside(call, '--calendar', ['deadline', 'to', 'addDays', 'working']);
    if (!('programmeId' in scope)) throw wrong('CHANGE_UNCLEAR', changePrintTexts.oneDue);
    return { kind: 'calendar', scope };
  }
  const [deadline, on, addDays] = [call.text('deadline'), call.text('to'), call.text('addDays')];
  if (deadline === undefined || (on === undefined) === (addDays === undefined))
    throw wrong('CHANGE_UNCLEAR', changePrintTexts.oneDue);
  if (on !== undefined) refuseBeside(call, '--to', ['working']);
  const counting = call.flag('working') ? 'working' : 'calendar';
  const to = on === undefined ? { addDays: Number(addDays), counting } : { on };
  return { kind: 'deadline', scope, deadline, to };
}

/** Throws CliFailure when one of the options was given that say nothing beside `first`. */
export function refuseBeside(call: Call, first: string, options: readonly string[]): void {
  const found = options.find((option) => call.text(option) !== undefined || call.flag(option));
  if (found === undefined) return;
  const option = `--${found.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  throw wrong('CHANGE_UNCLEAR', changePrintTexts.notTogether, { option, with: first });
}

function scopeOf(call: Call): Record<string, string> {
  const [nominationId, roundId, programmeId] = [call.text('nomination'), call.text('round'), call.text('programme')];
  const [unitId, personId] = [call.text('unit'), call.text('person')];
  const named = [nominationId, roundId, programmeId].filter((id) => id !== undefined).length;
  if (named !== 1 || ((unitId ?? personId) !== undefined && roundId === undefined))
    throw wrong('CHANGE_UNCLEAR', changePrintTexts.oneScope);
  const scope = { nominationId, roundId, programmeId, unitId, personId };
  return Object.fromEntries(
    Object.entries(scope).flatMap(([name, id]) => (id === undefined ? [] : [[name, id] as const])),
  );
}

/** Gives the whole request. Throws CliFailure for what is missing or makes no sense. */
export async function changeRequest(call: Call, client: VinhDanh, by: string, spec: unknown): Promise<ChangeRequest> {
  const reason = call.text('reason');
  if (!reason?.trim()) throw wrong('REASON_MISSING', changePrintTexts.noReason);
  const kind = (spec as ChangeSpec).kind;
  const as = await roleOf(call, client, by, kind);
  return checkForm(changeRequestSchema, { spec, as, reason, holdNotices: call.flag('holdNotices') }, call.locale);
}

/** The role named, else the first of those that may which the person holds. */
async function roleOf(call: Call, client: VinhDanh, by: string, kind: ChangeSpec['kind']): Promise<RoleName> {
  const named = call.text('role');
  if (named !== undefined) return checkedRole(named);
  const type = changeTypes.find((one) => one === `round.${kind}`) ?? 'deadline.change';
  const able = rules[type].who.map(({ role }) => role);
  const held = (await knownPerson(client, by)).roles.map(({ role }) => role);
  const role = able.find((one) => held.includes(one));
  if (role) return role;
  const roles = able.map((one) => roleTexts[one][call.locale]).join(', ');
  throw new CliFailure({
    exit: exitCodes.refused,
    code: 'NOT_YOUR_ROLE',
    text: changePrintTexts.noRole,
    values: { roles },
  });
}

/** Gives the preview's hash. Throws CliFailure when it was not given. */
export function hashOf(call: Call): string {
  const hash = call.text('hash');
  if (!hash) throw wrong('HASH_MISSING', changePrintTexts.noHash);
  return hash;
}

function wrong(code: string, text: Text, values: Record<string, string> = {}): CliFailure {
  return new CliFailure({ exit: exitCodes.invalid, code, text, values });
}
