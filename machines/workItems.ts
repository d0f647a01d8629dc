import type { NominationContext, WorkItem } from '../contract/nomination.ts';
import { queueOf } from '../contract/roles.ts';
import type { StateName } from '../contract/states.ts';
import { awaitedDivisions, bodiesOf } from './bodies.ts';
import { toldAt } from './escalation.ts';
import type { Who } from './vocabulary.ts';

/** Who owns what waits in a state; nobody where the nomination is over. Design rule 12: nothing waits without an owner. */
const ownersOf: Record<StateName, readonly Who[]> = {
  // The clerk completes it, the head signs it off: both see it wait.
  draft: [
    { role: 'unitClerk', at: 'unit' },
    { role: 'unitHead', at: 'unit' },
  ],
  departmentReview: [{ role: 'reviewer', at: 'inCharge' }],
  appraisal: [{ role: 'appraiser', at: 'division' }],
  returned: [{ role: 'unitClerk', at: 'unit' }],
  councilReview: [{ role: 'councilSecretary', at: 'standingBody' }],
  authorityDecision: [{ role: 'approvingAuthority', at: 'authority' }],
  submittedUp: [{ role: 'approvingAuthority', at: 'authority' }],
  awarded: [{ role: 'councilSecretary', at: 'standingBody' }],
  published: [{ role: 'councilSecretary', at: 'standingBody' }],
  onHold: [{ role: 'councilSecretary', at: 'standingBody' }],
  withdrawn: [{ role: 'unitHead', at: 'unit' }],
  closed: [],
  refused: [],
  notSelected: [],
  expired: [],
  withdrawnForGood: [],
  cancelled: [],
};

/** While the round is suspended nobody can act: whoever runs the season's business reviews whether it goes on. */
const ownersWhileSuspended: readonly Who[] = [{ role: 'councilSecretary', at: 'standingBody' }];

/** Gives everything that is open now: one item per owner waited for, each with a queue, a due time and a next step. */
export function workItemsOf(state: StateName, context: NominationContext): WorkItem[] {
  const { deadline } = context;
  if (!deadline) return [];
  const { chain } = context.escalation;
  const common = {
    dueAt: deadline.dueAt,
    nextEscalationAt: deadline.wakeAt,
    level: deadline.level,
    ...(deadline.remindAt ? { remindAt: deadline.remindAt } : {}),
    ...(deadline.provisional ? { provisional: deadline.provisional } : {}),
  };
  const owners = context.suspension ? ownersWhileSuspended : ownersOf[state];
  return owners.flatMap(({ role, at }, index) => {
    const bodies = at === 'division' ? awaitedDivisions(context) : bodiesOf(context, at);
    return bodies.map((body) => {
      const part = at === 'division' ? `:${body}` : index > 0 ? `:${role}` : '';
      const queue = queueOf(role, body);
      return { key: `${state}${part}`, queue, ...common, escalatedTo: toldAt(chain, deadline.level, queue) };
    });
  });
}
