import type { NominationEvent } from '../contract/events.ts';
import type { Notice } from '../contract/nomination.ts';
import type { RecipientName } from '../contract/roles.ts';
import type { StateName } from '../contract/states.ts';

type ActName = Exclude<NominationEvent['type'], 'deadline.pass'> | 'nomination.open';
type Told = readonly RecipientName[];

/**
 * Who is told of an act: whoever has work now, whoever's matter it is, and the nominee of what concerns them (product
 * A2, H1, H6). Names are resolved against the nomination **after** the event: `approvingAuthority` is the tier reached.
 */
const toldOf: Record<ActName, Told | ((from: StateName, to: StateName) => Told)> = {
  'nomination.open': ['unitHead'],
  'draft.amend': [],
  'draft.signOff': ['bodyInCharge', 'submittingUnit', 'nominee'],
  'review.return': ['submittingUnit', 'unitHead'],
  'supplement.submit': ['bodyInCharge', 'unitHead'],
  'appraisal.request': ['appraisingDivisions'],
  'appraisal.give': ['bodyInCharge'],
  'appraisal.close': ['appraisingDivisions'],
  'review.shortlist': (_, to) => [to === 'councilReview' ? 'standingBody' : 'approvingAuthority', 'submittingUnit'],
  'review.notSelect': ['submittingUnit', 'unitHead', 'nominee'],
  'council.recommend': ['approvingAuthority', 'bodyInCharge', 'submittingUnit'],
  'council.notRecommend': ['submittingUnit', 'unitHead', 'nominee', 'bodyInCharge'],
  'council.sendBack': ['bodyInCharge'],
  'authority.award': ['nominee', 'submittingUnit', 'unitHead', 'standingBody', 'bodyInCharge'],
  'authority.refuse': ['nominee', 'submittingUnit', 'unitHead', 'standingBody', 'bodyInCharge'],
  'authority.sendBack': ['bodyInCharge', 'standingBody'],
  'authority.submitUp': ['approvingAuthority', 'standingBody', 'submittingUnit'],
  'result.publish': ['nominee', 'submittingUnit', 'bodyInCharge'],
  'result.close': ['submittingUnit'],
  'nomination.hold': ['submittingUnit', 'bodyInCharge', 'standingBody'],
  'nomination.resume': ['currentOwner', 'submittingUnit'],
  'nomination.withdraw': (from) => {
    // Nobody outside the unit has heard of a draft.
    if (from === 'draft') return ['unitHead'];
    const told: RecipientName[] = ['unitHead', 'bodyInCharge', 'nominee'];
    if (from === 'appraisal') told.push('appraisingDivisions');
    if (from === 'councilReview') told.push('standingBody');
    return told;
  },
  'nomination.revive': ['submittingUnit'],
  'deadline.change': ['currentOwner', 'submittingUnit', 'unitHead'],
  'round.suspend': ['currentOwner', 'submittingUnit', 'unitHead'],
  'round.resume': ['currentOwner', 'submittingUnit', 'unitHead'],
  'round.cancel': ['submittingUnit', 'unitHead', 'bodyInCharge', 'nominee'],
};

/** Gives the notices an applied event asks for; `suspended`: of a nomination whose round is suspended. */
export function noticesOf(
  type: NominationEvent['type'] | 'nomination.open',
  from: StateName | null,
  to: StateName,
  suspended: boolean,
): Notice[] {
  if (type === 'deadline.pass') return deadlineNotices(to, suspended);
  const told = toldOf[type];
  const recipients = typeof told === 'function' ? told(from ?? to, to) : told;
  return recipients.map((recipient) => ({ template: type, to: recipient }));
}

function deadlineNotices(to: StateName, suspended: boolean): Notice[] {
  if (to === 'expired' || to === 'withdrawnForGood') {
    return [
      { template: 'deadline.expired', to: 'submittingUnit' },
      { template: 'deadline.expired', to: 'unitHead' },
    ];
  }
  // The complaint window has ended: a reminder to close, not a lateness.
  if (to === 'published' && !suspended) return [{ template: 'deadline.pass', to: 'currentOwner' }];
  return [
    { template: 'deadline.escalated', to: 'currentOwner' },
    { template: 'deadline.escalated', to: 'escalation' },
  ];
}
