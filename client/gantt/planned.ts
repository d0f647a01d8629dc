import type { WorkingCalendar } from '../../contract/calendar.ts';
import { addDays, workingDayBefore } from '../../contract/calendar.ts';
import { endOfDay, localDay, startOfDay } from '../../contract/calendarDay.ts';
import type { DueRule, Programme } from '../../contract/programme.ts';
import type { RoundDeadlineName } from '../../contract/roundStates.ts';
import { stagesAfterWindow } from '../../contract/roundStates.ts';
import { dueOf } from '../../machines/dueDates.ts';
import { roundRules } from '../../programmes/movements.ts';
import type { ProgrammeRound } from '../../programmes/rounds.ts';
import { dayCountOf, stageDueOf } from '../../programmes/stageDue.ts';
import type { RoundStage } from './types.ts';

/** The days of one stage, as far as they are known before it happens. */
export type PlannedStage = { stage: RoundStage; from: string; to: string; mark: boolean; provisional: boolean };

/** What the days of a round's stages follow from. */
export type RoundDays = { opensOn: string; window: { from: string; to: string } };

/**
 * Gives the days of a round's stages by the rules of the definition, in the order of the season. Plan and approval are
 * counted back from the launch: the latest days in time for it. A stage without a rule has no days and is left out, and so
 * is the council on the simplified road (NĐ 98/2023 Đ.40).
 */
export function plannedStages(
  programme: Programme,
  round: ProgrammeRound,
  days: RoundDays,
  calendar: WorkingCalendar,
): PlannedStage[] {
  const rules = roundRules(programme, round.movement);
  const { opensOn, window } = days;
  return [
    ...beforeOpening(rules, opensOn, calendar),
    { stage: 'opening', from: opensOn, to: opensOn, mark: true, provisional: false },
    ...answerMark(rules.answer, days, calendar),
    { stage: 'window', from: window.from, to: window.to, mark: false, provisional: false },
    ...afterWindow(programme, round, endOfDay(window.to), stagesAfterWindow, calendar),
  ];
}

/** Gives the days of the stages that follow one another from the instant on. */
export function afterWindow(
  programme: Programme,
  { movement, window }: ProgrammeRound,
  after: string,
  stages: readonly (typeof stagesAfterWindow)[number][],
  calendar: WorkingCalendar,
): PlannedStage[] {
  const rules = roundRules(programme, movement);
  const planned: PlannedStage[] = [];
  let begins = after;
  for (const stage of stages) {
    const rule = rules[stage];
    if (!rule || (stage === 'council' && movement.configured.road === 'simplified')) continue;
    const { dueAt, provisional } = dueOf(stageDueOf(rule, endOfDay(window.to)), begins, calendar);
    // A fixed day may lie before the stage begins; then it lasts the one day.
    const from = addDays(localDay(begins), 1);
    const to = localDay(dueAt) < from ? from : localDay(dueAt);
    planned.push({ stage, from, to, mark: false, provisional: provisional === true });
    begins = endOfDay(to);
  }
  return planned;
}

function beforeOpening(
  rules: Partial<Record<RoundDeadlineName, DueRule>>,
  opensOn: string,
  calendar: WorkingCalendar,
): PlannedStage[] {
  const planned: PlannedStage[] = [];
  let to = addDays(opensOn, -1);
  for (const stage of ['approval', 'plan'] as const) {
    const count = rules[stage] && dayCountOf(rules[stage]);
    if (!count) continue;
    // The last of the stage's days is counted.
    const after = addDays(to, 1);
    const from = count.kind === 'working' ? workingDayBefore(calendar, after, count.days) : addDays(after, -count.days);
    planned.unshift({ stage, from, to, mark: false, provisional: false });
    to = addDays(from, -1);
  }
  return planned;
}

function answerMark(
  rule: DueRule | undefined,
  { opensOn, window }: RoundDays,
  calendar: WorkingCalendar,
): PlannedStage[] {
  if (!rule) return [];
  const { dueAt, provisional } = dueOf(stageDueOf(rule, endOfDay(window.to)), startOfDay(opensOn), calendar);
  const day = localDay(dueAt);
  return [{ stage: 'answer', from: day, to: day, mark: true, provisional: provisional === true }];
}
