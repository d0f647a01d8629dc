import type { Notice } from '../../contract/nomination.ts';
import type { RecipientName } from '../../contract/roles.ts';
import type { RoundContext, RoundNoticeTemplate } from '../../contract/round.ts';
import type { RoundEvent } from '../../contract/roundEvents.ts';
import type { RoundStateName } from '../../contract/roundStates.ts';
import type { RoundRuleName } from './vocabulary.ts';

/** What the notices of an applied event depend on; `before` is the context the event met. */
export type Told = {
  event: RoundEvent | { type: 'round.begin'; at: string };
  to: RoundStateName;
  before: RoundContext | null;
};

type Recipients = readonly RecipientName[];

/** Whoever the movement was launched to hears of its changes; before the launch no unit has heard of it. */
const everyone = ({ before }: Told): Recipients =>
  before?.openedAt ? ['units', 'bodyInCharge', 'standingBody'] : ['bodyInCharge', 'standingBody'];

/** Who is told of an event: whoever has work now, and whoever's matter it is. */
const toldOf: Record<Exclude<RoundRuleName, 'deadline.pass'> | 'round.begin', (told: Told) => Recipients> = {
  'round.begin': () => ['bodyInCharge'],
  'plan.submit': () => ['approvingAuthority'],
  'plan.approve': () => ['bodyInCharge', 'standingBody'],
  'plan.return': () => ['bodyInCharge'],
  'unit.answer': ({ event }) => (event.type === 'unit.answer' && !event.takesPart ? ['bodyInCharge'] : []),
  'unit.register': () => [],
  'unit.signCovenant': () => [],
  'stage.complete': ({ to }) => (to === 'decision' ? ['approvingAuthority', 'standingBody'] : ['standingBody']),
  'movement.stall': () => ['bodyInCharge', 'standingBody', 'approvingAuthority'],
  // One unit's own end is no other unit's matter.
  'deadline.change': (told) =>
    told.event.type === 'deadline.change' && told.event.unit !== undefined
      ? ['submittingUnit', 'bodyInCharge', 'standingBody']
      : everyone(told),
  'round.suspend': everyone,
  'round.resume': everyone,
  'round.cancel': everyone,
};

/** Gives the notices an applied event asks for. */
export function roundNoticesOf(told: Told): Notice[] {
  const { event } = told;
  if (event.type === 'deadline.pass') return deadlineNotices(told);
  return notices(event.type, toldOf[event.type](told));
}

function deadlineNotices({ before, to }: Told): Notice[] {
  const name = before?.deadlines[0]?.name;
  if (name === 'opening') return notices('round.open', ['units', 'bodyInCharge', 'standingBody']);
  if (name === 'closing' && to !== 'open') return notices('round.closing', ['bodyInCharge', 'standingBody']);
  return notices('round.escalated', [name === 'answer' ? 'unansweredUnits' : 'currentOwner', 'escalation']);
}

function notices(template: RoundNoticeTemplate, recipients: Recipients): Notice[] {
  return recipients.map((to) => ({ template, to }));
}
