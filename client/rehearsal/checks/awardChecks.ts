import type { RecipientKind } from '../../../contract/states.ts';
import { recipientKinds } from '../../../contract/states.ts';
import type { Recorded } from '../evidence.ts';
import { ceilingOf } from '../plan/rows.ts';
import type { Check, Findings } from './check.ts';
import { holdsUnless } from './check.ts';

/** Gives whether the nomination has been awarded, by what is on record. */
export function isAwarded({ decisionNumber, state }: Recorded): boolean {
  return decisionNumber !== null && ['awarded', 'published', 'closed'].includes(state);
}

/** Gives the number of awards of a row and kind. */
export function awardsOf(nominations: readonly Recorded[], roundId: string, kind: RecipientKind): number {
  return nominations.filter((each) => isAwarded(each) && each.roundId === roundId && each.nominee.kind === kind).length;
}

/** Quotas and decisions. */
export function awardChecks({ rows, evidence }: Findings): Check[] {
  const { nominations, transitions } = evidence;
  const over = rows.flatMap((row) =>
    recipientKinds.flatMap((kind) => {
      const [count, ceiling] = [awardsOf(nominations, row.roundId, kind), ceilingOf(row, kind)];
      return ceiling !== null && count > ceiling ? [`${row.id} ${kind}: ${count} > ${ceiling}`] : [];
    }),
  );
  const byId = new Map(nominations.map((each) => [each.id, each]));
  const awarded = transitions.filter(({ type }) => type === 'authority.award');
  const unnumbered = awarded
    .filter(({ nominationId }) => !byId.get(nominationId)?.decisionNumber)
    .map(({ nominationId }) => nominationId);
  const numbers = nominations.flatMap(({ decisionNumber }) => decisionNumber ?? []);
  return [
    holdsUnless('withinQuotas', over, { count: nominations.filter(isAwarded).length, of: rows.length }),
    holdsUnless('awardsNumbered', unnumbered, { count: awarded.length, distinct: new Set(numbers).size }),
  ];
}
