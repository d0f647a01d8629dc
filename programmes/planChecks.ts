import type { MovementPlan } from '../contract/roundActs.ts';
import type { DeadlineName } from '../contract/states.ts';
import { day } from '../contract/texts/dates.ts';
import { say } from '../contract/texts/text.ts';
import { PlanningError } from './planningError.ts';
import type { RuleFault } from './ruleFaults.ts';
import { ruleFaults } from './ruleFaults.ts';
import { ruleTexts } from './ruleTexts.ts';

/** A day of a plan and the field that holds it. */
type PlanDay = { field: string; on: string };

/**
 * Throws PlanningError PLAN_CRITERION_TWICE, PLAN_DAYS_REVERSED or PLAN_RULE_SENSELESS for the first thing that makes no
 * sense in a plan that is submitted on the local day `today`.
 */
export function checkMovementPlan(plan: MovementPlan, today: string): void {
  const { window, deadlines } = plan;
  checkCriteria(plan);
  const opens: PlanDay = { field: 'opensOn', on: plan.opensOn };
  const from: PlanDay = { field: 'window.from', on: window.from };
  const to: PlanDay = { field: 'window.to', on: window.to };
  inOrder(from, to, 'ngày hết nhận đề nghị', 'the last day of nominations');
  inOrder(opens, from, 'ngày đầu nhận đề nghị, sau khi phát động', 'the first day of nominations, after the launch');
  if (plan.answerBy !== undefined) {
    const answer: PlanDay = { field: 'answerBy', on: plan.answerBy };
    const [vi, en] = ['ngày đơn vị trả lời', 'the day by which units answer'] as const;
    inOrder(opens, answer, vi, en);
    // A launch may lie in the past (D10); nobody can answer it there.
    inOrder({ field: '', on: today }, answer, vi, en);
    inOrder(answer, to, `ngày hết nhận đề nghị, sau ${vi}`, `the last day of nominations, after ${en}`);
  }
  for (const [name, rule] of Object.entries(deadlines)) {
    // `entries` forgets that the keys are the schema's names.
    const [fault] = ruleFaults({ nomination: name as DeadlineName }, rule);
    if (fault) throw senseless(name, fault);
    // Like a programme's: due on a fixed day before nominating has ended, a stage could never be met.
    if (rule.on !== undefined && rule.withinDays === undefined && rule.on < window.to) {
      throw senseless(name, { code: 'DEADLINE_EARLY', values: { name, on: day(rule.on), draft: day(window.to) } });
    }
  }
}

/** A criterion is named by its code wherever a dossier is judged by it. */
function checkCriteria({ criteria }: MovementPlan): void {
  const codes = criteria.map(({ code }) => code);
  const at = codes.findIndex((code, index) => codes.indexOf(code) < index);
  const name = codes[at];
  if (name !== undefined) throw new PlanningError('PLAN_CRITERION_TWICE', { field: `criteria.${at}.code`, name });
}

/** Without a field of its own, `from` is today. */
function inOrder(from: PlanDay, to: PlanDay, whatVi: string, whatEn: string): void {
  if (from.on <= to.on) return;
  const before = { beforeVi: from.field || 'hôm nay', beforeEn: from.field || 'today' };
  const values = { field: to.field, from: day(from.on), to: day(to.on), ...before, whatVi, whatEn };
  throw new PlanningError('PLAN_DAYS_REVERSED', values);
}

function senseless(deadline: string, { code, values }: Omit<RuleFault, 'key'>): PlanningError {
  const why = { whyVi: say(ruleTexts[code], 'vi', values), whyEn: say(ruleTexts[code], 'en', values) };
  return new PlanningError('PLAN_RULE_SENSELESS', { deadline, ...why });
}
