import type { ChangeRequest, ChangeSpec } from '../../../../contract/changeSpec.ts';
import { units } from './season.ts';
import type { QuickSeason } from './useSeason.ts';

type Scope = Extract<ChangeSpec, { kind: 'deadline' }>['scope'];

/** Gives the request of an administrator. */
export function requestOf(spec: ChangeSpec): ChangeRequest {
  return { spec, as: 'administrator', reason: 'Gia hạn', holdNotices: false };
}

/** Gives the request that nominations be taken until 14 January 2022. */
export function extensionOf(scope: Scope): ChangeRequest {
  return requestOf({ kind: 'deadline', scope, deadline: 'draft', to: { on: '2022-01-14' } });
}

/**
 * Launches a round of the movement, until the end of 2021, and nominates for each unit, numbering on after `number`. Gives the
 * round, the first unit's nomination and the last number.
 */
export async function launchedFor(
  season: QuickSeason,
  movement: string,
  number: number,
): Promise<{ roundId: string; first: string; number: number }> {
  const roundId = await season.launch(movement, { opensOn: '2021-10-01', closesOn: '2021-12-31' });
  await season.pass();
  const ids: string[] = [];
  for (const [index, unit] of units.entries()) ids.push(await season.nominate(roundId, unit, number + index + 1));
  return { roundId, first: ids[0] ?? '', number: number + units.length };
}
