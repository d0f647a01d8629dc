import type { NominationContext, WorkItem } from '../contract/nomination.ts';
import type { Queue, RecipientName } from '../contract/roles.ts';
import { queueOf } from '../contract/roles.ts';

/** Whom a notice goes to: the holders of some queues, or the nominee (when an address is known). */
export type Recipients = { queues: Queue[]; nominee: boolean };

/** Translates a recipient's name of the programme document into queues of this nomination. Who holds them is looked up at recording. */
export function recipientsOf(name: RecipientName, context: NominationContext, workItems: WorkItem[]): Recipients {
  return { queues: queuesOf(name, context, workItems), nominee: name === 'nominee' };
}

function queuesOf(name: RecipientName, context: NominationContext, workItems: WorkItem[]): Queue[] {
  const { bodies, tier } = context;
  switch (name) {
    case 'submittingUnit':
      return [queueOf('unitClerk', bodies.unit), queueOf('unitHead', bodies.unit)];
    case 'unitHead':
      return [queueOf('unitHead', bodies.unit)];
    case 'bodyInCharge':
      return [queueOf('reviewer', bodies.inCharge)];
    case 'appraisingDivisions':
      return context.appraisals.map((asked) => queueOf('appraiser', asked.division));
    case 'standingBody':
      return [queueOf('councilSecretary', bodies.standingBody)];
    case 'approvingAuthority':
      return authorityQueue(bodies.authorities[tier]);
    case 'nextTier':
      return authorityQueue(bodies.authorities[tier + 1] ?? bodies.authorities[tier]);
    case 'currentOwner':
      return workItems.map((item) => item.queue);
    case 'escalation':
      return workItems.flatMap((item) => item.escalatedTo ?? []);
    case 'nominee':
    // Of a round only.
    case 'units':
    case 'unansweredUnits':
      return [];
  }
}

function authorityQueue(body: string | undefined): Queue[] {
  return body === undefined ? [] : [queueOf('approvingAuthority', body)];
}
