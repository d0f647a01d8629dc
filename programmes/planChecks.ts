import type { MovementPlan } from '../contract/roundActs.ts';
import type { DeadlineName } from '../contract/states.ts';
import { say } from '../contract/texts/text.ts';
import { PlanningError } from './planningError.ts';
import type { RuleFault } from './ruleFaults.ts';
import { ruleFaults } from './ruleFaults.ts';
import { ruleTexts } from './ruleTexts.ts';

/**
 * Throws PlanningError PLAN_DAYS_REVERSED or PLAN_RULE_SENSELESS for the first thing that makes no sense in a plan that is
 * submitted on the local day `today`.
 */
export function checkMovementPlan(plan: MovementPlan, today: string): void {
  const { opensOn, window, answerBy, deadlines } = plan;
  inOrder(window.from, window.to, 'ngày hết nhận đề nghị', 'the last day of nominations');
  inOrder(
    opensOn,
    window.from,
    'ngày đầu nhận đề nghị, sau khi phát động',
    'the first day of nominations, after the launch',
  );
  if (answerBy !== undefined) {
    const [vi, en] = ['ngày đơn vị trả lời', 'the day by which units answer'] as const;
    inOrder(opensOn, answerBy, vi, en);
    // A launch may lie in the past (D10); nobody can answer it there.
    inOrder(today, answerBy, `${vi}, còn hôm nay là ${today}`, `${en}; today is ${today}`);
    inOrder(answerBy, window.to, `ngày hết nhận đề nghị, sau ${vi}`, `the last day of nominations, after ${en}`);
  }
  for (const [name, rule] of Object.entries(deadlines)) {
    // `entries` forgets that the keys are the schema's names.
    const [fault] = ruleFaults({ nomination: name as DeadlineName }, rule);
    if (fault) throw senseless(name, fault);
    // Like a programme's: due on a fixed day before nominating has ended, a stage could never be met.
    if (rule.on !== undefined && rule.withinDays === undefined && rule.on < window.to) {
      throw senseless(name, { code: 'DEADLINE_EARLY', values: { name, on: rule.on, draft: window.to } });
    }
  }
}

function inOrder(from: string, to: string, whatVi: string, whatEn: string): void {
  if (to < from) throw new PlanningError('PLAN_DAYS_REVERSED', { from, to, whatVi, whatEn });
}

function senseless(deadline: string, { code, values }: Omit<RuleFault, 'key'>): PlanningError {
  const why = { whyVi: say(ruleTexts[code], 'vi', values), whyEn: say(ruleTexts[code], 'en', values) };
  return new PlanningError('PLAN_RULE_SENSELESS', { deadline, ...why });
}
