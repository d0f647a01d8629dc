import { dayMs } from '../../contract/calendarDay.ts';
import type { RoundContext } from '../../contract/round.ts';
import { stateRunning } from './deadlines.ts';

/**
 * Gives the instant from which the movement counts as stalled (“phát mà không động”, seed 003 3.1): launched so many days
 * ago, and no unit has said it takes part, registered or signed a covenant. Null: it has such acts, has been found stalled
 * already, is not open, or its programme has no such rule.
 */
export function stallsAt(context: RoundContext): string | null {
  const { stalledAfterDays, stalledSince, openedAt, answers, registrations, covenants } = context;
  if (stalledAfterDays === null || stalledSince !== null || openedAt === null) return null;
  if (stateRunning(context) !== 'open') return null;
  if (registrations > 0 || covenants > 0 || Object.values(answers).some(({ takesPart }) => takesPart)) return null;
  return new Date(Date.parse(openedAt) + stalledAfterDays * dayMs).toISOString();
}
