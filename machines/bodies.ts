import type { NominationContext } from '../contract/nomination.ts';
import type { BodySelector } from '../contract/roles.ts';
import type { Rule } from './vocabulary.ts';

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

/**
 * Gives the bodies for which a role of this rule must be held. A change is made for a whole round, whose nominations stand at
 * different tiers: the authorities of the tiers a nomination has reached may make it, the one that approved the plan first.
 */
export function bodiesUnder(
  { kind }: Rule,
  context: NominationContext,
  at: BodySelector,
  division?: string,
): readonly string[] {
  if (kind === 'change' && at === 'authority') return context.bodies.authorities.slice(0, context.tier + 1);
  return bodiesOf(context, at, division);
}
