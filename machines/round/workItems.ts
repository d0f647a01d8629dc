import { endOfDayAfter } from '../../contract/calendarDay.ts';
import type { WorkItem } from '../../contract/nomination.ts';
import type { Queue } from '../../contract/roles.ts';
import { queueOf } from '../../contract/roles.ts';
import type { RoundContext, RoundDeadline } from '../../contract/round.ts';
import { unansweredUnits } from '../../contract/round.ts';
import type { RoundDeadlineName, RoundStateName } from '../../contract/roundStates.ts';
import { toldAt } from '../escalation.ts';
import { roundBodiesOf } from './bodies.ts';
import type { Who } from './vocabulary.ts';

const reviewer = { role: 'reviewer', at: 'inCharge' } as const;
const secretary = { role: 'councilSecretary', at: 'standingBody' } as const;
const authority = { role: 'approvingAuthority', at: 'authority' } as const;

/** Whose duty each deadline is. The standing body “theo dõi, đôn đốc” (seed 004 III), so the season's own dates are its. */
const ownersOf: Record<RoundDeadlineName, readonly Who[]> = {
  plan: [reviewer],
  approval: [authority],
  opening: [secretary],
  answer: [{ role: 'unitHead', at: 'unit' }],
  closing: [secretary],
  appraisal: [reviewer],
  council: [secretary],
  decision: [authority],
  publication: [secretary],
  conclusion: [secretary],
  // The secretary watches over it, the authority may end it: both see it wait.
  suspension: [secretary, authority],
};

/** Gives everything that is open now: one item per running deadline and owner, each with a queue, a due time and a next step. */
export function roundWorkItemsOf(state: RoundStateName, context: RoundContext): WorkItem[] {
  return [
    ...context.deadlines.flatMap((deadline) => itemsOf(state, context, deadline)),
    ...stalledItems(state, context),
  ];
}

function itemsOf(state: RoundStateName, context: RoundContext, deadline: RoundDeadline): WorkItem[] {
  const { name, dueAt, wakeAt, level, remindAt, provisional } = deadline;
  const common = {
    dueAt,
    nextEscalationAt: wakeAt,
    level,
    ...(remindAt ? { remindAt } : {}),
    ...(provisional ? { provisional } : {}),
  };
  const item = (key: string, queue: Queue): WorkItem => ({
    ...{ key, queue, ...common },
    escalatedTo: toldAt(context.escalation.chain, level, queue),
  });
  if (name === 'answer')
    return unansweredUnits(context).map((unit) => item(`answer:${unit}`, queueOf('unitHead', unit)));
  return ownersOf[name].flatMap(({ role, at }, index) =>
    roundBodiesOf(context, at).map((body) => item(index > 0 ? `${state}:${role}` : state, queueOf(role, body))),
  );
}

/** A stalled movement is somebody's to rouse; if nobody does, the end of the window overtakes it. */
function stalledItems(state: RoundStateName, context: RoundContext): WorkItem[] {
  const { stalledSince, escalation, bodies, deadlines } = context;
  const closing = deadlines.find(({ name }) => name === 'closing');
  if (state !== 'open' || stalledSince === null || !closing) return [];
  const step = endOfDayAfter(stalledSince, escalation.everyDays);
  return [
    {
      key: 'stalled',
      queue: queueOf('councilSecretary', bodies.standingBody),
      dueAt: Date.parse(step) < Date.parse(closing.dueAt) ? step : closing.dueAt,
      nextEscalationAt: closing.wakeAt,
      level: 0,
      escalatedTo: null,
    },
  ];
}
