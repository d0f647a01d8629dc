import type { Check, Findings } from '../check.ts';
import { holdsUnless } from '../check.ts';

/** Seed 004: ad-hoc awards on the simplified road, without the council. */
export function baRiaVungTauChecks({ evidence, rows }: Findings): Check[] {
  const simplified = rows.filter(({ road }) => road === 'simplified').map(({ movementId }) => movementId);
  const adHoc = evidence.nominations.filter(({ movementId }) => simplified.includes(movementId));
  const detours = adHoc.filter(
    ({ id, road }) =>
      road !== 'simplified' ||
      evidence.transitions.some((each) => each.nominationId === id && each.to === 'councilReview'),
  );
  return [
    holdsUnless(
      'adHocSimplified',
      detours.map(({ id }) => id),
      { count: adHoc.length },
    ),
  ];
}
