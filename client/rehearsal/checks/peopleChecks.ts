import type { Check, Findings } from './check.ts';
import { holdsUnless } from './check.ts';

/** Who did what: recomputed from the record, without asking the machine. */
export function peopleChecks({ acts, evidence }: Findings): Check[] {
  const { transitions, nominations } = evidence;
  const nominees = new Map(nominations.map(({ id, nominee }) => [id, nominee.id]));
  const capacities = Map.groupBy(
    transitions.filter(({ actorId }) => actorId !== null),
    ({ nominationId, actorId }) => `${nominationId} ${actorId}`,
  );
  const twoCapacities = [...capacities]
    .filter(([, events]) => new Set(events.map((each) => each.as)).size > 1)
    .map(([who]) => who);
  const own = transitions
    .filter(({ nominationId, actorId }) => actorId !== null && nominees.get(nominationId) === actorId)
    .map(({ nominationId }) => nominationId);
  // What the client said before an act must be what came of it, but for the form, and for a deadline that passed in between.
  const notForetold = ['STALE_REVISION', 'DECISION_NUMBER_MISSING', 'PAST_DEADLINE'];
  const ended = new Set(
    transitions
      .filter(({ type, from, to }) => type === 'deadline.pass' && from !== to)
      .map(({ nominationId }) => nominationId),
  );
  const contrary = acts.filter(({ allowed, outcome, subjectId }) => {
    if (allowed === null || outcome.kind === 'received') return false;
    if (outcome.kind === 'applied') return !allowed;
    return (
      allowed &&
      !outcome.refusals.every(({ code }) => notForetold.includes(code) || (code === 'NOT_NOW' && ended.has(subjectId)))
    );
  });
  const tried = (...codes: string[]): number =>
    acts.filter(
      ({ outcome }) => outcome.kind === 'refused' && outcome.refusals.some(({ code }) => codes.includes(code)),
    ).length;
  return [
    holdsUnless('oneCapacity', twoCapacities, {
      count: capacities.size,
      tried: tried('SECOND_CAPACITY', 'NOT_YOUR_ROLE'),
    }),
    holdsUnless('nobodyOnOwn', own, { count: nominations.length, tried: tried('OWN_DOSSIER') }),
    holdsUnless(
      'whyIsTrue',
      contrary.map(({ subjectId, type, by }) => `${subjectId} ${type} ${by}`),
      { count: acts.filter(({ allowed }) => allowed !== null).length },
    ),
  ];
}
