import type { RoundContext } from '../../contract/round.ts';
import type { RoundEvent } from '../../contract/roundEvents.ts';
import type { RoundDeadlineName } from '../../contract/roundStates.ts';

/** The duty that each act discharges. */
const dutyOf: Partial<Record<RoundEvent['type'], RoundDeadlineName>> = {
  'plan.submit': 'plan',
  'plan.approve': 'approval',
  'plan.return': 'approval',
  'unit.answer': 'answer',
};

/** Gives whether an act did a duty after it was due. At the very instant it is in time. */
export function isLate({ deadlines }: RoundContext, event: { type: string; at: string }): boolean {
  const duty = dutyOf[event.type as RoundEvent['type']];
  const deadline = deadlines.find(({ name }) => name === duty);
  return deadline !== undefined && Date.parse(event.at) > Date.parse(deadline.dueAt);
}
