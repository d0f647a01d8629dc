import type { NominationContext, WorkItem } from '../contract/nomination.ts';
import type { Queue } from '../contract/roles.ts';
import { queueOf } from '../contract/roles.ts';
import type { StateName } from '../contract/states.ts';
import { awaitedDivisions, bodiesOf } from './bodies.ts';
import type { Who } from './vocabulary.ts';

/** Who owns what waits in a state; null where the nomination is over. Design rule 12: nothing waits without an owner. */
const ownerOf: Record<StateName, Who | null> = {
  draft: { role: 'unitClerk', at: 'unit' },
  departmentReview: { role: 'reviewer', at: 'inCharge' },
  appraisal: { role: 'appraiser', at: 'division' },
  returned: { role: 'unitClerk', at: 'unit' },
  councilReview: { role: 'councilSecretary', at: 'standingBody' },
  authorityDecision: { role: 'approvingAuthority', at: 'authority' },
  submittedUp: { role: 'approvingAuthority', at: 'authority' },
  awarded: { role: 'councilSecretary', at: 'standingBody' },
  published: { role: 'councilSecretary', at: 'standingBody' },
  onHold: { role: 'councilSecretary', at: 'standingBody' },
  withdrawn: { role: 'unitHead', at: 'unit' },
  closed: null,
  refused: null,
  notSelected: null,
  expired: null,
  withdrawnForGood: null,
};

/** Gives everything that is open now: one item per owner waited for, each with a queue, a due time and a next step. */
export function workItemsOf(state: StateName, context: NominationContext): WorkItem[] {
  const owner = ownerOf[state];
  const { deadline } = context;
  if (!owner || !deadline) return [];
  const escalatedTo: Queue | null = context.escalation.chain[deadline.level - 1] ?? null;
  const common = { dueAt: deadline.dueAt, nextEscalationAt: deadline.wakeAt, level: deadline.level, escalatedTo };
  const bodies = owner.at === 'division' ? awaitedDivisions(context) : bodiesOf(context, owner.at);
  return bodies.map((body) => ({
    key: owner.at === 'division' ? `${state}:${body}` : state,
    queue: queueOf(owner.role, body),
    ...common,
  }));
}
