import { roundTransitionTexts } from '../../contract/texts/round/transitions.ts';
import type { ReasonRule, RoundFieldName, RoundRequirementName, RoundRule, RoundRuleName, Who } from './vocabulary.ts';

const clerk = { role: 'unitClerk', at: 'unit' } as const;
const head = { role: 'unitHead', at: 'unit' } as const;
const reviewer = { role: 'reviewer', at: 'inCharge' } as const;
const secretary = { role: 'councilSecretary', at: 'standingBody' } as const;
const authority = { role: 'approvingAuthority', at: 'authority' } as const;
const administrator = { role: 'administrator', at: 'authority' } as const;

function rule(
  name: RoundRuleName,
  who: readonly Who[],
  reason: ReasonRule,
  form: readonly RoundFieldName[],
  requires: readonly RoundRequirementName[],
): RoundRule {
  return { label: roundTransitionTexts[name], who, reason, form, requires };
}

/** The rule of every event. An event has the same rule in every state that allows it. */
export const roundRules: Record<RoundRuleName, RoundRule> = {
  // Seed 004 III.2: the body in charge draws the plan up, “trình Lãnh đạo Sở Y tế phê duyệt”.
  'plan.submit': rule('plan.submit', [reviewer], 'optional', ['plan'], ['planOrdered', 'planAhead']),
  'plan.approve': rule('plan.approve', [authority], 'optional', ['planHash'], ['windowNotOver', 'planSeen']),
  'plan.return': rule('plan.return', [authority], 'required', [], []),
  // Seed 004 III.3: units plan, launch and sign covenants; their heads answer for taking part.
  'unit.answer': rule('unit.answer', [head], 'optional', ['unit', 'takesPart'], ['windowRunning', 'unitKnown']),
  'unit.register': rule(
    'unit.register',
    [clerk, head],
    'optional',
    ['unit', 'nominees'],
    ['windowRunning', 'unitKnown', 'unitTakesPart'],
  ),
  'unit.signCovenant': rule(
    'unit.signCovenant',
    [clerk, head],
    'optional',
    ['unit', 'kind', 'parties'],
    ['windowRunning', 'unitKnown', 'unitTakesPart'],
  ),
  'deadline.change': rule(
    'deadline.change',
    [secretary, authority, administrator],
    'required',
    ['plan', 'of', 'dueAt', 'unit', 'stages', 'calendar'],
    ['unitKnown', 'changeHasEffect', 'changeAhead', 'changeOrdered'],
  ),
  'round.suspend': rule('round.suspend', [authority, administrator], 'required', [], []),
  'round.resume': rule('round.resume', [authority, administrator], 'required', [], []),
  'round.cancel': rule('round.cancel', [authority, administrator], 'required', [], []),
  'deadline.pass': rule('deadline.pass', [], 'none', [], ['deadlinePassed']),
  'stage.complete': rule('stage.complete', [], 'none', [], ['stageDone']),
  // Seed 003, 3.1: “phát mà không động”.
  'movement.stall': rule('movement.stall', [], 'none', [], ['stalled']),
};
