import type { NominationContext } from '../contract/nomination.ts';
import type { BodySelector } from '../contract/roles.ts';

/** Gives the divisions asked for an opinion that have not given it. */
export function awaitedDivisions(context: NominationContext): string[] {
  return context.appraisals.filter((asked) => !asked.given).map((asked) => asked.division);
}

/** Gives the bodies a selector names in this nomination now; `division` is the one the event is about, when it says so. */
export function bodiesOf(context: NominationContext, at: BodySelector, division?: string): readonly string[] {
  const { bodies, tier } = context;
  switch (at) {
    case 'unit':
      return [bodies.unit];
    case 'inCharge':
      return [bodies.inCharge];
    case 'standingBody':
      return [bodies.standingBody];
    case 'division':
      return division === undefined ? awaitedDivisions(context) : [division];
    case 'authority':
      return bodies.authorities.slice(tier, tier + 1);
    case 'nextTier':
      return bodies.authorities.slice(tier + 1, tier + 2);
  }
}
