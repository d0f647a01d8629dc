import type { NominationContext } from '../contract/nomination.ts';
import type { Refusal } from '../contract/refusals.ts';
import type { Actor, RoleName } from '../contract/roles.ts';
import { bodiesUnder } from './bodies.ts';
import type { Facts, Rule } from './vocabulary.ts';

/**
 * The rules that bind every act of a person, administrators included: the role is held for the right body, nobody acts
 * on their own dossier, nobody acts in two capacities. They are no part of a transition's `requires`, so that no
 * transition can forget them. A change of a whole round is no act on the dossier: all but the last bind it.
 */
export function conflictRefusals(rule: Rule, context: NominationContext, facts: Facts): Refusal[] {
  const { actor, as } = facts;
  if (!actor || !as) return [{ code: 'NOT_YOUR_ROLE', detail: { as: as ?? '', roles: rolesOf(rule) } }];
  const checks = [
    roleHeld(rule, context, facts, actor, as),
    notOwnDossier(context, actor, as),
    rule.kind === 'change' ? null : oneCapacity(context, actor, as),
    notFromNomineesBody(context, actor, as),
    revisionCurrent(context, facts),
  ];
  return checks.filter((refusal) => refusal !== null);
}

/** Capacities in which a person judges a nomination or moves its deadlines, as against making it. */
const officialRoles: readonly RoleName[] = [
  'reviewer',
  'appraiser',
  'councilSecretary',
  'approvingAuthority',
  'administrator',
];

function rolesOf(rule: Rule): string {
  return [...new Set(rule.who.map((who) => who.role))].join(',');
}

function roleHeld(rule: Rule, context: NominationContext, facts: Facts, actor: Actor, as: RoleName): Refusal | null {
  const who = rule.who.filter((each) => each.role === as);
  const held = actor.roles.filter((each) => each.role === as);
  if (who.length === 0 || held.length === 0) return { code: 'NOT_YOUR_ROLE', detail: { as, roles: rolesOf(rule) } };
  const bodies = who.flatMap((each) => bodiesUnder(rule, context, each.at, facts.division));
  if (held.some((each) => bodies.includes(each.body))) return null;
  return { code: 'NOT_YOUR_BODY', detail: { as, bodies: bodies.join(',') } };
}

function notOwnDossier({ nominee }: NominationContext, actor: Actor, as: RoleName): Refusal | null {
  const own =
    nominee.kind === 'individual'
      ? actor.personId === nominee.id
      : actor.homeBody === nominee.id && officialRoles.includes(as);
  return own ? { code: 'OWN_DOSSIER', detail: {} } : null;
}

/** Luật 2022 sets no four-eyes rule; seed 004 has one office propose to the council it serves, so the person must differ. */
function oneCapacity({ actedAs }: NominationContext, actor: Actor, as: RoleName): Refusal | null {
  // A capacity that is not even held is refused as such; to call it a second one would only puzzle.
  if (!actor.roles.some(({ role }) => role === as)) return null;
  const before = Object.hasOwn(actedAs, actor.personId) ? actedAs[actor.personId] : undefined;
  return before === undefined || before === as ? null : { code: 'SECOND_CAPACITY', detail: { actedAs: before, as } };
}

function notFromNomineesBody({ guards, bodies }: NominationContext, actor: Actor, as: RoleName): Refusal | null {
  const barred = guards.includes('notFromNomineesBody') && officialRoles.includes(as) && actor.homeBody === bodies.unit;
  return barred ? { code: 'FROM_NOMINEES_BODY', detail: { body: bodies.unit } } : null;
}

function revisionCurrent({ revision }: NominationContext, { expectedRevision }: Facts): Refusal | null {
  if (expectedRevision === undefined || expectedRevision === revision) return null;
  return { code: 'STALE_REVISION', detail: { expected: String(expectedRevision), revision: String(revision) } };
}
