import type { Refusal } from '../../contract/refusals.ts';
import type { Actor, RoleName } from '../../contract/roles.ts';
import type { RoundContext } from '../../contract/round.ts';
import type { Text } from '../../contract/texts/text.ts';
import { roundBodiesOf } from './bodies.ts';
import { roundNotNowRefusal, roundStateOf } from './interpreter.ts';
import { roundRefusalsUnder } from './requirements.ts';
import type { RoundSnapshot } from './round.ts';
import { roundRules } from './rules.ts';
import type { ReasonRule, RoundFieldName, RoundProbe, RoundRuleName } from './vocabulary.ts';

/** What there is to say about an act in general, in this round. */
export type RoundActDescription = {
  type: RoundRuleName;
  label: Text;
  /** A role, and the bodies of this round for which it must be held. Empty when no person does it. */
  who: { role: RoleName; bodies: readonly string[] }[];
  reason: ReasonRule;
  form: readonly RoundFieldName[];
};

/** Whether a person may do an act now, and if not, every reason why not. */
export type RoundWhy = RoundActDescription & {
  allowed: boolean;
  refusals: Refusal[];
  /** The capacity in which the person comes nearest to being allowed. */
  as: RoleName | null;
};

/** Gives whether this person may do this act at this instant, judged as `roundRefusals` does, but for what the form is still to say. */
export function whyRound(snapshot: RoundSnapshot, type: RoundRuleName, actor: Actor, at: string): RoundWhy {
  const { context } = snapshot;
  const notNow = roundNotNowRefusal(roundStateOf(snapshot), type);
  const tries = capacities(actor, type).map((as) => ({ as, refusals: probe(context, type, actor, as, at) }));
  const best = tries.toSorted((a, b) => a.refusals.length - b.refusals.length)[0];
  // What the season brings about is nobody's to do.
  const refusals = notNow ? [notNow] : (best?.refusals ?? [{ code: 'NOT_YOUR_ROLE', detail: { as: '', roles: '' } }]);
  return { ...describe(context, type), allowed: refusals.length === 0, refusals, as: best?.as ?? null };
}

function describe(context: RoundContext, type: RoundRuleName): RoundActDescription {
  const { label, who, reason, form } = roundRules[type];
  return { type, label, who: who.map(({ role, at }) => ({ role, bodies: roundBodiesOf(context, at) })), reason, form };
}

/** Capacities to try: those held among those that may, else the first that may, to say that it is not held. */
function capacities(actor: Actor, type: RoundRuleName): RoleName[] {
  const may = [...new Set(roundRules[type].who.map((who) => who.role))];
  const held = may.filter((role) => actor.roles.some((each) => each.role === role));
  return held.length > 0 ? held : may.slice(0, 1);
}

function probe(context: RoundContext, type: RoundRuleName, actor: Actor, as: RoleName, at: string) {
  const unit = unitFor(context, type, actor, as);
  const facts: RoundProbe = { probe: true, type, at, actor, as, ...(unit === undefined ? {} : { unit }) };
  return roundRefusalsUnder(roundRules[type], context, facts);
}

/** The unit the person would act for in this capacity. */
function unitFor({ bodies }: RoundContext, type: RoundRuleName, actor: Actor, as: RoleName): string | undefined {
  if (!roundRules[type].who.some((who) => who.role === as && who.at === 'unit')) return undefined;
  return actor.roles.find((held) => held.role === as && bodies.units.includes(held.body))?.body;
}
