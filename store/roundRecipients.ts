import type { WorkItem } from '../contract/nomination.ts';
import type { Queue, RecipientName } from '../contract/roles.ts';
import { queueOf } from '../contract/roles.ts';
import type { RoundContext } from '../contract/round.ts';
import { unansweredUnits } from '../contract/round.ts';

/**
 * Translates a recipient's name into queues of this round; a name that only a nomination has an answer to reaches nobody.
 * `unit`: whose matter the event is, where it is one unit's.
 */
export function roundRecipientsOf(
  name: RecipientName,
  context: RoundContext,
  workItems: WorkItem[],
  unit?: string,
): Queue[] {
  const { bodies } = context;
  const [authority, above = authority] = bodies.authorities;
  switch (name) {
    case 'units':
      return bodies.units.flatMap(unitQueues);
    case 'unansweredUnits':
      return unansweredUnits(context).flatMap(unitQueues);
    case 'bodyInCharge':
      return [queueOf('reviewer', bodies.inCharge)];
    case 'standingBody':
      return [queueOf('councilSecretary', bodies.standingBody)];
    case 'approvingAuthority':
      return authority === undefined ? [] : [queueOf('approvingAuthority', authority)];
    case 'nextTier':
      return above === undefined ? [] : [queueOf('approvingAuthority', above)];
    case 'currentOwner':
      return workItems.map((item) => item.queue);
    case 'escalation':
      return workItems.flatMap((item) => item.escalatedTo ?? []);
    case 'submittingUnit':
      return unit === undefined ? [] : unitQueues(unit);
    case 'unitHead':
    case 'nominee':
    case 'appraisingDivisions':
      return [];
  }
}

function unitQueues(unit: string): Queue[] {
  return [queueOf('unitClerk', unit), queueOf('unitHead', unit)];
}
