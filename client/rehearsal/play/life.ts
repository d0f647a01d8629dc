import type { ActType } from '../../../contract/events.ts';
import type { RoundActType } from '../../../contract/roundEvents.ts';
import type { StateName } from '../../../contract/states.ts';
import { isTerminal } from '../../../contract/states.ts';
import type { ActOutcome } from '../../core/types.ts';
import type { PlannedBeat, PlannedNomination } from '../plan/planned.ts';

/** One nomination in play. */
export type Life = {
  plan: PlannedNomination;
  /** Null until it is opened, and for one refused at the opening. */
  nominationId: string | null;
  /** The next beat. */
  cursor: number;
  /** Programme instant of the last thing its people did. */
  lastAt: string;
  /** The state last seen; of the projection. */
  state: StateName | null;
  /** What went against the script; a nomination with any stops being played. */
  mishaps: string[];
  /** The opening has been answered. */
  opened: boolean;
};

/** One act as its sender knows it: what was asked, and what came back. */
export type SentAct = {
  key: string;
  /** A nomination, or a round. */
  subjectId: string;
  inboxId: string;
  type: ActType | RoundActType | 'nomination.open';
  by: string;
  outcome: ActOutcome;
  /** What the client had said before: null when nobody asked. */
  allowed: boolean | null;
  /** How much later than meant it was sent, in real milliseconds. */
  lateMs: number;
  tookMs: number;
};

/** Gives a nomination before its opening. */
export function newLife(plan: PlannedNomination): Life {
  return { plan, nominationId: null, cursor: 0, lastAt: plan.openAt, state: null, mishaps: [], opened: false };
}

/** Gives the beat that is next, or null when nothing more is to be done. */
export function nextBeat(life: Life): PlannedBeat | null {
  return life.mishaps.length > 0 ? null : (life.plan.beats[life.cursor] ?? null);
}

/** Gives whether the story is over: everything done, and the state reached in which it must end. */
export function isToldOut(life: Life, now: string): boolean {
  if (!life.opened) return false;
  if (life.mishaps.length > 0) return true;
  // One that is left open is watched until its lateness has gone all the way up.
  if (life.plan.escalates && life.state !== null && !isTerminal(life.state) && now < life.plan.expectedEnd)
    return false;
  return nextBeat(life) === null && life.state === life.plan.ends;
}
