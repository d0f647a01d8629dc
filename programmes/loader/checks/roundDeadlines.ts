import type { DueRule, Movement } from '../../../contract/programme.ts';
import { windowEnd } from '../../../contract/programme.ts';
import type { RoundDeadlineName } from '../../../contract/roundStates.ts';
import { roundDeadlineNames, stagesAfterWindow } from '../../../contract/roundStates.ts';
import { escalationOf, roundRules } from '../../movements.ts';
import { ruleFaults } from '../../ruleFaults.ts';
import type { Problem } from '../problems.ts';
import { problemAt } from '../problems.ts';
import type { YamlSource } from '../yamlSource.ts';
import type { Check } from './context.ts';
import { faultProblems } from './faultProblems.ts';

type Rules = Partial<Record<RoundDeadlineName, DueRule>>;

/** Without these the round does as the plan says (opening, closing) or does not ask (answer). */
const optional: readonly RoundDeadlineName[] = ['opening', 'closing', 'answer'];

/** Every stage of a round has a deadline that makes sense and can be met. */
export const checkRoundDeadlines: Check = ({ programme, source: { place } }) => {
  const common = ['configured', 'rounds', 'deadlines'];
  const lastDay =
    programme.movements
      .map(({ reviewTime }) => reviewTime.window.to)
      .toSorted()
      .at(-1) ?? '';
  const problems = checkRules(programme.configured.rounds.deadlines, lastDay, common, place);
  for (const [index, { configured, reviewTime }] of programme.movements.entries()) {
    const path = ['movements', index, 'configured', 'rounds', 'deadlines'];
    problems.push(...checkRules(configured.rounds?.deadlines ?? {}, reviewTime.window.to, path, place));
  }
  const missing = roundDeadlineNames.filter(
    (name) =>
      !optional.includes(name) && programme.movements.some((movement) => !roundRules(programme, movement)[name]),
  );
  return [...problems, ...missing.map((name) => problemAt(place(common), 'DEADLINE_MISSING', { name }))];
};

/** A round's chain leads somewhere without the unit's steps. */
export const checkRoundChains: Check = ({ programme, source: { place } }) => {
  const path = ['configured', 'escalation', 'chain'];
  // A chain that leads nowhere even with a unit has been reported step by step.
  const lost = (movement: Movement) =>
    escalationOf(programme, movement).chain.length === 0 && escalationOf(programme, movement, 'unit').chain.length > 0;
  const common = programme.movements.some((movement) => !movement.configured.escalation && lost(movement));
  const own = programme.movements.flatMap((movement, index) =>
    movement.configured.escalation && lost(movement) ? [['movements', index, ...path]] : [],
  );
  return [...(common ? [path] : []), ...own].map((at) => problemAt(place(at), 'ROUND_WITHOUT_CHAIN'));
};

function checkRules(rules: Rules, lastDay: string, path: PropertyKey[], place: YamlSource['place']): Problem[] {
  return roundDeadlineNames.flatMap((name) => {
    const rule = rules[name];
    if (!rule) return [];
    const at = [...path, name];
    if (!leavesPlanAlone(name, rule)) return [problemAt(place(at), 'ROUND_OPENING_OF_PLAN')];
    const faults = faultProblems(ruleFaults({ round: name }, rule), at, place);
    const { on, withinDays } = rule;
    const early =
      (stagesAfterWindow as readonly string[]).includes(name) &&
      on !== undefined &&
      withinDays === undefined &&
      (on === windowEnd || on <= lastDay);
    return early
      ? [...faults, problemAt(place([...at, 'on']), 'ROUND_DEADLINE_EARLY', { name, on, to: lastDay })]
      : faults;
  });
}

function leavesPlanAlone(name: RoundDeadlineName, rule: DueRule): boolean {
  if (name === 'opening') return false;
  if (name !== 'closing') return true;
  return rule.on === windowEnd && Object.keys(rule).every((key) => key === 'on' || key === 'remindBefore');
}
