import type { MovementPlan } from '../../../contract/roundActs.ts';
import type { DayCountRule } from '../../../contract/stageRule.ts';
import type { DeadlineName } from '../../../contract/states.ts';
import { ruleDetailTexts } from '../../../contract/texts/cli/rounds.ts';
import { deadlineTexts } from '../../../contract/texts/deadlines.ts';
import { stageDueOf } from '../../../programmes/stageDue.ts';
import type { Call } from '../session.ts';
import { ruleText } from './changeWords.ts';

/** Gives a plan's own rules of deadlines in words, or null when it has none. */
export function planRulesText({ deadlines }: MovementPlan, call: Call): string | null {
  const rules = Object.entries(deadlines).map(([name, rule]) => {
    // `entries` forgets that the keys are the schema's names.
    const parts = [wordsOf(rule, call), ...detailsOf(rule, call)];
    return `${call.say(deadlineTexts[name as DeadlineName])}: ${parts.join(', ')}`;
  });
  return rules.length === 0 ? null : rules.join('; ');
}

function wordsOf(rule: DayCountRule, call: Call): string {
  // A plan's rule names a day of its own, never the end of the window.
  return ruleText(stageDueOf(rule, ''), call);
}

function detailsOf(rule: DayCountRule, call: Call): string[] {
  const { firstDay, cutOffHour, endHour, rollForward, grace, remindBefore = [], pausesWhileReturned } = rule;
  return [
    ...(firstDay === 'counted' ? [call.say(ruleDetailTexts.firstDayCounted)] : []),
    ...(cutOffHour === undefined ? [] : [call.say(ruleDetailTexts.cutOffHour, { hour: cutOffHour })]),
    ...(endHour === undefined ? [] : [call.say(ruleDetailTexts.endHour, { hour: endHour })]),
    ...(rollForward ? [call.say(ruleDetailTexts.rollForward)] : []),
    ...(grace ? [call.say(ruleDetailTexts[grace.kind], { days: grace.days })] : []),
    ...(remindBefore.length > 0 ? [call.say(ruleDetailTexts.remindBefore, { days: remindBefore.join(', ') })] : []),
    ...(pausesWhileReturned ? [call.say(ruleDetailTexts.pausesWhileReturned)] : []),
  ];
}
