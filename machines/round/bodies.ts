import type { BodySelector } from '../../contract/roles.ts';
import type { RoundContext } from '../../contract/round.ts';

/**
 * Gives the bodies a selector names in this round; `unit` is the one the event is about, when it says so. A movement is
 * planned and awarded under its first authority: the tiers above it come in per nomination only.
 */
export function roundBodiesOf({ bodies }: RoundContext, at: BodySelector, unit?: string): readonly string[] {
  switch (at) {
    case 'unit':
      return unit === undefined ? bodies.units : [unit];
    case 'inCharge':
      return [bodies.inCharge];
    case 'standingBody':
      return [bodies.standingBody];
    case 'authority':
      return bodies.authorities.slice(0, 1);
    case 'nextTier':
      return bodies.authorities.slice(1, 2);
    case 'division':
      return [];
  }
}
