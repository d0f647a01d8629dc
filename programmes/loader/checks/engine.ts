import type { DueRule, Movement, Programme } from '../../../contract/programme.ts';
import { windowEnd } from '../../../contract/programme.ts';
import { roleNames } from '../../../contract/roles.ts';
import type { DeadlineName, RoadName } from '../../../contract/states.ts';
import { deadlineNames } from '../../../contract/states.ts';
import { chainSelectors, deadlineRules, isRole, movementBodies, resolveStep, splitStep } from '../../movements.ts';
import { ruleFaults } from '../../ruleFaults.ts';
import type { Problem } from '../problems.ts';
import { problemAt } from '../problems.ts';
import type { YamlSource } from '../yamlSource.ts';
import type { Check } from './context.ts';
import { faultProblems } from './faultProblems.ts';

type PlaceOf = YamlSource['place'];

/** Deadlines of stages that a road does not have. */
const unusedDeadlines: Record<RoadName, readonly DeadlineName[]> = { standard: [], simplified: ['council'] };

/** Every stage of a movement's road has a deadline: XState fires a delay it does not know at once, without a word. */
export const checkDeadlines: Check = ({ programme, source }) => {
  const problems: Problem[] = [];
  const missing = new Set<DeadlineName>();
  problems.push(...senselessRules(programme.configured.deadlines, ['configured', 'deadlines'], source.place));
  for (const [index, movement] of programme.movements.entries()) {
    const own = movement.configured.deadlines ?? {};
    const path = ['movements', index, 'configured', 'deadlines'];
    problems.push(...senselessRules(own, path, source.place));
    const rules = deadlineRules(programme, movement);
    const unused = unusedDeadlines[movement.configured.road];
    for (const name of deadlineNames) {
      if (unused.includes(name)) {
        if (own[name]) problems.push(problemAt(source.place([...path, name]), 'NO_COUNCIL_STEP'));
      } else if (!rules[name]) missing.add(name);
      const early = earlierThanDraft(movement, rules, name);
      const at = own[name] ? path : ['configured', 'deadlines'];
      if (early) problems.push(problemAt(source.place([...at, name, 'on']), 'DEADLINE_EARLY', { name, ...early }));
    }
  }
  const at = source.place(['configured', 'deadlines']);
  return [...problems, ...[...missing].map((name) => problemAt(at, 'DEADLINE_MISSING', { name }))];
};

function senselessRules(rules: Partial<Record<DeadlineName, DueRule>>, path: PropertyKey[], place: PlaceOf): Problem[] {
  return deadlineNames.flatMap((name) =>
    faultProblems(rules[name] ? ruleFaults({ nomination: name }, rules[name]) : [], [...path, name], place),
  );
}

/** A later stage due on a fixed day before nominating has ended could never be met. */
function earlierThanDraft(
  movement: Movement,
  rules: Partial<Record<DeadlineName, DueRule>>,
  name: DeadlineName,
): { on: string; draft: string } | null {
  const { on, withinDays } = rules[name] ?? {};
  const draftOn = rules.draft?.on;
  if (name === 'draft' || on === undefined || on === windowEnd || withinDays !== undefined) return null;
  const draft = draftOn === undefined || draftOn === windowEnd ? movement.reviewTime.window.to : draftOn;
  return on < draft ? { on, draft } : null;
}

/** Every step of an escalation chain names a role and leads to a body there is. */
export const checkEscalation: Check = ({ programme, source: { place } }) => {
  // The programme's chain serves every movement that has none of its own.
  const served = programme.movements.filter(({ configured }) => configured.escalation === undefined);
  const common = checkChain(
    programme,
    served,
    ['configured', 'escalation', 'chain'],
    programme.configured.escalation.chain,
    place,
  );
  const own = programme.movements.flatMap((movement, index) => {
    const path = ['movements', index, 'configured', 'escalation', 'chain'];
    return checkChain(programme, [movement], path, movement.configured.escalation?.chain ?? [], place);
  });
  return [...common, ...own];
};

function checkChain(
  programme: Programme,
  served: readonly Movement[],
  path: PropertyKey[],
  chain: readonly string[],
  place: PlaceOf,
): Problem[] {
  return chain.flatMap((step, index) => {
    const at = place([...path, index]);
    const { role, target } = splitStep(step);
    if (!isRole(role)) return [problemAt(at, 'UNKNOWN_ROLE', { name: role }, roleNames)];
    const targets = [...chainSelectors, ...programme.bodies];
    if (!targets.includes(target)) return [problemAt(at, 'UNKNOWN_BODY', { name: target }, targets)];
    const lost = served.some(
      (movement) => resolveStep(step, { ...movementBodies(programme, movement), unit: 'unit' }) === null,
    );
    return lost ? [problemAt(at, 'ESCALATION_UNRESOLVED', { step })] : [];
  });
}
