import type { WorkingCalendar } from './calendar.ts';
import type { StageDue } from './nomination.ts';
import type { Actor, RoleName } from './roles.ts';
import type { PlanFacts, StageCounts } from './round.ts';
import type { CovenantKind, RoundDeadlineName } from './roundStates.ts';

/** What people can do with a round. Texts (criteria, reasons, names) stay in the inbox row and its tables. Zod-free. */
export const roundActTypes = [
  'plan.submit',
  'plan.approve',
  'plan.return',
  'unit.answer',
  'unit.register',
  'unit.signCovenant',
] as const;
export type RoundActType = (typeof roundActTypes)[number];

/** Common to every act of a person on a round. */
type RoundActBase<T extends string> = {
  type: T;
  /** Programme instant of receipt (ISO): lateness is judged by it. */
  at: string;
  actor: Actor;
  as: RoleName;
  reasonGiven: boolean;
  expectedRevision?: number;
};

export type RoundActEvent =
  | (RoundActBase<'plan.submit'> & { plan: PlanFacts })
  /** `planHash` is what the approver saw; the approval is of exactly that plan. */
  | (RoundActBase<'plan.approve'> & { planHash: string })
  | RoundActBase<'plan.return'>
  | (RoundActBase<'unit.answer'> & { unit: string; takesPart: boolean })
  | (RoundActBase<'unit.register'> & { unit: string; nominees: number })
  | (RoundActBase<'unit.signCovenant'> & { unit: string; kind: CovenantKind; parties: number });

/** A previewed change, delivered to the round itself; the same change reaches its nominations as a `ChangeEvent`. */
export type RoundChangeEvent =
  | (RoundActBase<'deadline.change'> & {
      changeId: string;
      /** New rules of the round's own stages entered from now on. */
      plan?: Partial<Record<RoundDeadlineName, StageDue>>;
      /** The running deadline that moves, and its new instant. `closing` also moves the end of the nominations. */
      of?: RoundDeadlineName;
      dueAt?: string;
      /** `dueAt` was counted over working days that may still change, whatever the rule of the deadline counts. */
      provisional?: true;
      /** With `of: 'closing'`: the new end holds for this unit only. */
      unit?: string;
      /** New rules for stages of nominations opened from now on. */
      stages?: PlanFacts['stages'];
      calendar?: WorkingCalendar;
    })
  | (RoundActBase<'round.suspend' | 'round.resume' | 'round.cancel'> & { changeId: string });

/** What the season itself brings about: timers, and what the record shows of the round's nominations. */
export type RoundSeasonEvent =
  | { type: 'deadline.pass'; at: string }
  /** Every nomination has left the stage the round is in. `listHash` is the SHA-256 of the ids handed on, sorted. */
  | { type: 'stage.complete'; at: string; counts: StageCounts; listHash: string }
  /** “Phát mà không động”: launched, and after the days its rule gives nobody has acted (seed 003, 3.1). */
  | { type: 'movement.stall'; at: string };

export type RoundEvent = RoundActEvent | RoundChangeEvent | RoundSeasonEvent;
export type RoundEventType = RoundEvent['type'] | 'round.begin';
