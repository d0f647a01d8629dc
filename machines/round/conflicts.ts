import { changeTypes } from '../../contract/events.ts';
import type { Refusal } from '../../contract/refusals.ts';
import type { Actor, RoleName } from '../../contract/roles.ts';
import type { RoundContext } from '../../contract/round.ts';
import type { RoundEvent } from '../../contract/roundEvents.ts';
import { roundBodiesOf } from './bodies.ts';
import type { RoundFacts, RoundRule } from './vocabulary.ts';
import { unitOf } from './vocabulary.ts';

/**
 * Capacities in which a person runs a round. A unit's capacities are not among them: the body in charge of a movement may
 * be one of its units itself (seed 004, row 2.8), and then its head answers the launch like any other.
 */
const officialRoles: readonly RoleName[] = ['reviewer', 'councilSecretary', 'approvingAuthority', 'administrator'];

/**
 * Gives whether the capacity of this act is kept and compared. A change judges nothing, and it must reach the round exactly
 * if it reaches the round's nominations, where it is not compared either.
 */
export function countsCapacity(type: RoundEvent['type'], as: RoleName): boolean {
  return officialRoles.includes(as) && !(changeTypes as readonly string[]).includes(type);
}

/** The rules that bind every act of a person: the role is held for the right body, and nobody runs a round in two capacities. */
export function roundConflictRefusals(rule: RoundRule, context: RoundContext, facts: RoundFacts): Refusal[] {
  if (!('actor' in facts)) return [{ code: 'NOT_YOUR_ROLE', detail: { as: '', roles: rolesOf(rule) } }];
  const { actor, as } = facts;
  const checks = [
    roleHeld(rule, context, facts, actor, as),
    countsCapacity(facts.type, as) ? oneCapacity(context, actor, as) : null,
    revisionCurrent(context, facts),
  ];
  return checks.filter((refusal) => refusal !== null);
}

function rolesOf(rule: RoundRule): string {
  return [...new Set(rule.who.map((who) => who.role))].join(',');
}

function roleHeld(
  rule: RoundRule,
  context: RoundContext,
  facts: RoundFacts,
  actor: Actor,
  as: RoleName,
): Refusal | null {
  const who = rule.who.filter((each) => each.role === as);
  const held = actor.roles.filter((each) => each.role === as);
  if (who.length === 0 || held.length === 0) return { code: 'NOT_YOUR_ROLE', detail: { as, roles: rolesOf(rule) } };
  const bodies = who.flatMap((each) => roundBodiesOf(context, each.at, unitOf(facts)));
  if (held.some((each) => bodies.includes(each.body))) return null;
  return { code: 'NOT_YOUR_BODY', detail: { as, bodies: bodies.join(',') } };
}

/** Four eyes: seed 004 has one office draw up plans and serve the council, so the person must differ. */
function oneCapacity({ actedAs }: RoundContext, actor: Actor, as: RoleName): Refusal | null {
  // A capacity that is not even held is refused as such.
  if (!actor.roles.some(({ role }) => role === as)) return null;
  const before = Object.hasOwn(actedAs, actor.personId) ? actedAs[actor.personId] : undefined;
  return before === undefined || before === as ? null : { code: 'SECOND_CAPACITY', detail: { actedAs: before, as } };
}

function revisionCurrent({ revision }: RoundContext, facts: RoundFacts): Refusal | null {
  const expected = 'expectedRevision' in facts ? facts.expectedRevision : undefined;
  if (expected === undefined || expected === revision) return null;
  return { code: 'STALE_REVISION', detail: { expected: String(expected), revision: String(revision) } };
}
