import { initialTransition } from 'xstate';
import type { Notice, WorkItem } from '../../contract/nomination.ts';
import type { Refusal } from '../../contract/refusals.ts';
import type { PersistedRound, RoundInput } from '../../contract/round.ts';
import type { RoundEvent } from '../../contract/roundEvents.ts';
import type { RoundStateName } from '../../contract/roundStates.ts';
import { roundStateNames } from '../../contract/roundStates.ts';
import { MachineFailedError } from '../errors.ts';
import { nextSnapshot, persistedSnapshot, restoredSnapshot } from '../snapshots.ts';
import { isLate } from './late.ts';
import { roundPossibleIn } from './model.ts';
import { roundNoticesOf } from './notices.ts';
import { roundBeginning, roundMachineVersion } from './opening.ts';
import { roundRefusalsUnder } from './requirements.ts';
import type { RoundSnapshot } from './round.ts';
import { roundMachine } from './round.ts';
import { roundRules } from './rules.ts';
import type { StandingDeadline } from './standing.ts';
import { standingDeadlines } from './standing.ts';
import { roundWorkItemsOf } from './workItems.ts';

export type { RoundSnapshot, StandingDeadline };
export { roundBeginning, roundMachineVersion };

/** What an applied event comes to: the next snapshot, and everything the interpreter of it must now do. */
export type RoundApplied = {
  snapshot: RoundSnapshot;
  /** Null for the beginning. */
  from: RoundStateName | null;
  to: RoundStateName;
  revision: number;
  /** The complete list of what is open now; empty when the round is over. */
  workItems: WorkItem[];
  notices: Notice[];
  /** The duty was done after it was due. */
  late?: true;
};

/** Begins a round at revision 1. Throws IncompletePlanError (a duty without a date) or OtherMachineError. */
export function beginRound(input: RoundInput): RoundApplied {
  const [snapshot] = initialTransition(roundMachine, roundBeginning(input));
  if (snapshot.status === 'error') throw new MachineFailedError('The machine did not start', { cause: snapshot.error });
  return outcome(snapshot, null, { type: 'round.begin', at: input.begunAt });
}

/** Applies an event; null when the machine does not allow it, and then nothing has changed. */
export function applyRound(snapshot: RoundSnapshot, event: RoundEvent): RoundApplied | null {
  const next = nextSnapshot(roundMachine, snapshot, event);
  // XState answers a refused, unknown or late event with the very same snapshot.
  return next === snapshot ? null : outcome(next, snapshot, event);
}

function outcome(
  snapshot: RoundSnapshot,
  before: RoundSnapshot | null,
  event: RoundEvent | { type: 'round.begin'; at: string },
): RoundApplied {
  const to = roundStateOf(snapshot);
  return {
    snapshot,
    from: before && roundStateOf(before),
    to,
    revision: snapshot.context.revision,
    workItems: roundWorkItemsOf(to, snapshot.context),
    notices: roundNoticesOf({ event, to, before: before?.context ?? null }),
    ...(before && isLate(before.context, event) ? { late: true as const } : {}),
  };
}

/** Gives every reason against an event; empty exactly when `applyRound` would apply it. */
export function roundRefusals(snapshot: RoundSnapshot, event: RoundEvent): Refusal[] {
  const notNow = roundNotNowRefusal(roundStateOf(snapshot), event.type);
  return notNow ? [notNow] : roundRefusalsUnder(roundRules[event.type], snapshot.context, event);
}

/** Gives the refusal of an event that the state does not know, with the states that do. */
export function roundNotNowRefusal(state: RoundStateName, event: RoundEvent['type']): Refusal | null {
  const states = roundPossibleIn(event);
  if (states.includes(state)) return null;
  if (state === 'suspended') return { code: 'ROUND_SUSPENDED', detail: { event } };
  return { code: 'NOT_NOW', detail: { of: 'round', state, event, possibleIn: states.join(',') } };
}

/** Gives the snapshot as JSON; `restoreRound` is its inverse. */
export function persistRound(snapshot: RoundSnapshot): PersistedRound {
  return persistedSnapshot(roundMachine, snapshot);
}

/** Gives the snapshot that was persisted. Throws OtherMachineError when it belongs to another machine version. */
export function restoreRound(persisted: PersistedRound): RoundSnapshot {
  return restoredSnapshot(roundMachine, roundMachineVersion, persisted);
}

/** Gives the leaf state. */
export function roundStateOf(snapshot: RoundSnapshot): RoundStateName {
  const { value } = snapshot;
  const leaf: string = typeof value === 'string' ? value : value.running;
  const state = roundStateNames.find((name) => name === leaf);
  if (!state) throw new MachineFailedError(`Not a state: ${leaf}`);
  return state;
}

/** Gives whether nothing can happen any more. */
export function isRoundDone(snapshot: RoundSnapshot): boolean {
  return snapshot.status === 'done';
}

/** Gives the programme instant at which `deadline.pass` has something to do; null when it is over. */
export function roundWakeAt(snapshot: RoundSnapshot): string | null {
  return snapshot.context.deadlines[0]?.wakeAt ?? null;
}

/** Gives every deadline that has an instant now, running, paused or fixed ahead by the approved plan. */
export function roundDeadlinesOf(snapshot: RoundSnapshot): StandingDeadline[] {
  return standingDeadlines(snapshot.context);
}
