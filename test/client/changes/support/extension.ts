import { applyChange } from '../../../../client/core/changes/apply.ts';
import { previewChange } from '../../../../client/core/changes/preview.ts';
import type { ChangeRequest, ChangeSpec } from '../../../../contract/changeSpec.ts';
import type { ChangePreview } from '../../../../contract/changes.ts';
import { units } from './season.ts';
import type { QuickSeason } from './useSeason.ts';

type Scope = Extract<ChangeSpec, { kind: 'deadline' }>['scope'];

export const administrator = 'syt.admin';

/** Gives the request of an administrator. */
export function requestOf(spec: ChangeSpec): ChangeRequest {
  return { spec, as: 'administrator', reason: 'Gia hạn', holdNotices: false };
}

/** Gives the request that nominations be taken until 14 January 2022. */
export function extensionOf(scope: Scope): ChangeRequest {
  return requestOf({ kind: 'deadline', scope, deadline: 'draft', to: { on: '2022-01-14' } });
}

/** Has the administrator apply exactly what is previewed, and delivers it; gives the preview. */
export async function applied(season: QuickSeason, spec: ChangeSpec): Promise<ChangePreview> {
  const seen = await previewChange(season, administrator, requestOf(spec));
  await applyChange(season, administrator, requestOf(spec), seen.hash);
  await season.deliverAll();
  return seen;
}

/**
 * Launches a round of the movement, until the end of 2021 unless told otherwise, and nominates for each unit, numbering on after `number`. Gives the
 * round, the first unit's nomination and the last number.
 */
export async function launchedFor(
  season: QuickSeason,
  movement: string,
  number: number,
  closesOn = '2021-12-31',
): Promise<{ roundId: string; first: string; number: number }> {
  const roundId = await season.launch(movement, { opensOn: '2021-10-01', closesOn });
  await season.pass();
  const ids: string[] = [];
  for (const [index, unit] of units.entries()) ids.push(await season.nominate(roundId, unit, number + index + 1));
  return { roundId, first: ids[0] ?? '', number: number + units.length };
}
