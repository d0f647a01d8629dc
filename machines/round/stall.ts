import { dayMs } from '../../contract/calendarDay.ts';
import type { RoundContext } from '../../contract/round.ts';
import { stateRunning } from './deadlines.ts';

/**
 * Gives the instant from which the movement counts as stalled (“phát mà không động”, seed 003 3.1): launched so many days
 * ago, days of suspension not counted, and no unit has said it takes part, registered or signed a covenant. Null: it has
 * such acts, has been found stalled already, is not open, or its programme has no such rule.
 *
 * This is the machine's part of the rule: what the round itself has seen. Nominations are no events of their round; that
 * there is none either is for the record to say, before it proposes `movement.stall` (`store/queries/rounds.ts`).
 */
export function stallsAt(context: RoundContext): string | null {
  const { stalledAfterDays, stalledSince, answers, registrations, covenants } = context;
  const from = stallCountedFrom(context);
  if (stalledAfterDays === null || stalledSince !== null || from === null) return null;
  if (stateRunning(context) !== 'open') return null;
  if (registrations > 0 || covenants > 0 || Object.values(answers).some(({ takesPart }) => takesPart)) return null;
  return new Date(Date.parse(from) + stalledAfterDays * dayMs).toISOString();
}

/** Gives from when the days are counted: the launch, later by what the round has stood still since; null before it. */
export function stallCountedFrom({ stallCountsFrom, openedAt }: RoundContext): string | null {
  return stallCountsFrom ?? openedAt;
}
