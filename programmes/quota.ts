import type { Movement, QuotaPoint } from '../contract/programme.ts';
import { notStated } from '../contract/programme.ts';
import type { RecipientKind } from '../contract/states.ts';

/** What the quota meter works with. `ceiling: null`: no number is enforced; `per`: one ceiling for each of these. */
export type Quota = {
  /** As the document has it. */
  stated: 'fixed' | 'perProgramme' | 'delegated' | 'none' | typeof notStated;
  ceiling: number | null;
  per: { id: string; name: string }[];
};

/** Gives the movement's quota for a kind of recipient. */
export function quotaOf(movement: Movement, kind: RecipientKind): Quota {
  return quotaAt(movement.quota[kind]);
}

function quotaAt({ stated, configured }: QuotaPoint): Quota {
  if (stated !== notStated) {
    if (stated.kind === 'fixed') return { stated: 'fixed', ceiling: stated.count, per: [] };
    if (stated.kind === 'none') return { stated: 'none', ceiling: 0, per: [] };
    if (stated.kind === 'perProgramme') {
      return { stated: 'perProgramme', ceiling: stated.count, per: stated.programmes.configured.value };
    }
  }
  const value = configured?.value;
  const ceiling = value?.kind === 'fixed' ? value.count : value?.kind === 'none' ? 0 : null;
  return { stated: stated === notStated ? notStated : 'delegated', ceiling, per: [] };
}

/** Gives the sum of the fixed numbers a programme states for a kind of recipient; others are not countable. */
export function fixedTotal(movements: readonly Movement[], kind: RecipientKind): number {
  return movements.reduce((sum, movement) => {
    const { stated, ceiling } = quotaOf(movement, kind);
    return sum + (stated === 'fixed' ? (ceiling ?? 0) : 0);
  }, 0);
}
