import type { Nominate } from '../../../contract/acts.ts';
import type { Refusal } from '../../../contract/refusals.ts';
import type { PlanFacts, RoundContext } from '../../../contract/round.ts';
import type { RoundStateName } from '../../../contract/roundStates.ts';
import { isProvisionalDate } from '../../../machines/round/window.ts';
import type { PlanRequest } from '../../../programmes/plan.ts';
import type { Store } from '../../../store/connect.ts';
import { roundsAt } from '../../../store/queries/rounds.ts';

/** The round a nomination is opened in, or why there is none. */
export type RoundFound =
  | { round: PlanRequest['round']; nominationsPerUnit: PlanFacts['nominationsPerUnit'] }
  | { refusals: Refusal[] };

/** What was received while the window was open is taken however far the round has gone since, unless it was stopped. */
const takes = (state: RoundStateName): boolean => state !== 'suspended' && state !== 'cancelled';

/**
 * Gives the round whose window a nomination received at the programme instant falls into: judged by when it was received,
 * not by how far the round has gone since. The unit's own extension counts. Nothing opens before the plan is approved.
 */
export async function roundOf(
  store: Store,
  { programmeId, movementId, unitId }: Nominate,
  at: string,
): Promise<RoundFound> {
  const rounds = await roundsAt(store, programmeId, movementId);
  const found = rounds.map(({ id, state, snapshot }) => ({ id, state, context: snapshot.context }));
  const inWindow = found.find(({ state, context }) => takes(state) && within(context, unitId, at));
  const answer = inWindow?.context.answers[unitId];
  // What the unit answered after it had nominated takes nothing back.
  if (inWindow && answer?.takesPart === false && answer.at <= at)
    return { refusals: [{ code: 'UNIT_NOT_TAKING_PART', detail: { unit: unitId, round: inWindow.id } }] };
  if (inWindow) {
    const { id, context } = inWindow;
    return { round: windowOf(id, context, unitId), nominationsPerUnit: context.approved?.nominationsPerUnit };
  }
  const suspended = found.find(({ state, context }) => state === 'suspended' && within(context, unitId, at));
  if (suspended) return { refusals: [{ code: 'ROUND_SUSPENDED', detail: { round: suspended.id } }] };
  return { refusals: [notOpen(found, unitId, at)] };
}

function within({ approved, unitWindows }: RoundContext, unitId: string, at: string): boolean {
  // A plan may open its window retroactively; what was received before its approval was still too early.
  if (!approved || at < approved.at) return false;
  const to = unitWindows[unitId] ?? approved.closesAt;
  return approved.nominationsFrom <= at && at <= to;
}

function windowOf(roundId: string, context: RoundContext, unitId: string): PlanRequest['round'] {
  const { approved, unitWindows } = context;
  if (!approved) throw new RangeError(`${roundId} has no approved plan`);
  return {
    roundId,
    from: approved.nominationsFrom,
    to: unitWindows[unitId] ?? approved.closesAt,
    ...(isProvisionalDate(context, 'closing', unitId) ? { provisional: true } : {}),
    stages: approved.stages,
  };
}

/** A round whose plan is not approved says so; otherwise the next window to come, else the last one, is named. */
function notOpen(
  rounds: { id: string; state: RoundStateName; context: RoundContext }[],
  unitId: string,
  at: string,
): Refusal {
  const windows = rounds
    .filter(({ state, context }) => context.approved && context.approved.at <= at && takes(state))
    .map(({ id, context }) => windowOf(id, context, unitId))
    .sort((left, right) => left.from.localeCompare(right.from));
  const named = windows.find(({ from }) => from > at) ?? windows.at(-1);
  if (named) return { code: 'WINDOW_NOT_OPEN', detail: { from: named.from, to: named.to, round: named.roundId } };
  const first = rounds.find(({ state }) => state !== 'cancelled') ?? rounds[0];
  const early = first?.context.approved && at < first.context.approved.at;
  return {
    code: 'ROUND_NOT_OPEN',
    detail: { round: first?.id ?? '', state: early ? 'planReview' : (first?.state ?? '') },
  };
}
