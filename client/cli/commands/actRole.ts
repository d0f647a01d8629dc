import type { ActType } from '../../../contract/events.ts';
import type { RoleName } from '../../../contract/roles.ts';
import { roleNames } from '../../../contract/roles.ts';
import { cliTexts } from '../../../contract/texts/cli.ts';
import { rules } from '../../../machines/rules.ts';
import { ClientError } from '../../core/errors.ts';
import type { VinhDanh } from '../../core/types.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';
import type { Call } from '../session.ts';
import { knownPerson } from './person.ts';

/**
 * Gives the role to act in: the one named; else the one in which the person may do it; else one of those who may, so
 * that the attempt is sent, judged and recorded as refused rather than swallowed here.
 */
export async function roleFor(call: Call, client: VinhDanh, by: string, act: Act): Promise<RoleName> {
  const named = call.text('role');
  if (named !== undefined) return checkedRole(named);
  const fitting = await fittingRole(client, by, act);
  if (fitting) return fitting;
  const able = rules[act.type].who.map(({ role }) => role);
  // A role held comes first: sending a done act again under its key must name the same role as before.
  const held = (await knownPerson(client, by)).roles.map(({ role }) => role);
  const role = able.find((one) => held.includes(one)) ?? able[0];
  if (role) return role;
  const values = { allowed: roleNames.join(', ') };
  throw new CliFailure({ exit: exitCodes.invalid, code: 'ROLE_UNKNOWN', text: cliTexts.roleUnknown, values });
}

type Act = { nominationId: string; type: ActType };

/** Null when the person may not, or when the opening is received but not yet delivered: acts are taken all the same. */
async function fittingRole(client: VinhDanh, by: string, { nominationId, type }: Act): Promise<RoleName | null> {
  try {
    const [answer] = await client.why(by, nominationId, type);
    return answer?.as ?? null;
  } catch (error) {
    if (error instanceof ClientError && error.code === 'NOT_APPLIED_YET') return null;
    throw error;
  }
}

/** Gives the role of this name. Throws CliFailure with the names there are. */
export function checkedRole(given: string): RoleName {
  const role = roleNames.find((name) => name === given);
  if (role) return role;
  const values = { value: given, option: '--role', allowed: roleNames.join(', ') };
  throw new CliFailure({ exit: exitCodes.invalid, code: 'INVALID_OPTION', text: cliTexts.unknownValue, values });
}
