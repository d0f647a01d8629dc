import type { NominationContext } from '../contract/nomination.ts';
import type { Refusal } from '../contract/refusals.ts';
import type { Actor, RoleName } from '../contract/roles.ts';
import type { Text } from '../contract/texts/text.ts';
import { awaitedDivisions, bodiesUnder } from './bodies.ts';
import { notNowRefusal, stateOf } from './interpreter.ts';
import type { NominationSnapshot } from './nomination.ts';
import { refusalsUnder } from './requirements.ts';
import { rules } from './rules.ts';
import type { Facts, FieldName, ReasonRule, RuleName } from './vocabulary.ts';

/** A role, and the bodies of this nomination for which it must be held. */
export type WhoMay = { role: RoleName; bodies: readonly string[] };

/** What there is to say about an act in general, in this nomination. */
export type ActDescription = {
  type: RuleName;
  label: Text;
  /** Empty when no person does it (a deadline). */
  who: WhoMay[];
  reason: ReasonRule;
  form: readonly FieldName[];
};

/** Whether a person may do an act now, and if not, every reason why not. */
export type Why = ActDescription & {
  allowed: boolean;
  refusals: Refusal[];
  /** The capacity in which the person comes nearest to being allowed. */
  as: RoleName | null;
};

/**
 * Gives whether this person may do this act at this instant, judged as `refusals` judges it, but for what the form is
 * still to say (reason, items, dates, numbers).
 */
export function why(snapshot: NominationSnapshot, type: RuleName, actor: Actor, at: string): Why {
  const { context } = snapshot;
  const description = describe(context, type);
  const notNow = notNowRefusal(stateOf(snapshot), type);
  const tries = capacities(actor, type).map((as) => ({ as, refusals: probe(context, type, actor, as, at) }));
  const best = tries.toSorted((a, b) => a.refusals.length - b.refusals.length)[0];
  // A deadline is nobody's to let pass.
  const refusals = notNow ? [notNow] : (best?.refusals ?? [{ code: 'NOT_YOUR_ROLE', detail: { as: '', roles: '' } }]);
  return { ...description, allowed: refusals.length === 0, refusals, as: best?.as ?? null };
}

function describe(context: NominationContext, type: RuleName): ActDescription {
  const { label, who, reason, form } = rules[type];
  const whoMay = who.map(({ role, at }) => ({ role, bodies: bodiesUnder(rules[type], context, at) }));
  return { type, label, who: whoMay, reason, form };
}

/** Capacities to try: those held among those that may, else the first that may, to say that it is not held. */
function capacities(actor: Actor, type: RuleName): RoleName[] {
  const may = [...new Set(rules[type].who.map((who) => who.role))];
  const held = may.filter((role) => actor.roles.some((each) => each.role === role));
  return held.length > 0 ? held : may.slice(0, 1);
}

function probe(context: NominationContext, type: RuleName, actor: Actor, as: RoleName, at: string): Refusal[] {
  const division = type === 'appraisal.give' ? divisionFor(context, actor) : undefined;
  const facts: Facts = { type, at, actor, as, ...(division === undefined ? {} : { division }) };
  return refusalsUnder(rules[type], context, facts, 'probe');
}

/** The division an appraiser would speak for: one still awaited, else one that was asked. */
function divisionFor(context: NominationContext, actor: Actor): string | undefined {
  const own = (division: string) => actor.roles.some((held) => held.role === 'appraiser' && held.body === division);
  return awaitedDivisions(context).find(own) ?? context.appraisals.map((asked) => asked.division).find(own);
}
