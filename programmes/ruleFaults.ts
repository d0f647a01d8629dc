import type { DueRule } from '../contract/programme.ts';
import type { RoundDeadlineName } from '../contract/roundStates.ts';
import type { DeadlineName } from '../contract/states.ts';
import { expiringDeadlines } from '../contract/states.ts';
import type { ruleTexts } from './ruleTexts.ts';

/** What is wrong with a rule by itself, at which of its keys (null: the whole rule), with the values its text names. */
export type RuleFault = {
  code: keyof typeof ruleTexts;
  key: keyof DueRule | null;
  values: Record<string, string | number>;
};

const countKeys = ['counting', 'firstDay', 'cutOffHour', 'endHour', 'rollForward'] as const satisfies (keyof DueRule)[];

/** Nobody can be late for these: the complaint window is waited for, the round's opening and closing happen by themselves. */
const waitedFor = { nomination: ['closing'], round: ['opening', 'closing'] } as const;

/**
 * Gives what makes no sense in a rule of a nomination's or a round's deadline: nothing to go by, settings of a count without
 * a count, a grace nobody can use, reminders out of order or before the stage begins.
 */
export function ruleFaults(
  of: { nomination: DeadlineName } | { round: RoundDeadlineName },
  rule: DueRule,
): RuleFault[] {
  return [...countFaults(rule), ...graceFaults(of, rule), ...reminderFaults(rule), ...pauseFaults(of, rule)];
}

function countFaults(rule: DueRule): RuleFault[] {
  const { on, withinDays, counting, firstDay, cutOffHour, endHour, rollForward } = rule;
  if (withinDays === undefined) {
    if (on === undefined) return [{ code: 'DEADLINE_EMPTY', key: null, values: {} }];
    return countKeys
      .filter((key) => rule[key] !== undefined)
      .map((key) => ({ code: 'RULE_WITHOUT_COUNT', key, values: { key } }));
  }
  const faults: RuleFault[] = [];
  // A count of working days ends on one (BLDS Đ.148 is about counts that do not).
  if (counting === 'working' && rollForward)
    faults.push({ code: 'RULE_ROLLS_WORKING', key: 'rollForward', values: {} });
  if (firstDay === 'counted' && withinDays === 1 && endHour !== undefined && (cutOffHour ?? 24) > endHour)
    faults.push({ code: 'RULE_ENDS_BEFORE_IT_BEGINS', key: 'endHour', values: { hour: endHour } });
  return faults;
}

function graceFaults(of: { nomination: DeadlineName } | { round: RoundDeadlineName }, { grace }: DueRule): RuleFault[] {
  if (!grace) return [];
  const [name, waits, expires] =
    'nomination' in of
      ? [of.nomination, isOneOf(waitedFor.nomination, of.nomination), isOneOf(expiringDeadlines, of.nomination)]
      : [of.round, isOneOf(waitedFor.round, of.round), false];
  if (waits) return [{ code: 'GRACE_NONE', key: 'grace', values: { name } }];
  // An official's lateness only escalates: there is nothing that a hard grace could keep out.
  return grace.kind === 'hard' && !expires ? [{ code: 'GRACE_HARD', key: 'grace', values: { name } }] : [];
}

function reminderFaults({ on, withinDays, remindBefore = [] }: DueRule): RuleFault[] {
  const unordered = remindBefore.find((days, index) => index > 0 && days >= (remindBefore[index - 1] ?? 0));
  if (unordered !== undefined)
    return [{ code: 'REMINDERS_UNORDERED', key: 'remindBefore', values: { days: unordered } }];
  const [first = 0] = remindBefore;
  if (on !== undefined || withinDays === undefined || first < withinDays) return [];
  return [{ code: 'REMINDERS_EARLY', key: 'remindBefore', values: { days: first, withinDays } }];
}

/** Only the department's clock waits for the unit. */
function pauseFaults(
  of: { nomination: DeadlineName } | { round: RoundDeadlineName },
  { pausesWhileReturned }: DueRule,
): RuleFault[] {
  const name = 'nomination' in of ? of.nomination : of.round;
  if (!pausesWhileReturned || ('nomination' in of && name === 'review')) return [];
  return [{ code: 'RULE_PAUSES_NOT', key: 'pausesWhileReturned', values: { name } }];
}

function isOneOf(names: readonly string[], name: string): boolean {
  return names.includes(name);
}
