import type { WorkingCalendar } from '../../contract/calendar.ts';
import type { RoundDeadlineName, RoundStateName } from '../../contract/roundStates.ts';
import { roundDeadlineNames } from '../../contract/roundStates.ts';
import { recounted, stateOfDeadline } from './deadlines.ts';
import { roundStateOf } from './interpreter.ts';
import { roundModel } from './model.ts';
import type { RoundSnapshot } from './round.ts';

/** What a preview of changes asks of a round, besides `roundDeadlinesOf`. */

/**
 * Gives the running deadlines as they would be due were their days counted by another calendar. What is not a straight count
 * from its start (a fixed or moved day, an instant of the plan, a resumed clock) is left out: no calendar moves it.
 */
export function roundRecountedDues(
  { context }: RoundSnapshot,
  calendar: WorkingCalendar,
): { name: RoundDeadlineName; dueAt: string; provisional: boolean }[] {
  return context.deadlines.flatMap((deadline) => {
    if (context.plan[deadline.name].count === undefined || recounted(context, deadline)?.dueAt !== deadline.dueAt)
      return [];
    const counted = recounted({ ...context, calendar }, deadline);
    return counted ? [{ name: deadline.name, dueAt: counted.dueAt, provisional: counted.provisional === true }] : [];
  });
}

/** Gives the names of the deadlines of stages that the round can still enter: the rules that still matter to it. */
export function roundOpenStages(snapshot: RoundSnapshot): RoundDeadlineName[] {
  const { suspension } = snapshot.context;
  const entered = new Set<RoundStateName>();
  const waiting = [roundStateOf(snapshot)];
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
    for (const { from: source, to, type } of roundModel.steps) {
      if (source !== from || to === from || entered.has(to)) continue;
      // A round that is suspended goes on only where it was.
      if (type === 'round.resume' && to !== suspension?.from) continue;
      entered.add(to);
      waiting.push(to);
    }
  }
  return roundDeadlineNames.filter((name) => {
    const state = stateOfDeadline[name];
    return state !== null && entered.has(state);
  });
}
