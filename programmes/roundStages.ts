import { endOfDay, startOfDay } from '../contract/calendarDay.ts';
import type { StageDue } from '../contract/nomination.ts';
import type { Programme } from '../contract/programme.ts';
import type { RoundDeadlineName } from '../contract/roundStates.ts';
import { roundDeadlineNames } from '../contract/roundStates.ts';
import { roundRules } from './movements.ts';
import type { ProgrammeRound } from './rounds.ts';
import { stageDueOf } from './stageDue.ts';

/**
 * Gives when each of the round's stages is due. Until a plan is approved, opening and closing are those of the definition.
 */
export function roundStages(programme: Programme, round: ProgrammeRound): Record<RoundDeadlineName, StageDue> {
  const rules = roundRules(programme, round.movement);
  const closesAt = endOfDay(round.window.to);
  // Without a rule units are not asked to answer, or, when the plan gives a day, have that day and nothing more.
  const stages = roundDeadlineNames.map((name) => [name, stageDueOf(rules[name] ?? {}, closesAt)] as const);
  return {
    ...(Object.fromEntries(stages) as Record<RoundDeadlineName, StageDue>),
    opening: { on: startOfDay(round.opensOn) },
    closing: { ...stageDueOf(rules.closing ?? {}, closesAt), on: closesAt },
  };
}
