import { dayMs, localDay } from '../../contract/calendarDay.ts';
import type { RoundDeadlineName, RoundStateName } from '../../contract/roundStates.ts';
import { stagesAfterWindow } from '../../contract/roundStates.ts';
import { dueOf } from '../../machines/dueDates.ts';
import type { ProgrammeRound } from '../../programmes/rounds.ts';
import type { RoundOnRecord } from '../../store/queries/schedule.ts';
import type { PlannedStage, RoundDays } from './planned.ts';
import type { RoundStage } from './types.ts';

/** The state in which each stage of a round is worked on, and the deadline that runs then. */
const stateOfStage = {
  plan: 'planning',
  approval: 'planReview',
  window: 'open',
  appraisal: 'appraisal',
  council: 'council',
  decision: 'decision',
  conclusion: 'published',
} as const satisfies Partial<Record<RoundStage, RoundStateName>>;
const deadlineOfStage: Partial<Record<RoundStage, RoundDeadlineName>> = {
  plan: 'plan',
  approval: 'approval',
  opening: 'opening',
  answer: 'answer',
  window: 'closing',
  appraisal: 'appraisal',
  council: 'council',
  decision: 'decision',
  publication: 'publication',
  conclusion: 'conclusion',
};

/** Gives so many days from the first to the second local day. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

/** Gives the days that follow from what was approved or is proposed; else those of the definition. */
export function daysOnRecord(round: ProgrammeRound, { context }: RoundOnRecord): RoundDays {
  const facts = context.approved ?? context.proposal;
  const closing = context.deadlines.find(({ name }) => name === 'closing');
  const { opensOn, window } = round;
  const to = closing?.dueAt ?? facts?.closesAt;
  return {
    opensOn: facts ? localDay(facts.opensAt) : opensOn,
    window: {
      from: facts ? localDay(facts.nominationsFrom) : window.from,
      to: to === undefined ? window.to : localDay(to),
    },
  };
}

/** The states a round went through, with the instants. */
export type Path = { state: RoundStateName; at: string }[];

/** Gives the round's path without its pauses: a suspension interrupts a stage and does not end it. */
export function withoutPauses({ path }: RoundOnRecord): Path {
  const steps: Path = [];
  for (const step of path) if (step.state !== 'suspended' && steps.at(-1)?.state !== step.state) steps.push(step);
  return steps;
}

/** Gives the state in which the stage is worked on; undefined: it has none of its own. */
export function stateOf(stage: RoundStage): RoundStateName | undefined {
  return stateOfStage[stage as keyof typeof stateOfStage];
}

/** Gives when the stage was entered and left, or null when it has not begun. */
export function timesOf(stage: RoundStage, path: Path): { enteredAt: string; leftAt: string | null } | null {
  // Results are published at the end of the decision's stage: it has no state of its own.
  if (stage === 'publication') {
    const published = path.find(({ state }) => state === 'published');
    return published ? { enteredAt: published.at, leftAt: published.at } : null;
  }
  const state = stateOf(stage);
  // A plan may be returned and submitted again: its drafting lasts from the first time to the last.
  const first =
    stage === 'plan'
      ? path.findIndex((step) => step.state === state)
      : path.findLastIndex((step) => step.state === state);
  const last = path.findLastIndex((step) => step.state === state);
  const entered = path[first];
  return entered ? { enteredAt: entered.at, leftAt: path[last + 1]?.at ?? null } : null;
}

/** Gives the same of the window, whose first day is that of the plan: a round that ended before it had none. */
export function windowTimes({ from }: PlannedStage, path: Path): { enteredAt: string; leftAt: string | null } | null {
  const open = timesOf('window', path);
  if (open?.leftAt && localDay(open.leftAt) < from) return null;
  return open && { enteredAt: from, leftAt: open.leftAt };
}

/** Gives the local day on which a stage entered at the instant is due: its running deadline's, else by the rule the round keeps. */
export function dueDayOf(stage: RoundStage, { context }: RoundOnRecord, enteredAt: string): string | null {
  const name = deadlineOfStage[stage];
  if (!name) return null;
  const running = context.deadlines.find((deadline) => deadline.name === name);
  if (running) return localDay(running.dueAt);
  const rule = context.plan[name];
  return rule ? localDay(dueOf(rule, enteredAt, context.calendar).dueAt) : null;
}

/** Gives whether the stage's running deadline was computed over days not yet announced. */
export function runsProvisional(stage: RoundStage, { context }: RoundOnRecord): boolean {
  return context.deadlines.some(({ name, provisional }) => name === deadlineOfStage[stage] && provisional === true);
}

/** Gives whether the round went past the stage without it: nothing was handed on to it. */
export function wasSkipped(stage: RoundStage, path: Path): boolean {
  const place = stagesAfterWindow.findIndex((one) => String(one) === stage);
  if (place === -1 || timesOf(stage, path) !== null) return false;
  return stagesAfterWindow.slice(place + 1).some((later) => timesOf(later, path) !== null);
}
